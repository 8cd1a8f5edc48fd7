import { describe, expect, it } from 'vitest';
import { askAll } from './seeds.ts';

describe('who declared a ceasefire', () => {
  it.each([
    ['did Pakistan declare the eid 2025 truce', 'Mohammad Khurasani'],
    ['was the eid 2025 truce declared by Pakistan', 'Mohammad Khurasani'],
    ['did pakistan announce the june 2022 truce', 'Mohammad Khurasani'],
    ['did imran khan declare the november 2021 truce', 'Fawad Chaudhry'],
  ])('is said where it was another: %s', (question, by) => {
    const { answer } = askAll(question);
    expect(answer).toMatch(/^No document says that (?:Pakistan|Imran Khan) declared it\./);
    expect(answer).toContain(`By the documents it was ${by}`);
  });

  it.each([
    'did the TTP declare the eid 2025 truce',
    'did Fawad Chaudhry announce the November 2021 truce',
    'did pakistan announce the november 2021 truce',
  ])('is affirmed of whoever did, or spoke for them: %s', (question) => {
    expect(askAll(question)).toMatchObject({ answered: true, answer: expect.stringMatching(/^Yes, by the/) });
  });
});

describe('who agreed to a ceasefire', () => {
  it('is nobody but the side that declared it alone', () => {
    expect(askAll('did pakistan agree to the eid 2025 truce').answer).toMatch(
      /^No document says that Pakistan agreed to it\..*Declared by one side only/,
    );
    expect(askAll('did the TTP agree to the eid 2025 truce').answer).toMatch(/^Yes, by the documents/);
    expect(askAll('did the afghan taliban agree to the eid 2025 truce')).toMatchObject({
      answered: false,
      claims: ['L041'],
    });
  });

  it('is either party of one for both sides', () => {
    expect(askAll('did pakistan agree to the june 2022 truce').answer).toMatch(/^Yes, by the documents/);
  });
});

describe('who mediated', () => {
  it.each(['who mediated?', 'who mediated the truces', 'salisi kis ne ki thi', 'ثالث کون تھا؟'])(
    'is told of every ceasefire, where it is disputed too: %s',
    (question) => {
      const { answer, claims } = askAll(question);
      expect(answer).toContain('November 2021 ceasefire: disputed whether mediated by the Afghan Taliban');
      expect(answer).toContain('Indefinite ceasefire of June 2022: mediated by');
      expect(claims).toEqual(expect.arrayContaining(['004-19', '004-20', '000-01', 'L029']));
    },
  );

  it.each([
    ['which ceasefires did pakistan mediate', 'Pakistan', 'the Afghan Taliban'],
    ['was the truce mediated by the TTP', 'the TTP', 'the Afghan Taliban'],
    ['did the TTP mediate between Pakistan and Afghanistan?', 'the TTP', 'Qatar and Türkiye'],
  ])('is no party, of which no document says it: %s', (question, party, mediators) => {
    const { answered, answer } = askAll(question);
    expect(answered).toBe(false);
    expect(answer).toContain(`no document says that ${party} mediated; named as mediating: ${mediators}`);
  });

  it('between two is told of these two', () => {
    expect(askAll('did Qatar mediate between Pakistan and Afghanistan?')).toMatchObject({
      kind: 'mediation',
      claims: ['L048', 'L049'],
    });
  });
});
