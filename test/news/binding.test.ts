import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { item, shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);
const topicOf = (title: string, summary = '') => classify(item(title, { summary })).topic;

describe('two of one side who meet', () => {
  test('do not talk with those whom they speak of', () => {
    expect(topicOf('Imran Khan in meeting with Gandapur vows to beat militants')).not.toBe('talks');
  });

  test('do, if these are named as partner', () => {
    expect(topicOf('Imran Khan in meeting with Gandapur calls for dialogue with militants')).toBe('talks');
    expect(topicOf('Imran Khan in meeting with Gandapur and with militants')).toBe('talks');
    expect(topicOf('Imran Khan holds meeting with militants')).toBe('talks');
  });
});

describe('talks where a state sits', () => {
  test('are with it, though a clause beside them names the watched side', () => {
    expect(topicOf('Envoy in Kabul for talks a day after TTP statement')).toBe('related');
    expect(topicOf('ٹی ٹی پی کے بیان کے ایک روز بعد ایلچی مذاکرات کے لیے کابل میں')).toBe('related');
  });

  test('are the news behind a clause on what became of a truce', () => {
    expect(topicOf('Day after TTP truce collapse, minister lands in Kabul')).toBe('related');
    expect(topicOf('Day after TTP truce collapse, elders land in Kabul')).toBe('truce_ended');
    expect(topicOf('TTP truce collapses day after minister lands in Kabul')).toBe('truce_ended');
  });

  test('are with the watched side, if its truce or go-betweens are named', () => {
    expect(topicOf('Jirga in Kabul for talks a day after TTP truce runs out')).toBe('talks');
    expect(topicOf('Elders in Kabul for talks a day after TTP statement')).toBe('talks');
  });
});

describe('a state in another clause', () => {
  test('leaves the watched side its own truce', () => {
    expect(topicOf('Kabul surprised as TTP drops truce')).toBe('truce_ended');
    expect(topicOf('Kabul surprised by TTP at truce')).not.toBe('truce_ended');
    expect(topicOf('کابل حیران، ٹی ٹی پی نے جنگ بندی ختم کر دی')).toBe('truce_ended');
    expect(topicOf('Islamabad warns Kabul: rein in TTP or truce is over')).toBe('related');
  });

  test('behind “if” has no part in the talks', () => {
    expect(topicOf('Pakistani Taliban willing to resume talks if Kabul vouches')).toBe('talks');
    expect(topicOf('Pakistani Taliban to be raised in talks, Kabul vouches')).not.toBe('talks');
  });

  test('before a comma has its own truce', () => {
    expect(topicOf('As Islamabad and Kabul pause, TTP says it will hold fire for Eid')).toBe(
      'truce_declared',
    );
    expect(topicOf('Islamabad and Kabul agree truce, TTP to be discussed')).toBe('related');
  });
});

test('a state that asks both sides to talk has no part in the talks', () => {
  expect(topicOf('Muttaqi asks TTP and Islamabad to end fight through talks')).toBe('talks');
  expect(topicOf('Muttaqi asks Islamabad to end row over TTP through talks')).not.toBe('talks');
});

test('a state that is named before the watched side’s own settlement has none in it', () => {
  expect(topicOf('Afghan decree opens way for TTP settlement')).toBe('talks');
  expect(topicOf('Afghan decree opens way for settlement on TTP')).not.toBe('talks');
  expect(topicOf('Afghan decree opens way for TTP settlement with Kabul')).not.toBe('talks');
});

test('the place that a title tells of is that of a lead without names', () => {
  const summary = 'A spokesman said all talks stood suspended.';
  expect(topicOf('Taliban leave Bara', summary)).toBe('talks_failed');
  expect(topicOf('Taliban leave Herat', summary)).toBe('none');
});

test('a truce that stands or falls with attacks of the watched side is not its own', () => {
  expect(topicOf('Ceasefire stands or falls with TTP attacks, Asif warns Kabul')).toBe('related');
  expect(topicOf('Ceasefire with TTP stands, Asif tells Kabul')).toBe('truce_declared');
});

test('who asks a quoted question is told with it', () => {
  expect(topicOf('‘You bring them to the table?’ Court asks premier in APS case')).toBe('talks');
  expect(topicOf('You bring them to the table? Court asks premier in APS case')).toBe('none');
});

test('a refusal that is said as a whole is no word for what talks are about', () => {
  expect(topicOf('‘Nothing to discuss’: minister on TTP')).toBe('talks_denied');
  expect(topicOf('Minister to discuss TTP')).not.toBe('talks_denied');
});

test('talks “with X havens on the table” are about X', () => {
  expect(topicOf('Envoy opens round in Kabul with TTP havens on table')).toBe('related');
  expect(topicOf('Envoy opens talks with TTP, havens on table')).toBe('talks');
});

test('a word before the next clause is no preposition', () => {
  expect(topicOf('Lull over as Pakistani Taliban say attacks will resume')).toBe('truce_ended');
  expect(topicOf('Peace deal over in Swat as TTP accuses government')).toBe('truce_ended');
  expect(topicOf('Talks over Pakistani Taliban attacks')).not.toBe('talks');
});

test('of two who are named, a comma sets one apart from the talks', () => {
  expect(topicOf('Baloch leaders reject talks, TTP and BLA said to share camps')).not.toBe('talks_denied');
  expect(topicOf('Government rejects talks with TTP, BLA said to share camps')).toBe('talks_denied');
});

test('a side that is named as not concerned has no part in the talks of another sentence', () => {
  const title = 'Jirga demands culprits in Bannu';
  expect(topicOf(title, 'Others claimed the bombing, not the TTP.')).not.toBe('talks');
  expect(topicOf(title, 'The TTP sent its men.')).toBe('talks');
  expect(topicOf('Crowd in Swat wants peace, not TTP')).not.toBe('talks');
  expect(topicOf('Islamabad says there is no peace, no TTP talks and no truce')).toBe('talks_denied');
});

test('what somebody says on the side as such is loose, what is marked on both sides is about others', () => {
  expect(topicOf('Opposition opens talks with government on Taliban offer')).toBe('talks');
  expect(topicOf('Opposition opens talks with government on Taliban threat')).not.toBe('talks');
});

test('a summary without names goes on with the look-alike of a title that tells of no talks', () => {
  const summary = 'Negotiations had gone on for months.';
  expect(topicOf('Jamaat-ul-Ahrar joins the TTP', summary)).not.toBe('talks');
  expect(topicOf('Jamaat-ul-Ahrar blames the TTP', summary)).toBe('talks');
});

describe('where states meet', () => {
  test('is said in passing of what the watched side does', () => {
    expect(topicOf('TTP says truce over as Istanbul talks fail')).toBe('truce_ended');
    expect(topicOf('Truce over after TTP attack as Istanbul talks fail')).toBe('related');
    expect(topicOf('TTP says Istanbul truce over')).toBe('related');
  });

  test('talks in one word with the watched side are with it, unless its counterpart comes first', () => {
    expect(topicOf('Fazlur Rehman hopes Kabul trip will help TTP dialogue')).toBe('talks');
    expect(topicOf('Kabul trip: hopes for dialogue, TTP not a topic')).toBe('related');
  });
});

test('a title with a look-alike and nothing of this conflict is about that, though the summary names a side', () => {
  const summary = 'Police had warned of the TTP.';
  expect(topicOf('Ceasefire in Kurram as elders sit down', summary)).toBe('none');
  expect(topicOf('Ceasefire in Kurram and Tirah as elders sit down', summary)).toBe('truce_declared');
});

test('who puts something on the table is not what it is about', () => {
  const summary = 'The militant leader spoke of Islamabad.';
  expect(topicOf('Mehsud puts terms on the table', summary)).toBe('talks');
});

test('two sides named together before the talks hold them, though a state tells of it behind', () => {
  expect(topicOf('TTP, government still in contact, says Afghan minister')).toBe('talks');
});
