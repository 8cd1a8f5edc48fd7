import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/knowledge/ask/ask.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { type DayRange, rangeOfPartial } from '../../../src/knowledge/dates.ts';
import type { Episode } from '../../../src/knowledge/episodes.ts';
import { sayPartial } from '../../../src/knowledge/wording/dates.ts';
import type { Layer } from '../../../src/schema/layers.ts';
import { askSeeds, pack, seeds } from './seeds.ts';

/** Ways to name a ceasefire by the month of its beginning. */
const names = [
  (month: string) => `the ${month} ceasefire`,
  (month: string) => `the truce of ${month}`,
  (month: string) => `the ceasefire announced in ${month}`,
];
/** Ways to ask whether it was in effect. */
const whetherOn = [
  (name: string, time: string) => `Was ${name} still holding in ${time}?`,
  (name: string, time: string) => `In ${time}, was ${name} in force?`,
  (name: string, time: string) => `Did ${name} still apply in ${time}?`,
  (name: string, time: string) => `Was ${name} being observed in ${time}?`,
  (name: string, time: string) => `was ${name} still on in ${time}`,
];
/** Ways to ask whether it had ended. */
const whetherOver = [
  (name: string, time: string) => `Had ${name} lapsed by ${time}?`,
  (name: string, time: string) => `Was ${name} over by ${time}?`,
  (name: string, time: string) => `Had ${name} expired in ${time}?`,
];

const months = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => new Date(Date.UTC(from, 8 + at)).toISOString().slice(0, 7));

function asked(layers: readonly Layer[]) {
  const options = { ...seeds, index: indexDataset(pack.layers(layers)) };
  const episodes = options.index.dyads.get(options.dyad.id)?.episodes ?? [];
  const lines = (question: string) => ask(question, options).answer.split('\n');
  return { episodes, lines };
}

const mayHoldIn = ({ start, last }: Episode, { earliest, latest }: DayRange): boolean =>
  start !== undefined && last !== undefined && start.earliest <= latest && earliest <= last.latest;
const surelyHoldsIn = ({ start, last }: Episode, { earliest, latest }: DayRange): boolean =>
  start !== undefined && last !== undefined && start.latest <= latest && earliest <= last.earliest;
const begins = ({ declared, start }: Episode, { earliest, latest }: DayRange): boolean =>
  [declared, start].some((each) => each && each.earliest <= latest && earliest <= each.latest);

describe.each([
  { layers: ['seeds'] as const, first: 2021, count: 14 },
  { layers: ['seeds', 'updates'] as const, first: 2021, count: 24 },
])('a ceasefire of $layers, asked about in another month', ({ layers, first, count }) => {
  const { episodes, lines } = asked(layers);
  const times = months(first, count);
  const begun = times.filter((month) => episodes.some((each) => begins(each, rangeOfPartial(month))));
  const cases = begun.flatMap((month) => {
    const meant = episodes.filter((each) => begins(each, rangeOfPartial(month)));
    return times.flatMap((time) =>
      names.map((name) => ({ meant, time, name: name(sayPartial(month)), range: rangeOfPartial(time) })),
    );
  });

  it('is said to hold only within its known or planned span, and the sentence names the month', () => {
    expect(cases.length).toBeGreaterThan(50);
    const wrong = cases.flatMap(({ meant, time, name, range }) =>
      whetherOn.flatMap((form) => {
        const question = form(name, sayPartial(time));
        const [lead = '', ...others] = lines(question);
        const isYes = [lead, ...others].some((line) => line.startsWith('Yes'));
        const mayBe = meant.some((each) => mayHoldIn(each, range));
        const isSure = meant.some((each) => surelyHoldsIn(each, range));
        const isRight = (isYes ? mayBe : !isSure) && lead.includes(sayPartial(time));
        return isRight ? [] : [`${question} ${lead}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('is said to have ended only after its last day, and not to have only where it holds', () => {
    const wrong = cases.flatMap(({ meant, time, name, range }) =>
      whetherOver.flatMap((form) => {
        const question = form(name, sayPartial(time));
        const [lead = ''] = lines(question);
        const isOver = meant.every(({ last }) => last !== undefined && last.latest < range.earliest);
        const isRight = (!lead.startsWith('Yes') || isOver) && !lead.startsWith('No,');
        return isRight && lead.includes(sayPartial(time)) ? [] : [`${question} ${lead}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('that no document tells of is never said to hold, or to have held', () => {
    const covers = (month: string) => (each: Episode) =>
      begins(each, rangeOfPartial(month)) || mayHoldIn(each, rangeOfPartial(month));
    const untold = times.filter((month) => !episodes.some(covers(month)));
    expect(untold.length).toBeGreaterThan(2);
    const wrong = untold.flatMap((month) =>
      times.flatMap((time) =>
        [...whetherOn, ...whetherOver].flatMap((form) => {
          const question = form(`the truce of ${sayPartial(month)}`, sayPartial(time));
          const [lead = ''] = lines(question);
          const isDenied = lead.startsWith('The dataset does not say') && lead.includes(sayPartial(month));
          return isDenied ? [] : [`${question} ${lead}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('without a name is said to hold only in months that one covers', () => {
    const wrong = times.flatMap((time) => {
      const question = `Was there a truce in ${sayPartial(time)}?`;
      const [lead = ''] = lines(question);
      const holds = episodes.some((each) => surelyHoldsIn(each, rangeOfPartial(time)));
      return lead.startsWith('Yes') === holds ? [] : [`${question} ${lead}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a ceasefire named without its year, asked about in another month', () => {
  const { episodes, lines } = asked(['seeds']);
  const [first, last] = [episodes[0], episodes.at(-1)];
  const named = [
    { name: 'the first ceasefire', meant: first },
    { name: 'the November truce', meant: first },
    { name: 'the May truce', meant: last },
    { name: 'the Eid truce', meant: last },
    { name: 'the last ceasefire', meant: last },
  ];

  it.each(named)('$name', ({ name, meant }) => {
    const wrong = months(2021, 12).flatMap((month) =>
      [...whetherOn, (it: string, time: string) => `When did ${it} begin, and was it in force in ${time}?`]
        .map((form) => form(name, sayPartial(month)))
        .flatMap((question) => {
          const answer = lines(question);
          const isYes = answer.some((line) => line.startsWith('Yes'));
          const holds = meant !== undefined && surelyHoldsIn(meant, rangeOfPartial(month));
          const saysWhen = answer.some((line) => line.includes(sayPartial(month)));
          return isYes === holds && saysWhen ? [] : [`${question} ${answer.join(' ')}`];
        }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a ceasefire that is named, and a day', () => {
  it.each([
    ['Was the 2021 ceasefire in force on 15 May 2022?', /^Not documented as in effect on 15 May 2022/],
    ['On 15 May 2022, did the truce of November 2021 still apply?', /^Not documented as in effect on 15 May/],
    ['Was the truce of May 2022 in force on 12 November 2021?', /^No, not yet. Not in effect on 12 November/],
    ['Was the 2021 truce over by 25 November 2021?', /^No, by the documents. In effect on 25 November 2021/],
    ['Was the Eid truce still on on 25 May 2022?', /^Yes.*25 May 2022/],
    ['Was the first ceasefire in force on 25 May 2022?', /^Not documented as in effect on 25 May 2022/],
    ['Was the 2021 truce in force after 8 December 2021?', /^Not documented as in effect after 8 December/],
  ])('%s', (question, expected) => {
    expect(askSeeds(question).answer).toMatch(expected);
  });

  it('is told beside what else held then', () => {
    expect(askSeeds('Was the November 2021 ceasefire still in force in May 2022?').answer).toMatch(
      /not extended[\s\S]*Another ceasefire is documented for May 2022/,
    );
  });

  it('is taken for the day set beside the question, or for now', () => {
    expect(askSeeds('Is the 2021 truce still in force?', '2022-02-10').answer).toMatch(
      /^Not documented as in effect on 10 February 2022/,
    );
    expect(askSeeds('Is the 2021 truce still in force?').answer).toMatch(/22 November 2026/);
  });

  it('is told from its start to its end where no time is asked about', () => {
    const { answer } = askSeeds('Was the 2021 truce in force?');
    expect(answer).toMatch(/^November 2021 ceasefire: from 9 November 2021, planned until 8 December 2021/);
  });
});

describe('a part of a month or year that only words name', () => {
  it.each([
    ['Was there a truce over Christmas 2021?', 'In effect, by the documents, for at least a part of 2021'],
    ['Did the truce hold throughout May 2022?', 'In effect, by the documents, for at least a part of May'],
    ['Was there a truce late in November 2021?', 'In effect, by the documents, for at least a part of'],
  ])('is given no plain yes: %s', (question, expected) => {
    expect(askSeeds(question).answer.startsWith(expected), askSeeds(question).answer).toBe(true);
  });
});

describe('whether a ceasefire was renewed', () => {
  it('is told of the one that is named, and not of another that was', () => {
    for (const question of [
      'Was the truce of November 2021 renewed in May 2022?',
      'Has the 2021 ceasefire been extended into 2022?',
    ]) {
      const { answer } = askSeeds(question);
      expect(answer, question).toMatch(/not extended/);
      expect(answer, question).not.toContain('30 May 2022');
    }
    expect(askSeeds('Could the November 2021 truce be extended?').answer).toContain('could be extended if');
  });
});

describe('several times', () => {
  it('are answered each', () => {
    const { answer } = askSeeds('Was there a truce in December 2021 and in April 2022?');
    expect(answer).toMatch(/^Yes.*December 2021/);
    expect(answer).toContain('No ceasefire is documented for April 2022');
  });

  it('with “between” are one span', () => {
    expect(askSeeds('Was there a truce between January 2022 and March 2022?').answer).toMatch(
      /^Not documented as in effect between January 2022 and March 2022: .* It was not extended/,
    );
  });

  it('are told of a month long after a truce as of a day: how it ended, too', () => {
    const sayings = ['in March 2022', 'on 15 March 2022'].map(
      (time) => askSeeds(`Was there a ceasefire ${time}?`).answer,
    );
    for (const saying of sayings) expect(saying).toMatch(/No ceasefire .* The one before: .* not extended/);
  });

  it('are those of a month after a truce that ran out', () => {
    expect(askSeeds('truce still on in jan 2022?').answer).toMatch(
      /^Not documented as in effect in January 2022: .* It was not extended/,
    );
    expect(askSeeds('Were the guns supposed to be silent on 3 December 2021?').answer).toMatch(/^Yes/);
  });

  it('of a later part are asked about the ceasefire of the first', () => {
    const { answer } = askSeeds('Who announced the 2021 ceasefire, and was it still in force in May 2022?');
    expect(answer).toContain('Not documented as in effect in May 2022');
    expect(answer).not.toMatch(/^Yes/m);
  });
});
