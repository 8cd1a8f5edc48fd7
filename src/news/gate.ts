import { foldings } from './normalise.ts';

/** Marks inside a word that would hide it from a plain search; such texts are looked at properly. */
const hidden =
  '[\\u0640\\u064b-\\u0652\\u0300-\\u036f\\u200d\\u00ad\\ufb50-\\ufdff\\ufe70-\\ufefc\\uff21-\\uff5a]';

/**
 * The cheap question before all others: can this text name a party at all? Reads raw text once, with one
 * expression in which each letter stands for its variants.
 */
export function createGate(parts: readonly string[]): (text: string) => boolean {
  const sources = parts.map((part) =>
    [...part.toLowerCase().normalize('NFC')].map((letter) => variantsOf(letter)).join(''),
  );
  const pattern = new RegExp(`${[...new Set(sources)].join('|')}|${hidden}`, 'i');
  return (text) => pattern.test(text);
}

function variantsOf(letter: string): string {
  if (letter === ' ' || letter === '-') return '[\\s\\u200c.-]?';
  const others = foldings(letter);
  return others.length === 0 ? letter : `[${letter}${others.join('')}]`;
}
