import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPack, loadPack, PackError, problemLine } from '../../src/pack.ts';
import { changed, smallPack } from './small-pack.ts';

async function problemsOf(changes: Record<string, string | null>): Promise<string[]> {
  const dir = await smallPack(changes);
  const problems = await checkPack(dir);
  return problems.map((problem) => problemLine({ ...problem, file: relative(dir, problem.file) }));
}

const claims = 'dataset/seeds/claims.yaml';
const ceasefires = 'dataset/seeds/ceasefires.yaml';
const second = (text: string) => ({ 'dataset/seeds/second.yaml': text });
const extending = (id: string, base: string) => `  - id: ${id}
    dyad: a-b
    name: ${id}
    parties: [a, b]
    side: unclear
    extends: ${base}
    claims: [c1]
`;

const cases: readonly [name: string, changes: Record<string, string | null>, problems: readonly string[]][] =
  [
    ['a missing file', { 'feeds.yaml': null }, ['feeds.yaml:1:1: the file is missing']],
    [
      'no YAML',
      { 'pack.yaml': 'name: Small\ndyads: [a\n' },
      ['pack.yaml:3:1: no valid YAML: deficient indentation'],
    ],
    [
      'a key that stands twice',
      { 'pack.yaml': 'name: Small\nname: Large\n' },
      ['pack.yaml:2:1: no valid YAML: duplicated mapping key'],
    ],
    [
      'an empty file',
      { 'pack.yaml': '' },
      ['pack.yaml:1:1: no valid YAML: expected a document, but the input is empty'],
    ],
    [
      'words for what is not there',
      { 'ask.yaml': 'names:\n  a: [Ay]\n  z: [Zed]\nclaims:\n  c1: begun\n  c9: over\n' },
      ['ask.yaml:3:3: no actor has the id "z"', 'ask.yaml:6:3: no claim has the id "c9"'],
    ],
    [
      'what was learned, cut off',
      { 'learned.json': '{"topics": ["none",' },
      [expect.stringMatching(/^learned\.json:1:1: no valid JSON: /)],
    ],
    [
      'what was learned, in another form',
      { 'learned.json': '{"topics": ["none", "talks"], "bias": [0, 1], "weights": ["accord much 1 2 3"]}' },
      [expect.stringMatching(/^learned\.json:1:\d+: a feature and its weights/)],
    ],
    [
      'what was learned, with a weight too few',
      { 'learned.json': '{"topics": ["none", "talks"], "bias": [0, 1], "weights": ["accord 1 2 3"]}' },
      ['learned.json:1:1: each topic has a bias, and two weights of each feature'],
    ],
    [
      'a day that does not exist',
      changed(claims, '2021-11-09, precision', '2022-02-30, precision'),
      [`${claims}:8:13: on: the calendar has no such date (in claims c1)`],
    ],
    [
      'a year without quotes',
      changed(claims, 'on: 2021-12, precision: month', 'on: 2021, precision: year'),
      [`${claims}:16:13: on: is read as a number; put it in quotes (in claims c2)`],
    ],
    [
      'a duplicate id',
      second('actors:\n  - { id: c, type: state, name: Sea }\n'),
      ['dataset/seeds/second.yaml:2:7: the id c is taken by dataset/seeds/records.yaml, entry 3'],
    ],
    [
      'ids that lead nowhere',
      changed(claims, 'assertedBy: [a]', 'assertedBy: [z]\n    places: [b]'),
      [
        `${claims}:9:18: no actor has the id "z" (in claims c1)`,
        `${claims}:10:14: no place has the id "b" (in claims c1)`,
      ],
    ],
    [
      'an unknown dyad',
      changed(ceasefires, 'dyad: a-b', 'dyad: a-x'),
      [
        `${ceasefires}:3:5: pack.yaml has no dyad "a-x" (in ceasefires CF-1)`,
        `${ceasefires}:8:65: the claim c1 is on a-b, but CF-1 is a ceasefire of a-x`,
        `${ceasefires}:10:65: the claim c1 is on a-b, but CF-1 is a ceasefire of a-x`,
      ],
    ],
    [
      'a claim of another dyad as evidence',
      changed(ceasefires, 'claims: [c1]', 'claims: [c2]'),
      [`${ceasefires}:8:65: the claim c2 is on a-c, but CF-1 is a ceasefire of a-b`],
    ],
    [
      'mediation and an event shown by claims of another dyad',
      {
        ...changed(
          ceasefires,
          'side: bilateral',
          'side: bilateral\n    mediation: { status: yes, mediators: [c], claims: [c2] }',
        ),
        ...second(
          'events:\n  - { id: E-1, dyad: a-b, kind: talks, title: Talks, date: { on: 2021-12, precision: month, how: stated }, claims: [c1, c2] }\n',
        ),
      },
      [
        `${ceasefires}:7:56: the claim c2 is on a-c, but CF-1 is a ceasefire of a-b`,
        'dataset/seeds/second.yaml:2:121: the claim c2 is on a-c, but E-1 is an event of a-b',
      ],
    ],
    [
      'a role and a relation that rest on nothing',
      second(`actors:
  - { id: d, type: person, name: D, roles: [{ role: speaker, of: a }] }
relations:
  - { from: d, relation: speaks_for, to: a, status: asserted, claims: [] }
  - { from: a, relation: borders, to: c, status: general_knowledge, claims: [] }
`),
      [
        'dataset/seeds/second.yaml:2:45: the role speaker of d needs a claim',
        'dataset/seeds/second.yaml:4:5: the relation d speaks_for a needs a claim',
      ],
    ],
    [
      'extensions in a circle',
      second(`ceasefires:\n${extending('CF-2', 'CF-3')}${extending('CF-3', 'CF-2')}`),
      [
        'dataset/seeds/second.yaml:7:5: extends goes in a circle: CF-2 → CF-3 → CF-2',
        'dataset/seeds/second.yaml:14:5: extends goes in a circle: CF-3 → CF-2 → CF-3',
      ],
    ],
    [
      'a ceasefire that extends itself',
      second(`ceasefires:\n${extending('CF-2', 'CF-2')}`),
      ['dataset/seeds/second.yaml:7:5: extends goes in a circle: CF-2 → CF-2'],
    ],
    [
      'an end before the start',
      changed(ceasefires, '2021-12-08', '2021-11-08'),
      [`${ceasefires}:10:9: CF-1 ends on 2021-11-08, before its start on 2021-11-09`],
    ],
    [
      'a date that does not agree with its precision',
      changed(claims, 'precision: month', 'precision: day'),
      [`${claims}:16:26: "2021-12" is a month, not a day`],
    ],
    [
      'an earliest day after the latest',
      changed(claims, 'month, how: stated', 'month, how: stated, earliest: 2021-12-20, latest: 2021-12-10'),
      [`${claims}:16:57: the earliest day 2021-12-20 is after the latest, 2021-12-10`],
    ],
    [
      'a date of a ceasefire without a claim',
      changed(ceasefires, 'how: stated, claims: [c1]', 'how: stated, claims: []'),
      [`${ceasefires}:8:56: claims: needs at least 1 (in ceasefires CF-1)`],
    ],
    [
      'a ceasefire that rests on nothing',
      second('ceasefires:\n  - { id: CF-2, dyad: a-b, name: Second, parties: [a, b], side: unclear }\n'),
      ['dataset/seeds/second.yaml:2:5: CF-2 rests on no claim: it needs a date with claims, or claims'],
    ],
    [
      'disputed mediation with one side',
      changed(
        ceasefires,
        'side: bilateral',
        'side: bilateral\n    mediation: { status: disputed, mediators: [c], claims: [c1] }',
      ),
      [`${ceasefires}:7:5: disputed mediation of CF-1: both sides need a claim`],
    ],
    [
      'an unknown key',
      changed(
        claims,
        'attribution: reported\n  - id: c2',
        'attribution: reported\n    mood: calm\n  - id: c2',
      ),
      [`${claims}:11:5: unknown key "mood" (in claims c1)`],
    ],
    [
      'a missing key',
      changed(claims, '    summary: A struck C.\n', ''),
      [`${claims}:11:5: summary: is missing (in claims c2)`],
    ],
    [
      'a time zone that does not exist',
      changed('pack.yaml', 'Asia/Karachi', 'Asia/Nowhere'),
      ['pack.yaml:2:1: "Asia/Nowhere" is no IANA time zone, like Asia/Karachi'],
    ],
    [
      'a default dyad that is none',
      changed('pack.yaml', 'defaultDyad: a-b', 'defaultDyad: b-a'),
      ['pack.yaml:3:1: there is no dyad "b-a" under dyads'],
    ],
    [
      'a party that is no actor',
      changed('pack.yaml', 'parties: [a, c]', 'parties: [a, d]'),
      ['pack.yaml:10:18: no actor has the id "d"'],
    ],
    [
      'a quote of two sentences',
      changed(claims, 'on Tuesday\n', 'on Tuesday. It was quiet.\n'),
      [`${claims}:7:5: the quote of c1 is longer than one sentence`],
    ],
    [
      'a feed address that stands twice',
      changed(
        'feeds.yaml',
        'feeds:\n',
        'feeds:\n  - { id: two, title: Two, url: https://one.example/rss, lang: en, tier: B }\n',
      ),
      ['feeds.yaml:5:5: the url "https://one.example/rss" stands here a second time'],
    ],
    [
      'a seed that rests on an update',
      {
        'dataset/updates/more.yaml': 'actors:\n  - { id: later, type: person, name: Later }\n',
        ...changed(claims, 'assertedBy: [c]', 'assertedBy: [later]'),
      },
      [`${claims}:17:18: seeds must not refer to updates: "later" (in claims c2)`],
    ],
    [
      'an update without an address',
      {
        'dataset/updates/more.yaml':
          'sources:\n  - { id: page, title: Page, published: { on: null, precision: undated, how: derived }, textQuality: excerpt }\n',
      },
      ['dataset/updates/more.yaml:2:5: the source page of updates has no url'],
    ],
    [
      'a dispute with one side',
      second(
        'disputes:\n  - { id: X1, dyad: a-b, question: When?, type: silence, sides: [{ says: Now., claims: [c1] }] }\n',
      ),
      ['dataset/seeds/second.yaml:2:58: the dispute X1 has one side only'],
    ],
  ];

describe('checkPack', () => {
  it('finds nothing in a sound pack', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  it.each(cases)('names file, line and column of %s', async (_, changes, problems) => {
    const found = await problemsOf(changes);
    expect(found.map((line) => line.replaceAll(/\/\S*\/pack-[^/]+\//g, ''))).toEqual(problems);
  });

  it('does not report a reference to a record whose own mistake is reported', async () => {
    const found = await problemsOf(
      changed(claims, '  - id: c1\n    source: doc', '  - id: c1\n    source: []'),
    );
    expect(found).toEqual([`${claims}:3:5: source: expected string, received array (in claims c1)`]);
  });

  it('finds a quote that does not stand in its document', async () => {
    const dir = await smallPack({
      'seeds/doc.txt': 'A ceasefire between A and B\ncame into effect on Tuesday, they said.',
    });
    expect(await checkPack(dir, { seeds: `${dir}/seeds` })).toEqual([]);
    const other = await smallPack({
      'seeds/doc.txt': 'A ceasefire between A and B came into force on Tuesday.',
    });
    expect(
      (await checkPack(other, { seeds: `${other}/seeds` })).map(({ line, message }) => [line, message]),
    ).toEqual([[7, 'the quote of c1 does not stand in its document']]);
  });

  it('says which seed document cannot be read', async () => {
    const dir = await smallPack();
    const [problem, ...others] = await checkPack(dir, { seeds: '/nowhere' });
    expect(problem).toMatchObject({ line: 4, column: 5, message: '/nowhere/doc.txt cannot be read' });
    expect(others).toEqual([]);
  });
});

describe('loadPack', () => {
  it('throws one error that lists every problem of every file', async () => {
    const dir = await smallPack({
      'feeds.yaml': null,
      ...changed('pack.yaml', 'Asia/Karachi', 'Asia/Nowhere'),
      ...changed(claims, '2021-11-09, precision', '2022-02-30, precision'),
    });
    const error = await loadPack(dir).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PackError);
    expect((error as PackError).problems).toHaveLength(3);
    expect((error as PackError).message.split('\n')).toHaveLength(3);
  });

  it('throws for a folder that does not exist', async () => {
    await expect(loadPack('/nowhere')).rejects.toThrow('/nowhere/pack.yaml:1:1: the file is missing');
  });
});
