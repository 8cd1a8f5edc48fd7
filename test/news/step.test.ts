import { expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { item, shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);

test.each([
  ['who tears up an agreement ends the truce', 'TTP tears up agreement with government', 'en', 'truce_ended'],
  ['so does its collapse', 'Agreement between government and TTP collapses', 'en', 'truce_ended'],
  ['what is not stalled goes on', 'ٹی ٹی پی سے مذاکرات تعطل کا شکار نہیں', 'ur', 'talks'],
  ['no progress is a failure', 'ٹی ٹی پی سے مذاکرات میں کوئی پیش رفت نہ ہوئی', 'ur', 'talks_failed'],
  ['a condition counts in its clause', '‘Fight if you can’: TTP orders end of truce', 'en', 'truce_ended'],
  ['a call counts in its clause', 'Truce over: TTP asks men to resume attacks', 'en', 'truce_ended'],
  [
    'a truce is the news, whoever talks on',
    'TTP declares truce as elders keep up talks',
    'en',
    'truce_declared',
  ],
  ['what is denied behind a comma is said with it', 'TTP open to talks, no envoy has come', 'en', 'talks'],
  [
    'who refuses is marked, not who is met',
    'ٹی ٹی پی نے حکومت کی مذاکرات کی پیشکش ٹھکرا دی',
    'ur',
    'talks_failed',
  ],
  ['a comma ends an aside', 'TTP asks for trust after Bannu blast, offers talks', 'en', 'talks'],
  ['what is not shut stays open', 'TTP never shut the door on talks with Islamabad', 'en', 'talks'],
  [
    'a truce that had ended is not broken',
    'Four killed in Quetta blast two days after TTP scraps ceasefire',
    'en',
    'none',
  ],
  [
    'one that has just begun is',
    'Four killed in Quetta blast two days after TTP ceasefire',
    'en',
    'truce_violated',
  ],
  ['an order to strike is no attack', '‘Attack them anywhere’: TTP chief ends truce', 'en', 'truce_ended'],
  ['nor does one over another end it', 'TTP jirga wants dialogue over operation', 'en', 'talks'],
  [
    'without a comma an opening clause ends with its action',
    'After Mehsud’s killing Pakistani Taliban withdraw dialogue offer',
    'en',
    'talks_failed',
  ],
  ['a complaint behind “but” is said with it', 'TTP ready for talks but no envoy has come', 'en', 'talks'],
  ['a truce asked for is talks', '‘Ceasefire first’, Islamabad tells TTP', 'en', 'talks'],
  [
    'what is not to be without consent is talked of',
    'No deal with TTP without parliament’s nod',
    'en',
    'talks',
  ],
  ['captors who demand a way out do not talk', 'TTP men in seized jail demand safe passage', 'en', 'none'],
  [
    'a pluperfect tells of earlier times',
    'کوئٹہ میں دھماکا، ٹی ٹی پی نے پیر کو جنگ بندی ختم کی تھی',
    'ur',
    'none',
  ],
  [
    'a promise broken is a truce violated',
    'TTP promise broken: three killed in Bannu',
    'en',
    'truce_violated',
  ],
  [
    'a verb at the end is read behind all that it concerns',
    'آتش‌بس میان دولت پاکستان و گروه تی‌تی‌پی تا ۳۰ ماه می تمدید شد',
    'fa',
    'truce_extended',
  ],
  [
    'nothing is reached across a clause',
    'ٹی ٹی پی مذاکرات کے لیے تیار ہے مگر حملے نہیں روکے گی',
    'ur',
    'talks',
  ],
  ['a verb in two parts declares', 'Pakistanische Taliban kündigen Waffenruhe an', 'de', 'truce_declared'],
  ['its first part alone ends', 'Pakistanische Taliban kündigen Waffenruhe auf', 'de', 'truce_ended'],
  [
    'what is rejected before a comma is another thing',
    'Minister rejects criticism, says talks with TTP go on',
    'en',
    'talks',
  ],
  ['what is rejected in the same clause is meant', 'Minister rejects talks with TTP', 'en', 'talks_denied'],
  [
    'what stands alone before a comma is said of what comes behind',
    '‘Not a chance’: minister on fresh dialogue with TTP',
    'en',
    'talks_denied',
  ],
  [
    'words nearly there make no truce',
    'Pakistan, TTP close to ceasefire agreement, officials say',
    'en',
    'talks',
  ],
  [
    'what is not on the cards is denied',
    'Talks with TTP not on the cards, minister says',
    'en',
    'talks_denied',
  ],
  ['who denies a deed denies no talks', 'TTP open to talks, denies hand in Bannu blast', 'en', 'talks'],
  ['who declines a seat denies no talks', 'Cleric declines to represent TTP at talks', 'en', 'talks'],
  ['a halt asked for is no truce', 'Stop attacks first, government tells TTP', 'en', 'talks'],
  [
    'what is not accepted without consent is talked of',
    'اعتماد میں لیے بغیر ٹی ٹی پی سے بات چیت قبول نہیں',
    'ur',
    'talks',
  ],
  ['what is not accepted is denied', 'ٹی ٹی پی سے بات چیت قبول نہیں', 'ur', 'talks_denied'],
  ['who is open to a truce has none yet', 'TTP says it is open to a truce', 'en', 'talks'],
  ['in Urdu, too', 'ٹی ٹی پی جنگ بندی کے لیے تیار', 'ur', 'talks'],
  ['who is ready to extend one extends it', 'TTP ready to extend truce', 'en', 'truce_extended'],
  ['violence is shunned, not the talks', 'Govt, TTP committees agree to shun violence', 'en', 'talks'],
  ['an insurgency is ended, not the deal', 'Pakistan, TTP sign deal to end insurgency', 'en', 'talks'],
  ['a start of talks is talks', 'Qatar to help Islamabad start talks with Pakistani Taliban', 'en', 'talks'],
])('%s', (_, title, language, topic) => {
  expect(classify(item(title, { language })).topic).toBe(topic);
});
