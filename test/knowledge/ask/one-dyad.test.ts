import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/knowledge/ask/ask.ts';
import type { Answer } from '../../../src/knowledge/ask/compose.ts';
import { type DatasetIndex, indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { pack } from '../pack.ts';
import { askAll, askSeeds, seeds } from './seeds.ts';

const { questions } = JSON.parse(readFileSync('test/knowledge/ask/questions.json', 'utf8')) as {
  questions: { question: string; as_of: string | null }[];
};

/** How people name the one group and the other country's rulers. */
const group = /\bttp\b|pakistani taliban|taliban in pakistan|two (?:taliban|talibans)\b|\bmilitants\b/i;
const rulers = /\bafgh?|\bkabul|emirate|mujahid/i;
/** Two things of each of which a question asks for the same. */
const measures = /\b(?:deadlier|more people|more lives|higher than)\b/i;

/** What a pair has with each other. */
const betweenPair = /^(?:ceasefire_|talks|mediation|agreement)/;
const onPair = /\b(?:ceasefire|truce|talks)\b/i;

/** Pairs that an answer tells of; to a question on something else, those whose ceasefires and talks it tells of. */
const dyadsOf = (index: DatasetIndex, { claims }: Answer, isOnPair: boolean) =>
  new Set(
    claims
      .flatMap((id) => index.claims.get(id) ?? [])
      .filter(({ kind }) => isOnPair || betweenPair.test(kind))
      .flatMap(({ dyad }) => dyad ?? []),
  );

describe('an answer tells of one pair', () => {
  it.each([[['seeds']], [['seeds', 'updates']], [['updates']]] as const)(
    'to every question that does not name both, from %j',
    (chosen) => {
      const index = indexDataset(pack.layers([...chosen]));
      const mixed = questions.filter(({ question, as_of }) => {
        const answer = ask(question, { ...seeds, index, ...(as_of !== null && { on: as_of }) });
        return dyadsOf(index, answer, onPair.test(question)).size > 1;
      });
      const unnamed = mixed.filter(
        ({ question }) => !(group.test(question) && rulers.test(question)) && !measures.test(question),
      );
      expect(unnamed.map(({ question }) => question)).toEqual([]);
      // Else the pattern above lets everything through.
      expect(mixed.length).toBeLessThan(questions.length / 100);
    },
    60_000,
  );

  it('though another of the same words is told of the other pair', () => {
    const { claims } = askAll('who confirmd the extension from the taliban side');
    expect(claims).toContain('000-09');
    expect(claims).not.toContain('L049');
  });

  it('in every part, of the pair that the first one is answered of', () => {
    const { claims } = askAll('Which document says the Taliban mediated the ceasefire and who said it?');
    expect(claims).toContain('000-01');
    expect(claims).not.toContain('L046');
    const both = askSeeds('Who gives the figure of 47 killed in the airstrike, and did Pakistan comment?');
    expect(both.claims).toContain('001-26');
    expect(both.claims).not.toContain('000-23');
  });

  it('unless the question names both', () => {
    expect(askSeeds('Who denies that the TTP has sanctuaries in Afghanistan?').claims).toEqual(
      expect.arrayContaining(['000-26', '004-20']),
    );
    expect(
      askSeeds('Which was deadlier, the Peshawar school attack or the airstrike of April 2022?').claims,
    ).toEqual(expect.arrayContaining(['004-33', '001-25']));
  });

  it('and of talks is that between the pair, and not that of their host', () => {
    const { claims } = askAll('What did the Afghan Taliban say about the talks with the TTP?');
    expect(claims).toContain('001-09');
    expect(claims).not.toContain('000-26');
  });
});
