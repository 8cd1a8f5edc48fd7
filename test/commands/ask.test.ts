import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import type { Reply } from '../../src/reply.ts';
import { expectWithinLimits } from '../knowledge/limits.ts';
import { indexes, pack } from '../knowledge/pack.ts';
import { call } from './calls.ts';

/** What the bot gives: all layers, pairs and words of the pack. */
const services = {
  packInfo: pack.info,
  index: indexes.both,
  // The evening of 21 November in UTC is the 22nd in Karachi.
  clock: { now: () => Date.UTC(2026, 10, 21, 20) },
  vocabulary: pack.ask,
};
const askFor = async (question: string): Promise<Reply> => ask.run(call({ question }), services);

describe('/ask', () => {
  it('answers on a card with the question and its documents, numbered as in the text', async () => {
    const { cards } = await askFor('Who announced the November 2021 ceasefire?');
    expect(cards).toHaveLength(1);
    expect(cards?.[0]).toMatchObject({
      title: 'Who announced the November 2021 ceasefire?',
      tone: 'neutral',
    });
    expect(cards?.[0]?.body).toContain('Fawad Chaudhry');
    expect(cards?.[0]?.sources?.[0]?.label).toMatch(/^\[1\] /);
  });

  it('says on the card that it declines', async () => {
    const { cards } = await askFor('Is there a ceasefire in Gaza?');
    expect(cards?.[0]).toMatchObject({ tone: 'unclear' });
    expect(cards?.[0]?.sources).toBeUndefined();
  });

  it('shows the question without what turns text around or cannot be seen, and on one line', async () => {
    const { cards } = await askFor('Who mediated\u202e in\u0007 2021?\n\u200bہم');
    expect(cards?.[0]?.title).toBe('Who mediated in 2021? ہم');
  });

  it('is asked of the pair that a question names', async () => {
    const { cards } = await askFor('who mediated the Doha ceasefire');
    expect(cards?.[0]?.body).toContain('Qatar');
  });

  it("means today's date in the conflict's own zone", async () => {
    const { cards } = await askFor('is there a ceasefire today?');
    expect(cards?.[0]?.body).toContain('22 November 2026');
  });

  it('keeps within the limits for every question of the evaluation', async () => {
    const { questions } = JSON.parse(await readFile('test/knowledge/ask/questions.json', 'utf8'));
    expect(questions.length).toBeGreaterThan(150);
    for (const { question } of questions) expectWithinLimits(await askFor(question));
  });

  it.each(['*'.repeat(300), '@everyone '.repeat(30), '👍'.repeat(150), '|'.repeat(300)])(
    'keeps within the limits for %j',
    async (question) => {
      expectWithinLimits(await askFor(question));
    },
  );
});
