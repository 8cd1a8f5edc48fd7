import { describe, expect, it } from 'vitest';
import { withoutFraming } from '../../../src/knowledge/ask/framing.ts';
import { askSeeds } from './seeds.ts';

describe('what is said around a question', () => {
  it.each([
    ['hey so who mediated?', 'who mediated?'],
    ['Could you please tell me when the truce began?', 'when the truce began?'],
    ['does anyone know who mediated', 'who mediated'],
    ['I am writing an essay about it. Who mediated?', 'Who mediated?'],
    ['Who mediated, do you know?', 'Who mediated?'],
    ['Who mediated, according to the articles?', 'Who mediated?'],
    ['Who mediated, according to the report about the strikes?', 'Who mediated?'],
    ['Just curious: who mediated?', 'who mediated?'],
  ])('%s', (question, plain) => {
    expect(withoutFraming(question)).toBe(plain);
  });

  it.each([
    'Tell me about the truce of 2021',
    'I was told that nobody mediated. Who says otherwise?',
    'Who mediated, according to the 2021 article?',
    'So what?',
    'please',
    'hello',
    '',
  ])('leaves what is asked: %s', (question) => {
    expect(withoutFraming(question)).toBe(question);
  });

  it('hides no prediction', () => {
    expect(askSeeds('Can you tell me will the truce hold next year?').answered).toBe(false);
  });
});
