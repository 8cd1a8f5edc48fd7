import { describe, expect, it } from 'vitest';
import { askSeeds } from './seeds.ts';

const told = (question: string) => {
  const { answered, claims } = askSeeds(question);
  return answered ? claims : 'declined';
};

describe('whether a claim settles a question', () => {
  it.each([
    [
      'the deed, by more than what else is told of the event',
      'Who presided over the session on national security?',
    ],
    ['whom it was done to', 'Who guarded the negotiators?'],
    ['that whoever is asked for said something', 'What did the TTP say about the rights of women?'],
    ['an answer of the country that is asked for', 'How did China respond to the attacks on its people?'],
    ['that it was done, not only offered', 'Did anybody take up the chance and accept the constitution?'],
    ['the very event of that time', 'What did Imran Khan think of the airstrikes of April 2022?'],
    ['the day of the thing, not of the saying', 'When did Mujahid join the Emirate?'],
    ['a building of that kind', 'Which school was Malala at?'],
    ['what stands after which', 'Which newspapers did Imran Khan criticise?'],
    ['the deed, not one near it', 'Who governs Balochistan?'],
    ['both who did it together', 'Did Bilawal talk to the TTP?'],
    ['somebody of theirs', 'Which TTP leader attended the talks in Kabul?'],
    ['the place', 'Who survived the raid on Peshawar?'],
    ['who wishes it', 'What did China ask of Pakistan?'],
    ['that the one who is asked for spoke', 'How did the US react to the words of Imran Khan?'],
    ['a reason', 'Why did the TTP attack the school in Peshawar?'],
    ['a reason for what that one did', 'Why did Pakistan bomb eastern Afghanistan?'],
    ['what somebody is asked to have done', 'Did the TTP apologise for the Peshawar school attack?'],
    ['that month, though "may" is also a word', 'How many people were killed during the May 2022 ceasefire?'],
    ['that time, of what has none', 'Which attacks did the TTP carry out in 2015?'],
    ['a place, also where another claim names one', 'Where did the elders meet the TTP?'],
    ['the last word of what it was done to', 'Who chaired the parliamentary meeting?'],
    ['what was counted', 'How many rounds of talks were there in November 2021?'],
    ['what their words were about', 'What did Chaudhry say about the mediation of the Afghan Taliban?'],
    ['a reply, not an earlier word', 'How did the TTP react to the announcement of Chaudhry?'],
    ['what a thing did', 'What law did Pakistan pass after the talks?'],
    ['both, where one did it to the other', 'Did the Afghan Taliban threaten the TTP?'],
    ['who made the request', 'What did the TTP ask for in May 2022?'],
    ['the very one who is asked for', 'What did the army chief say about the talks?'],
    ['words of whoever is asked for, not the record', 'What did the US say about the Eid truce?'],
    ['the deed of violence', 'Which commander was killed in Afghanistan?'],
  ])('wants %s', (_what, question) => {
    expect(told(question)).toBe('declined');
  });

  it.each([
    ['What did Imran Khan think of the US invasion?', '004-44'],
    ['Who claims that its forces were targeted from across the border?', '001-23'],
    ['Did Chaudhry say that fighters get a chance?', '004-54'],
    ['When were the committees formed?', '004-16'],
    ['Which persons attended the Kabul talks for either side?', '000-22'],
    ['What went wrong between the state and the TTP in 2014?', '004-09'],
    ['who told the nation of the deal in 2021', '004-11'],
    ['which building of the army was attacked in 09', '004-34'],
    ['whast the headline of the afp report', '001-01'],
  ])('%s', (question, claim) => {
    expect(told(question)).toContain(claim);
  });
});
