import type { Watch, WatchedParty } from '../schema/watch.ts';
import { termsPattern } from './term.ts';

export type ActionKind = keyof Watch['actions'];
export type CueKind = 'notBefore' | 'notAfter' | 'withBefore' | 'withAfter' | 'aboutBefore' | 'aboutAfter';
export type PlainCue = 'between' | 'background' | 'correction' | 'retraction';

type Meaning =
  | { readonly kind: 'party'; readonly party: WatchedParty }
  | { readonly kind: 'place'; readonly place: Watch['places'][number] }
  | { readonly kind: 'lookalike'; readonly name: string }
  | { readonly kind: 'quantity'; readonly id: string }
  | { readonly kind: 'wire'; readonly id: string }
  | { readonly kind: 'action'; readonly action: ActionKind }
  | { readonly kind: 'cue'; readonly cue: CueKind | PlainCue };

/** A term found in a text. `from` and `to` count words; `to` is behind the last. */
export type Mention = Meaning & { readonly text: string; readonly from: number; readonly to: number };

/** Finds every term of the watch in normalised words. */
export type Lexicon = (words: string) => Mention[];

interface Seeker {
  readonly pattern: RegExp;
  readonly meaningOf: (text: string) => Meaning;
}

/** Compiles a watch once; the patterns hold every term, so one pass each finds them all. */
export function createLexicon(watch: Watch): Lexicon {
  const seekers = [...names(watch), ...plainWords(watch)];
  return (words) => {
    const wordAt = wordCounter(words);
    const mentions: Mention[] = [];
    for (const { pattern, meaningOf } of seekers) {
      for (const match of words.matchAll(pattern)) {
        const text = match[0];
        const from = wordAt(match.index);
        mentions.push({ ...meaningOf(text), text, from, to: wordAt(match.index + text.length - 1) + 1 });
      }
    }
    return mentions.sort((a, b) => a.from - b.from || b.to - a.to);
  };
}

/** Names share one pattern, so that the longest wins: a short name inside a longer one is not meant. */
function names(watch: Watch): Seeker[] {
  const meanings: { terms: Watch['parties'][number]['terms']; meaning: Meaning }[] = [
    ...watch.lookalikes.map(({ name, terms }) => ({ terms, meaning: { kind: 'lookalike' as const, name } })),
    ...watch.parties.map((party) => ({ terms: party.terms, meaning: { kind: 'party' as const, party } })),
    ...watch.places.map((place) => ({ terms: place.terms, meaning: { kind: 'place' as const, place } })),
  ];
  const single = meanings.flatMap(({ terms, meaning }) => {
    const pattern = termsPattern([terms], true);
    return pattern ? [{ pattern, meaning }] : [];
  });
  const pattern = termsPattern(meanings.map(({ terms }) => terms));
  if (!pattern) return [];
  return [
    {
      pattern,
      meaningOf: (text) => single.find((one) => one.pattern.test(text))!.meaning,
    },
  ];
}

function plainWords(watch: Watch): Seeker[] {
  const { actions, cues, quantities, wires } = watch;
  const seekers: Seeker[] = [];
  const add = (terms: Watch['parties'][number]['terms'], meaning: Meaning) => {
    const pattern = termsPattern([terms]);
    if (pattern) seekers.push({ pattern, meaningOf: () => meaning });
  };
  for (const action of Object.keys(actions) as ActionKind[]) add(actions[action], { kind: 'action', action });
  for (const name of ['not', 'with', 'about'] as const) {
    add(cues[name].before, { kind: 'cue', cue: `${name}Before` });
    add(cues[name].after, { kind: 'cue', cue: `${name}After` });
  }
  for (const cue of ['between', 'background', 'correction', 'retraction'] as const) {
    add(cues[cue], { kind: 'cue', cue });
  }
  for (const { id, terms } of quantities) add(terms, { kind: 'quantity', id });
  for (const { id, terms } of wires) add(terms, { kind: 'wire', id });
  return seekers;
}

/** Index of the word at an offset; offsets must come in any order, words are separated by one space. */
function wordCounter(words: string): (offset: number) => number {
  const starts: number[] = [];
  for (let at = words.indexOf(' '); at !== -1; at = words.indexOf(' ', at + 1)) starts.push(at);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}
