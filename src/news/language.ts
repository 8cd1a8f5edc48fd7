import { foldText } from './folding.ts';
import { page, starts, units } from './normalise.ts';
import { Trie } from './trie.ts';

export type Script = 'latin' | 'arabic' | 'devanagari' | 'cyrillic' | 'other';

/** Unicode blocks of the letters that news is written in, up to the last code point of each. */
const blocks: readonly (readonly [last: number, script: Script | undefined])[] = [
  [0x40, undefined],
  [0x5a, 'latin'],
  [0x60, undefined],
  [0x7a, 'latin'],
  [0xbf, undefined],
  [0x24f, 'latin'],
  [0x3ff, undefined],
  [0x52f, 'cyrillic'],
  [0x5ff, undefined],
  [0x6ff, 'arabic'],
  [0x74f, undefined],
  [0x77f, 'arabic'],
  [0x8ff, undefined],
  [0x963, 'devanagari'],
  // Dandas and digits, which other scripts use too.
  [0x970, undefined],
  [0x97f, 'devanagari'],
];

function scriptOfCode(code: number): Script | undefined {
  for (const [last, script] of blocks) if (code <= last) return script;
  return undefined;
}

/** Languages with a script of their own. */
const ownScripts: readonly (readonly [string, RegExp])[] = [
  ['bn', /\p{Script=Bengali}/u],
  ['pa', /\p{Script=Gurmukhi}/u],
  ['gu', /\p{Script=Gujarati}/u],
  ['ta', /\p{Script=Tamil}/u],
  ['te', /\p{Script=Telugu}/u],
  ['kn', /\p{Script=Kannada}/u],
  ['ml', /\p{Script=Malayalam}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
];

const writtenIn: Readonly<Record<Exclude<Script, 'other'>, readonly string[]>> = {
  latin: [],
  arabic: ['ur', 'ps', 'fa', 'ar', 'sd', 'ckb', 'ug', 'pnb', 'bal'],
  devanagari: ['hi', 'mr', 'ne'],
  cyrillic: ['ru', 'uk', 'tg', 'bg', 'sr', 'kk', 'ky'],
};
const notLatin = new Set([...Object.values(writtenIn).flat(), ...ownScripts.map(([code]) => code)]);

/** Letters that are more than half of those looked at. */
const majority = 100;

/** The script of most letters at the start of the text. */
function scriptOf(text: string): Script {
  const counts = { latin: 0, arabic: 0, devanagari: 0, cyrillic: 0, other: 0 };
  const end = Math.min(text.length, 2 * majority);
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    // Nearly all letters are of these two blocks.
    if (code >= 0x61 && code <= 0x7a) counts.latin += 1;
    else if (code >= 0x600 && code <= 0x6ff) counts.arabic += 1;
    else {
      const script = scriptOfCode(code);
      if (!script) continue;
      counts[script] += 1;
      if (counts[script] > majority) return script;
    }
    if (counts.latin > majority) return 'latin';
    if (counts.arabic > majority) return 'arabic';
  }
  let best: Script = 'other';
  for (const script of ['latin', 'arabic', 'devanagari', 'cyrillic'] as const) {
    if (counts[script] > counts[best]) best = script;
  }
  return best;
}

/** Small words that every text has, of languages that share a script. */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the of and with in to for as on by is at from after over says its an no not',
  de: 'der die das und mit von für auf ist nach den im ein eine zu nicht sich',
  fr: 'le la les des et avec du pour dans un une en au aux sur',
  es: 'el la los las de del y con para en un una que por',
  pt: 'os do da dos com para em no na um uma que por',
  it: 'il lo gli di del della con per nel un una che dei',
  nl: 'de het van en met voor een op is na niet',
  sv: 'och att det som med till av på inte har för ett',
  tr: 've ile bir bu için da de olarak',
  id: 'dan di yang dengan untuk dari ke pada ini tidak akan',
  ur: 'کے کی کا میں سے نے ہے ہیں کو پر اور تھا ke ki ka mein ne hai hain ko aur kar',
  ps: 'د په له ته چې سره شو شي دي ده یې کې کړ کوي',
  fa: 'در از که را این است با به شد کرد می',
  ar: 'في من على إلى التي أن مع بين عن بعد',
  hi: 'के की का में से ने है को पर और',
  mr: 'आहे आहेत आणि च्या ला या केली नाही झाली होते व यांनी',
};

/** Small words as they stand on the page, and who says each: indexes of languages. */
const speakers = new Map<string, number[]>();
const languages = Object.keys(smallWords);
for (const [language, words] of Object.values(smallWords).entries()) {
  for (const word of words.split(' ').map(foldText))
    speakers.set(`${word} `, [...(speakers.get(`${word} `) ?? []), language]);
}
/** Whether a word, as it stands on the page, is one that every text of some language has. */
export const isSmallWord = (word: string): boolean => speakers.has(`${word} `);

const sought = new Trie([...speakers.keys()]);
const speakersOf = [...speakers.values()];

/** Urdu too: many write it in these letters. */
const latin = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'tr', 'id', 'ur'];

/** Words that are looked at: a language shows in a few sentences. */
const lookedAt = 60;

/** How often small words of each language stand on the page; one array for all texts. */
const counts = new Uint8Array(languages.length);

function countSmallWords(): void {
  const words = Math.min(page.words, lookedAt);
  counts.fill(0);
  for (let word = 0; word < words; word += 1) {
    const small = sought.find(written, begins[word]!);
    if (small !== -1) for (const language of speakersOf[small]!) counts[language]! += 1;
  }
}

const smallWordsOf = (language: string): number => counts[languages.indexOf(language)] ?? 0;

// Faster to use than what is imported.
const [written, begins] = [units, starts];

/** Small words that settle a language, if no other has half as many. */
const settling = 3;

/**
 * The candidate that the words tell most of: small words where they settle it, else with the words that `tells` counts.
 * Of several the first; undefined if the words tell nothing.
 */
function byWords(candidates: readonly string[], tells: (language: string) => number): string | undefined {
  countSmallWords();
  const [first, second] = mostOf(candidates, smallWordsOf);
  if (first.count >= settling && first.count >= 2 * second.count) return first.language;
  const [told] = mostOf(candidates, (language) => smallWordsOf(language) + tells(language));
  return told.count > 0 ? told.language : undefined;
}

interface Counted {
  readonly language: string | undefined;
  readonly count: number;
}

/** The two that count most. */
function mostOf(
  candidates: readonly string[],
  countOf: (language: string) => number,
): readonly [Counted, Counted] {
  let first: Counted = { language: undefined, count: 0 };
  let second = first;
  for (const language of candidates) {
    const count = countOf(language);
    if (count > first.count) {
      second = first;
      first = { language, count };
    } else if (count > second.count) second = { language, count };
  }
  return [first, second];
}

/** The primary language of a BCP 47 tag as feeds write it: `en` of `EN_us`. */
export function primaryOf(tag: string): string {
  let end = 0;
  while (end < tag.length && tag[end] !== '-' && tag[end] !== '_') end += 1;
  return tag.slice(0, end).toLowerCase();
}

/** Letters that only some of the languages of their script have, and none of the others. */
const ownLetters: readonly { readonly letters: RegExp; readonly languages: readonly string[] }[] = [
  { letters: /[ټډړږښڼېۍ]/, languages: ['ps'] },
  { letters: /[ٹڈڑںےۓ]/, languages: ['ur', 'pnb', 'bal'] },
];

/**
 * BCP 47 language of the text that stands on the page: its letters and words tell, and what is declared decides only between those that they
 * leave open. Publishers often declare what their system came with.
 *
 * @param tells how many of the words a vocabulary of that language has
 */
export function languageOf(
  text: string,
  declared: string | undefined,
  tells: (language: string) => number,
): string {
  const tag = declared && primaryOf(declared);
  const script = scriptOf(text);
  if (script === 'other') return ownScripts.find(([, letters]) => letters.test(text))?.[0] ?? tag ?? 'und';
  const lettered = script === 'arabic' ? ownLetters.find(({ letters }) => letters.test(text)) : undefined;
  const written = lettered?.languages ?? (script === 'latin' ? latin : writtenIn[script]);
  const isWritten =
    tag && (script === 'latin' ? !notLatin.has(tag) || latin.includes(tag) : written.includes(tag));
  const candidates = isWritten ? [tag, ...written.filter((language) => language !== tag)] : written;
  if (lettered) return candidates[0]!;
  const told = byWords(candidates, tells);
  if (told) return told;
  if (isWritten) return tag;
  if (script === 'latin') return 'und';
  return script === 'arabic' && !/[گچپژیک]/.test(text) ? 'ar' : written[0]!;
}
