import type { Watch } from '../schema/watch.ts';
import { foldings } from './normalise.ts';
import { beginnings } from './term.ts';

/** Marks inside a word that would hide it from a plain search; such texts are looked at properly. */
const hidden =
  '[\\u0640\\u064b-\\u0652\\u0300-\\u036f\\u200d\\u00ad\\ufb50-\\ufdff\\ufe70-\\ufefc\\uff21-\\uff5a]';

/**
 * The cheap question before all others: can this text name a party, and an action? Reads raw text with one
 * expression for each, in which a letter stands for its variants.
 */
export function createGate({ gate, actions }: Watch): (title: string, summary: string) => boolean {
  const names = containing(gate);
  const terms = [actions.talks, actions.truce, actions.offer].flatMap((action) =>
    Object.values(action).flat(),
  );
  const deeds = containing(shortest(terms.flatMap(beginnings)));
  return (title, summary) =>
    (names.test(title) || names.test(summary)) && (deeds.test(title) || deeds.test(summary));
}

function containing(parts: readonly string[]): RegExp {
  const sources = parts.map((part) => [...part.toLowerCase().normalize('NFC')].map(variantsOf));
  return new RegExp(`${branched(sources)}|${hidden}`, 'i');
}

/** Alternatives grouped by their first letters: at each place few are tried, where a plain list tries them all. */
function branched(sources: readonly (readonly string[])[], depth = 3): string {
  if (depth === 0 || sources.length === 1)
    return [...new Set(sources.map((source) => source.join('')))].join('|');
  const groups = Map.groupBy(sources, ([first]) => first ?? '');
  return [...groups]
    .map(([first, list]) => {
      const rests = list.map((source) => source.slice(1));
      // One that ends here matches, whatever follows.
      return rests.some((rest) => rest.length === 0) ? first : `${first}(?:${branched(rests, depth - 1)})`;
    })
    .join('|');
}

function variantsOf(letter: string): string {
  if (letter === ' ' || letter === '-') return '[\\s\\u200c.-]*';
  const others = foldings(letter);
  return others.length === 0 ? letter : `[${letter}${others.join('')}]`;
}

/** Without those that begin with another of them. */
function shortest(parts: readonly string[]): string[] {
  const sorted = [...new Set(parts)].filter((part) => part !== '').sort((a, b) => a.length - b.length);
  const kept: string[] = [];
  for (const part of sorted) if (!kept.some((short) => part.startsWith(short))) kept.push(part);
  return kept;
}
