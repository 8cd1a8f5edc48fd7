import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ordinaryWords } from '../src/knowledge/ask/english-words.ts';
import { isEnglish as isEnglishWord } from '../src/knowledge/ask/ordinary.ts';
import { scaffolding, stopWords } from '../src/knowledge/ask/stop-words.ts';
import { normalise } from '../src/news/normalise.ts';
import { requiredPieces } from '../src/news/term.ts';
import { loadPack } from '../src/pack.ts';
import { shippedWatch } from './news/watch.ts';

/** Where words of the shipped conflict may stand, and why. */
const exempt: Readonly<Record<string, readonly string[] | 'all'>> = {
  // A list of ordinary English, and one of places that are not the conflict's.
  'src/knowledge/ask/english-words.ts': 'all',
  'src/knowledge/ask/foreign-places.ts': 'all',
  // Urdu as questions are asked in it, as the lists beside it hold English: what a truce is called, and no name.
  'src/knowledge/ask/urdu-words.ts': 'all',
  // Sample feeds and hints of the playground, which shows the shipped pack.
  'src/playground/newsroom/samples.ts': 'all',
  'src/playground/main.ts': ['noor wali', 'noor', 'wali', 'pakistan', 'ttp'],
  'src/playground/opening.ts': ['karachi'],
  'src/playground/page/client/clock.ts': ['karachi'],
  // The pack that is taken when none is named, and examples in its schema.
  'src/settings.ts': ['pakistan', 'ttp'],
  'src/schema/pack.ts': ['pakistan', 'TTP'],
  'src/schema/dataset.ts': ['TTP'],
  // Words that mean the same to every pack: synonyms are no part of a pack yet.
  'src/knowledge/ask/concepts.ts': ['china', 'beijing', 'jirga'],
  // A feast beside months and seasons: a time that comes each year.
  'src/knowledge/ask/date-mentions.ts': ['eid'],
  // Marathi for "not", by which the language is told.
  'src/news/language.ts': ['नाही'],
};

/** English words that the vocabulary has, and code for its own reasons or for any conflict. */
const general = new Set(
  (
    'american|armed group|armed groups|army|authorities|cabinet|cyber|elders|extremists|fighters|government|govt|guerrillas|' +
    'insurgents|jihadists|judges|lawmakers|match|militants|military|ministers|parliament|payload|pipeline|premier|' +
    'frontier|ministry|notables|prime minister|rebels|rejoined|state|strikers|terrorists|token'
  ).split('|'),
);

/** Words of the region that its English reports use for talks, truces and their days; no other actions are foreign to English. */
const borrowed = [
  'jirga',
  'loya',
  'ulema',
  'maulana',
  'mufti',
  'sulah',
  'eid',
  'ramazan',
  'ramadan',
  'muharram',
  'lashkar',
  'bhatta',
];

/** Words of other languages that are English, too. */
const cognates = new Set(['delegation']);

const { parties, places, lookalikes, actions } = shippedWatch;
const { dataset } = await loadPack('config/pakistan-ttp');
/** Capitalised words of the names in the dataset that are no English words. */
const inDataset = dataset.actors
  .filter(({ type }) => type !== 'media' && type !== 'platform')
  .flatMap(({ name, aliases }) => [name, ...aliases])
  .flatMap((name) => name.match(/\p{Lu}\p{Ll}{3,}/gu) ?? [])
  .map((word) => normalise(word).trim())
  .filter((word) => !isEnglishWord(word) && !stopWords.has(word) && !scaffolding.has(word));
const named = wordsOf([...parties, ...places, ...lookalikes].map(({ terms }) => terms));
const names = new Set([...named, ...inDataset].filter((name) => name.length > 3 && !general.has(name)));
const acronyms = new Set(
  [...named].filter((name) => /^[a-z]{2,3}$/.test(name)).map((name) => name.toUpperCase()),
);
/** Acronyms that are something else in small letters. */
const inSmallLetters = new Set(['dir', 'sc', 'pm', 'bla']);
const english = wordsOf(Object.values(actions).map(({ en = [] }) => ({ en })));
const foreign = wordsOf(Object.values(actions).map(({ en: _, ...others }) => others));
const isEnglish = (word: string) =>
  ordinaryWords.has(word) || cognates.has(word) || [...english].some((one) => one.startsWith(word));
const deeds = new Set([...[...foreign].filter((word) => word.length > 3 && !isEnglish(word)), ...borrowed]);

test('code holds no name, no acronym and no foreign word of the shipped conflict', () => {
  const found: string[] = [];
  const used = new Set<string>();
  for (const file of globSync(['src/**/*.ts', 'commands/**/*.ts'])) {
    const spared = exempt[file];
    for (const word of wordsIn(codeOf(file))) {
      if (spared === 'all' || spared?.includes(word)) used.add(file).add(`${file}: ${word}`);
      else found.push(`${file}: ${word}`);
    }
  }
  expect(found).toEqual([]);
  const listed = Object.entries(exempt).flatMap(([file, words]) =>
    words === 'all' ? [file] : words.map((word) => `${file}: ${word}`),
  );
  expect(listed.filter((one) => !used.has(one))).toEqual([]);
});

test.each([
  ['a full name', 'Tehrik-i-Taliban Pakistan', 'pakistan'],
  ['an acronym', 'whether the TTP', 'TTP'],
  ['another one', 'BLA and PTI', 'PTI'],
  ['one in small letters', "'pk-ttp'", 'ttp'],
  ['a name of the dataset alone', 'whether Khurasani', 'khurasani'],
  ['a look-alike', 'TLP', 'TLP'],
  ['a name of two words', 'Noor_Wali', 'noor wali'],
  ['a borrowed word', 'a jirga met', 'jirga'],
  ['a word that folds to plain letters', 'ateşkes', 'ateskes'],
  ['another script', 'مذاکرات', 'مذاکرات'],
])('finds %s', (_, code, word) => {
  expect([...wordsIn(code)]).toContain(word);
});

test.each(['type', 'bla bla', 'DATA_DIR', 'data dir'])(
  'takes no part of other words, and no other word in small letters, for an acronym: %s',
  (code) => {
    expect([...wordsIn(code)]).toEqual([]);
  },
);

/** Terms without gaps: others are no names. */
function wordsOf(lists: readonly Readonly<Record<string, readonly string[]>>[]): Set<string> {
  const pieces = lists.flatMap((terms) => Object.values(terms).flat()).flatMap(requiredPieces);
  return new Set(pieces.flatMap(([first, ...others]) => (first && others.length === 0 ? first.text : [])));
}

/** What a file holds beside comments; names of time zones left out. */
function codeOf(file: string): string {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const parts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node))
      parts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return parts.join('\n').replaceAll(/\b[A-Z][a-z]+\/[A-Z]\w+/g, '');
}

/** Names, acronyms and deeds that a text has as whole words. */
function wordsIn(code: string): Set<string> {
  // Folded as the terms are.
  const words = normalise(code).trim().split(' ');
  const single = new Set(words);
  const line = ` ${words.join(' ')} `;
  const short = code.match(/(?<![\p{L}\p{N}_])(?:[A-Z]{2,3}|[a-z]{2,3})(?![\p{L}\p{N}_])/gu) ?? [];
  return new Set([
    ...[...names].filter((name) => (name.includes(' ') ? line.includes(` ${name} `) : single.has(name))),
    ...[...deeds].filter((word) => (word.includes(' ') ? line.includes(` ${word} `) : single.has(word))),
    ...short.filter((word) => acronyms.has(word.toUpperCase()) && !inSmallLetters.has(word)),
  ]);
}
