import { expect, test } from 'vitest';
import { classifyAll } from '../../src/news/classify-all.ts';
import type { Item } from '../../src/news/story.ts';
import { loadPack } from '../../src/pack.ts';

const { watch } = await loadPack('config/pakistan-ttp');
const noon = Date.UTC(2022, 4, 18, 12);

/** One outlet tells each step of the affair, minutes apart, in words much alike. */
const steps = [
  [
    'TTP accuses Pakistan army of violating the ceasefire in North Waziristan',
    'It says an operation broke the truce.',
  ],
  [
    'Pakistani Taliban and government agree month-long ceasefire',
    'The truce with the TTP takes effect on Tuesday.',
  ],
  [
    'Pakistan, TTP negotiators hold new round of peace talks in Kabul',
    'Tribal elders joined the negotiations.',
  ],
  ['TTP extends ceasefire with Pakistan until May 30', 'The truce is extended as talks go on in Kabul.'],
  [
    'TTP calls off ceasefire with Pakistan government',
    'The Pakistani Taliban ended the truce, a statement says.',
  ],
  ['TTP denies holding talks with Pakistan government', 'Its spokesman said no negotiations are under way.'],
];

function itemOf([title = '', summary = '']: string[], index: number, source: string): Item {
  const published = noon + index * 60_000;
  return { id: `${source}/${index}`, title, summary, source, link: `https://x.example/${index}`, published };
}

test('each step of the affair is a story of its own, even from one outlet within minutes', () => {
  const judged = [
    ...classifyAll(
      watch,
      steps.map((step, index) => itemOf(step, index, 'Wire')),
    ),
  ];
  expect(judged.every(({ alert }) => alert)).toBe(true);
  expect(new Set(judged.map(({ story }) => story)).size).toBe(steps.length);
});

test('an end of the truce does not vanish into the story of its extension, whoever tells it', () => {
  const extension = itemOf(steps[3]!, 3, 'Wire');
  const end = itemOf(
    ['Pakistani Taliban announce end of ceasefire with Islamabad after raid in Bannu'],
    4,
    'Paper',
  );
  const [first, second] = [...classifyAll(watch, [extension, end])];
  expect(second?.story).not.toBe(first?.story);
});

test('another outlet on the same step joins its story', () => {
  const [extension] = steps.slice(3, 4);
  const other = { ...itemOf(extension!, 3, 'Paper'), title: 'Pakistani Taliban extend truce until May 30' };
  const [first, second] = [...classifyAll(watch, [itemOf(extension!, 3, 'Wire'), other])];
  expect(second?.story).toBe(first?.story);
});

test('a word of another matter in the summary does not take away what the title says by its full name', () => {
  const [title, summary] = [
    'TTP extends ceasefire with Pakistan until May 30',
    'The Pakistani Taliban share roots with Kabul’s rulers; donors and shareholders watch the talks.',
  ];
  const [judged] = [...classifyAll(watch, [itemOf([title, summary], 0, 'Wire')])];
  expect(judged).toMatchObject({ alert: true, topic: 'truce_extended' });
});
