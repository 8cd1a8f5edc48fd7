import type { Mention } from './lexicon.ts';
import { normalise } from './normalise.ts';

/** Letters of an acronym at most: longer ones are rare, and each is a word of the pattern. */
const mostLetters = 6;

/**
 * Whether a text spells an acronym among the mentions out as something else: capitalised words in a row that begin with
 * its letters, and no known party among them. "Amateur Swimming Club" says what ASC is there.
 */
export function isSpeltOut(text: string, mentions: readonly Mention[]): boolean {
  const parties = mentions.filter((one) => one.kind === 'party');
  const acronyms = parties.filter(
    ({ party, text: letters }) => party.doubt === 'acronym' && isShort(letters),
  );
  if (acronyms.length === 0) return false;
  const names = parties.filter((one) => !acronyms.includes(one)).map((one) => ` ${one.text} `);
  return [...new Set(acronyms.map((one) => one.text))].some((letters) =>
    [...text.matchAll(wordsOf(letters))].some(([words]) => {
      const spelt = normalise(words);
      return !names.some((name) => spelt.includes(name));
    }),
  );
}

const isShort = (letters: string): boolean => letters.length <= mostLetters && /^[a-z]+$/.test(letters);

/** By acronym, of which a vocabulary has few. */
const patterns = new Map<string, RegExp>();

function wordsOf(letters: string): RegExp {
  let pattern = patterns.get(letters);
  if (!pattern) {
    const words = [...letters.toUpperCase()].map((letter) => `${letter}[a-z]{1,20}`);
    pattern = new RegExp(`\\b${words.join('[ -]')}\\b`, 'g');
    patterns.set(letters, pattern);
  }
  return pattern;
}
