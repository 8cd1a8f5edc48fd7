import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { item, shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);
const topicOf = (title: string, { on = '2022-06-02', summary = '' } = {}) =>
  classify(item(title, { summary, published: Date.parse(on) })).topic;

describe('a name that others bear too', () => {
  const deal = 'Taliban commanders sign peace deal with army in South Waziristan';

  test('means others before the watched side was formed', () => {
    expect(topicOf(deal, { on: '2006-09-05' })).toBe('related');
    expect(topicOf(deal, { on: '2009-02-21' })).toBe('talks');
  });

  test('is not helped by one who led others at that time', () => {
    const summary = 'Baitullah Mehsud signed for the fighters.';
    expect(topicOf(deal, { on: '2005-02-07', summary })).toBe('related');
    expect(topicOf('Baitullah Mehsud signs peace deal with army', { on: '2005-02-07' })).toBe('related');
    expect(topicOf('Baitullah Mehsud signs peace deal with army', { on: '2008-02-07' })).toBe('talks');
  });

  test('side by side with the counterpart means those who rule a state, once they do', () => {
    const title = 'Pakistan and Taliban announce truce';
    expect(topicOf(title, { on: '2025-10-15' })).toBe('related');
    expect(topicOf(title, { on: '2014-03-01' })).toBe('truce_declared');
    expect(topicOf(title, { on: '2025-10-15', summary: 'Islamabad wants action against TTP.' })).toBe(
      'related',
    );
    expect(topicOf('Taliban, Pakistan trade blame for failed talks', { on: '2025-10-15' })).toBe('related');
    const compound = 'Pakistan-Taliban talks hit wall over handover of militants';
    expect(topicOf(compound, { on: '2025-10-15' })).toBe('related');
    expect(topicOf(compound, { on: '2014-10-15' })).toBe('talks_failed');
    const named = 'Kabul host says Islamabad, Pakistan’s Taliban to resume talks';
    expect(topicOf(named, { on: '2022-10-15' })).toBe('talks');
    const hosted = { summary: 'Kabul will host them.', on: '2026-10-15' };
    expect(topicOf('Elders to meet Pakistan’s Taliban for talks', hosted)).toBe('talks');
    expect(topicOf('Pakistan-Taliban talks in Kabul bear fruit', { on: '2022-10-15' })).toBe('talks');
    expect(topicOf('Mediators rescue Pakistan-Taliban talks', { on: '2025-10-15' })).toBe('related');
    expect(topicOf('Pakistan Taliban extend truce', { on: '2025-10-15' })).toBe('truce_extended');
    expect(topicOf('No talks with outlawed Taliban, Pakistan says', { on: '2025-10-15' })).toBe(
      'talks_denied',
    );
    expect(topicOf('Islamabad tries clerics to reach Taliban for talks', { on: '2025-10-15' })).toBe('talks');
  });

  test('needs company in its own part of the item while others make most of its news', () => {
    const title = 'Taliban to sign deal if calm holds';
    const summary = 'Pakistan welcomed the announcement.';
    expect(topicOf(title, { summary, on: '2020-02-21' })).toBe('none');
    expect(topicOf(title, { summary, on: '2014-02-21' })).toBe('talks');
    expect(topicOf('Taliban, Islamabad to sign deal if calm holds', { on: '2020-02-21' })).toBe('talks');
  });

  test('means the watched side where talks or a truce are told from a time before those of others', () => {
    const title = 'Taliban call off ceasefire after forty days';
    expect(topicOf(title, { on: '2014-04-17' })).toBe('truce_ended');
    expect(topicOf(title, { on: '2020-05-27' })).not.toBe('truce_ended');
    expect(topicOf('The truce with the Taliban bought time', { on: '2014-04-17' })).toBe('truce_declared');
    expect(topicOf('No truce of the Taliban', { on: '2014-04-17' })).not.toBe('truce_declared');
    expect(topicOf('Peace pact with Taliban broken', { on: '2014-04-17' })).toBe('truce_violated');
    const blast = { summary: 'Taliban condemned it.' };
    expect(topicOf('Sabzi Mandi blast rocks truce', { ...blast, on: '2014-04-09' })).toBe('truce_violated');
    expect(topicOf('Sabzi Mandi blast rocks truce', { ...blast, on: '2022-04-09' })).toBe('none');
    const tribe = 'Mehsud declares truce';
    expect(topicOf(tribe, { on: '2008-05-20' })).toBe('truce_declared');
    expect(topicOf(tribe, { on: '2016-05-20' })).not.toBe('truce_declared');
    const talks = 'New team for Taliban parleys';
    expect(topicOf(talks, { on: '2014-04-17' })).toBe('talks');
    expect(topicOf(talks, { on: '2020-04-17' })).not.toBe('talks');
    expect(topicOf('New Doha office for Taliban parleys', { on: '2013-06-18' })).not.toBe('talks');
  });
});

test('a word for such people means the watched side beside a name of it that no state bears', () => {
  const lead = 'An aide is talking with the killers’ outfit.';
  expect(topicOf('Ask the parents of APS first', { summary: lead, on: '2021-10-04' })).toBe('talks');
  expect(topicOf('Ask the banned outfit first', { summary: lead, on: '2021-10-04' })).toBe('talks');
  expect(topicOf('Ask the Taliban first', { summary: lead, on: '2021-10-04' })).not.toBe('talks');
});

test('a party of another affair may have its say in the summary, not in the title', () => {
  const title = 'Taliban ask Imran Khan to join talks with government';
  expect(topicOf(title, { summary: 'TLP says the group should choose its own men.' })).toBe('talks');
  expect(topicOf('TLP opens talks with government on Taliban committee')).not.toBe('talks');
});

test('strikes against a side that are halted are a truce with it', () => {
  expect(topicOf('Government halts all strikes against Taliban', { on: '2014-03-02' })).toBe(
    'truce_declared',
  );
});

test('of the watched side and a rival the one named first acts', () => {
  expect(topicOf('Gul Bahadur’s men will not keep truce between TTP and government')).toBe('related');
  expect(topicOf('TTP rebukes Gul Bahadur’s men over truce with government')).not.toBe('related');
});

test('what a state proposes is its own matter, unless it calls on both sides', () => {
  expect(topicOf('Kabul proposes resettling TTP away from border')).toBe('related');
  expect(topicOf('Kabul asks Pakistan, TTP to hold talks')).toBe('talks');
});

describe('talks in a title that names no watched side', () => {
  test('are not of one that the summary names for its attacks', () => {
    expect(topicOf('PPP and army hold talks on security', { summary: 'TTP attacks were raised.' })).not.toBe(
      'talks',
    );
  });

  const summary = 'The visit follows attacks that the TTP claimed.';

  test('at the seat of a state are with that state', () => {
    expect(topicOf('Fazlur Rehman in Kabul for talks on security', { summary })).not.toBe('talks');
  });

  test('with somebody else named as partner are with that one', () => {
    const lead = 'The banned TTP says the men inside are its own.';
    expect(topicOf('Negotiations with captors enter second day in Bannu', { summary: lead })).not.toBe(
      'talks',
    );
    expect(topicOf('Negotiations enter second day in Bannu', { summary: lead })).toBe('talks');
  });
});

test('two names that others bear settle each other', () => {
  const title = 'Taliban end month-long ceasefire';
  expect(topicOf(title, { summary: 'The banned outfit blames raids.' })).toBe('truce_ended');
  expect(topicOf(title, { summary: 'The move was expected.' })).toBe('none');
});

test('abroad a government settles nothing', () => {
  const summary = 'Both the government and the Taliban told their men to hold fire.';
  expect(topicOf('Ceasefire takes effect in Afghanistan', { on: '2021-05-13', summary })).not.toBe(
    'truce_declared',
  );
  expect(topicOf('Ceasefire takes effect in Swat', { on: '2009-02-16', summary })).toBe('truce_declared');
});

test('a state that tells of what two others have with each other is no party to it', () => {
  for (const title of [
    'Truce between Pakistan and militants to last until end of May, Afghan Taliban say',
    'Pakistan, militants extend truce till May 30, Kabul says',
    'Afghan Taliban confirm truce between Pakistan and militants',
  ])
    expect(topicOf(title), title).toMatch(/^truce_/);
  expect(topicOf('Pakistan, Afghanistan extend truce as militants attack')).toBe('related');
  expect(topicOf('Kabul, Islamabad extend truce; Pakistan says militants must go')).toBe('related');
});

test('a state that brokers is no party to the talks', () => {
  expect(topicOf('Kabul brokers longer truce between Islamabad and militants')).not.toBe('related');
  expect(topicOf('Kabul and Islamabad agree longer truce, militants not named')).not.toBe('truce_extended');
});

test('clerics and elders travel to the watched side, a minister to a state', () => {
  const summary = 'The TTP asked for time.';
  expect(topicOf('Clerics in Kabul for talks', { summary })).toBe('talks');
  expect(topicOf('Minister in Kabul for talks', { summary })).not.toBe('talks');
});

test('groups of one side that join have no talks with the other', () => {
  expect(topicOf('Two factions merge into TTP after negotiations')).not.toBe('talks');
});

test('the sentences of a title are of one affair, and abroad it is that of those who rule a state', () => {
  const summary = 'Pakistan wants the TTP reined in.';
  const title = 'Talks in Istanbul fruitless. Taliban: truce stands';
  expect(topicOf(title, { on: '2025-11-08', summary })).toBe('related');
  expect(topicOf('Talks fruitless. Taliban: truce stands', { on: '2025-11-08', summary })).not.toBe(
    'related',
  );
});

test('a group is known by being banned and of the country, unless another is named', () => {
  expect(topicOf('Banned Pakistani group calls Eid truce till May 10')).toBe('truce_declared');
  expect(topicOf('Banned Pakistani group TLP ends march after deal with government')).toBe('none');
});

test('who brings the watched side back to the table is no side of the talks', () => {
  expect(topicOf('Could Kabul bring the TTP back to the table?')).toBe('talks');
  expect(topicOf('Saudi Arabia coaxes Kabul back to the table over TTP')).not.toBe('talks');
});
