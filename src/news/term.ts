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

/** One expression for terms of all languages: whole words, the longest term first. Undefined without terms. */
export function termsPattern(all: readonly Terms[], whole = false): RegExp | undefined {
  const sources = all.flatMap((terms) => Object.values(terms).flat()).map(termSource);
  if (sources.length === 0) return undefined;
  const longestFirst = [...new Set(sources)].sort((a, b) => b.length - a.length).join('|');
  return whole ? new RegExp(`^(?:${longestFirst})$`) : new RegExp(`(?<= )(?:${longestFirst})(?= )`, 'g');
}
