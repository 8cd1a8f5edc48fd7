import { describe, expect, test } from 'vitest';
import { page } from '../../src/news/normalise.ts';
import { createNotices } from '../../src/news/standing.ts';
import { shippedWatch } from './watch.ts';

const notices = createNotices(shippedWatch);
function noticeOf(title: string, summary: string) {
  page.writeItem(title, summary);
  return notices(title);
}
const truce = 'TTP extends ceasefire with Pakistan';

describe('a label of the title', () => {
  test.each([
    ['Correction: TTP extends ceasefire', 'corrected'],
    ['CORRECTED-Pakistani Taliban end ceasefire', 'corrected'],
    ['UPDATE 2-CORRECTED-Pakistani Taliban end ceasefire', 'corrected'],
    ['Clarification: talks with the TTP', 'corrected'],
    ['TTP extends ceasefire (corrected)', 'corrected'],
    ['TTP extends ceasefire – Correction', 'corrected'],
    ['تصحیح: ٹی ٹی پی نے جنگ بندی میں توسیع کر دی', 'corrected'],
    ['سمون: ټي ټي پي اوربند وغځاوه', 'corrected'],
    ['सुधार: टीटीपी ने युद्धविराम बढ़ाया', 'corrected'],
    ['اصلاحیه: تحریک طالبان آتش‌بس را تمدید کرد', 'corrected'],
    ['تصحيح: طالبان باكستان تمدد الهدنة', 'corrected'],
    ['Retraction: our report on the TTP ceasefire', 'retracted'],
    ['Retracted: TTP extends ceasefire', 'retracted'],
    ['Story withdrawn: TTP declares ceasefire', 'retracted'],
  ])('%s', (title, notice) => {
    expect(noticeOf(title, '')).toBe(notice);
  });
});

describe('what others correct, clarify or withdraw is no notice', () => {
  test.each([
    'TTP wants troops withdrawn from tribal districts before talks',
    'Govt says offer of talks to TTP withdrawn',
    'Cases against TTP men withdrawn under peace deal',
    'Minister clarifies: no talks with TTP',
    'TTP rejects amended draft of peace deal',
    'Course correction: what the talks with the TTP need',
    'Talks with TTP need a course correction',
    'ٹی ٹی پی سے مذاکرات نہیں ہو رہے، وزیر داخلہ کی وضاحت',
    'TTP retracts ceasefire announcement',
  ])('%s', (title) => {
    expect(noticeOf(title, '')).toBeUndefined();
  });
});

describe('a note of the outlet', () => {
  test.each([
    ['This story has been corrected to show that the truce ends on 30 May.', 'corrected'],
    ['An earlier version of this report misstated the date.', 'corrected'],
    ['(Corrects date in paragraph 2)', 'corrected'],
    ['تم تصحيح هذا الخبر', 'corrected'],
    ['We retract this report.', 'retracted'],
    ['یہ خبر واپس لی گئی ہے۔', 'retracted'],
    ['The ministry corrected its position.', undefined],
    ['The case report has been withdrawn by the ministry.', undefined],
  ])('%s', (summary, notice) => {
    expect(noticeOf(truce, summary)).toBe(notice);
  });
});
