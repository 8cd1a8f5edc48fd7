import type { Terms } from '../schema/watch.ts';
import { normalise } from './normalise.ts';

/**
 * The source of a regular expression for one term of `watch.yaml`, to be sought in normalised text.
 * Only bounded repetitions come out of it, so a match takes time linear in the text.
 */
export function termSource(term: string): string {
  return term
    .split(/(\*|\(|\)|\||~\d?)/)
    .map((part) => {
      if (part === '*') return '[^ .,]{0,12}';
      if (part === '(') return '(?:';
      if (part.startsWith('~')) return `(?:[^ .,]+ ){0,${part.slice(1) || '3'}}`;
      if (part === ')' || part === '|') return part;
      return folded(part);
    })
    .join('');
}

/** Folds a piece of a term as texts are folded, and lets its inner spaces be missing. */
function folded(part: string): string {
  const words = normalise(part).trim().replaceAll(' . ', ' ').replaceAll('.', '');
  const before = /^[ -]/.test(part) ? ' ?' : '';
  const after = /[ -]$/.test(part) && words !== '' ? ' ?' : '';
  return before + words.replaceAll(' ', ' ?') + after;
}

/** Particles that a language writes together with the word behind them. */
const proclitics: Readonly<Record<string, string>> = { ar: '(?:[وفبلک]{1,2})?(?:ال|ل)?' };

/** One expression for terms of all languages: whole words, the longest term first. Undefined without terms. */
export function termsPattern(all: readonly Terms[], whole = false): RegExp | undefined {
  const found = all.flatMap((terms) =>
    Object.entries(terms).flatMap(([language, list]) =>
      list.map((term) => ({
        length: longest(term),
        source: (proclitics[language] ?? '') + termSource(term),
      })),
    ),
  );
  if (found.length === 0) return undefined;
  found.sort((a, b) => b.length - a.length);
  const longestFirst = [...new Set(found.map(({ source }) => source))].join('|');
  return whole ? new RegExp(`^(?:${longestFirst})$`) : new RegExp(`(?<= )(?:${longestFirst})(?= )`, 'g');
}

/** Letters of the longest text that a term's own words make. */
const longest = (term: string): number =>
  term
    .replace(/\(([^)]*)\)/g, (_, options: string) =>
      options.split('|').reduce((a, b) => (b.length > a.length ? b : a)),
    )
    .replace(/[*~]/g, '').length;
