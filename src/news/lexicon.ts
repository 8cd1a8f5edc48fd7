import type { Terms, Watch, WatchedParty } from '../schema/watch.ts';
import { normalise } from './normalise.ts';
import { termsPattern } from './term.ts';
import { plainTitle } from './text.ts';

export type ActionKind = keyof Watch['actions'];
export type CueKind = 'notBefore' | 'notAfter' | 'withBefore' | 'withAfter' | 'aboutBefore' | 'aboutAfter';
export type PlainCue = (typeof plainCues)[number];
const plainCues = [
  'between',
  'conditional',
  'subordinate',
  'idioms',
  'background',
  'correction',
  'retraction',
] as const;

type Meaning =
  | { readonly kind: 'party'; readonly party: WatchedParty }
  | { readonly kind: 'place'; readonly place: Watch['places'][number] }
  | { readonly kind: 'lookalike'; readonly name: string; readonly decisive: boolean }
  | { readonly kind: 'quantity'; readonly id: string }
  | { readonly kind: 'wire'; readonly id: string }
  | { readonly kind: 'action'; readonly action: ActionKind }
  | { readonly kind: 'cue'; readonly cue: CueKind | PlainCue };

/** A term found in a text. `from` and `to` count words; `to` is behind the last. */
export type Mention = Meaning & { readonly text: string; readonly from: number; readonly to: number };

export interface Lexicon {
  /**
   * Finds terms of the watch in normalised words: names, quantities and wires of every language, and the
   * words of actions and cues of the text's own, because short words mean something else in another.
   */
  find(words: string, language: string): Mention[];
  /** Whether an outlet is one of the watch's home outlets. */
  isHome(outlet: string): boolean;
}

interface Seeker {
  readonly pattern: RegExp;
  readonly meaningOf: (text: string) => Meaning;
}

/** Compiles a watch once; the patterns hold every term, so one pass each finds them all. */
export function createLexicon(watch: Watch): Lexicon {
  const named = [...names(watch), ...counted(watch)];
  const spoken = new Map<string, readonly Seeker[]>();
  const known = languagesOf(watch);
  const seekersFor = (language: string): readonly Seeker[] => {
    const key = known.has(language) ? language : 'any';
    const seekers = spoken.get(key) ?? plainWords(watch, key === 'any' ? undefined : key);
    spoken.set(key, seekers);
    return seekers;
  };
  const home = termsPattern([watch.homeOutlets]);
  const find = (words: string, language: string): Mention[] => {
    const wordAt = wordCounter(words);
    const mentions: Mention[] = [];
    for (const { pattern, meaningOf } of [...named, ...seekersFor(language)]) {
      for (const match of words.matchAll(pattern)) {
        const text = match[0];
        const from = wordAt(match.index);
        mentions.push({ ...meaningOf(text), text, from, to: wordAt(match.index + text.length - 1) + 1 });
      }
    }
    return mentions
      .filter((one) => !mentions.some((other) => swallows(other, one)))
      .sort((a, b) => a.from - b.from || b.to - a.to);
  };
  const isHome = (outlet: string): boolean => normalise(plainTitle(outlet)).search(home ?? /$^/) >= 0;
  return { find, isHome };
}

/** A word inside a longer name or quantity is not meant by itself: "open-ended" ends nothing. */
function swallows(longer: Mention, one: Mention): boolean {
  if (one.kind !== 'action' && one.kind !== 'cue') return false;
  const whole =
    longer.kind !== 'action' && longer.kind !== 'wire' && (longer.kind !== 'cue' || longer.cue === 'idioms');
  if (!whole) return false;
  return longer.from <= one.from && one.to <= longer.to && longer.to - longer.from > one.to - one.from;
}

/** Languages that the watch has words of talks for. */
const languagesOf = ({ actions }: Watch): Set<string> =>
  new Set([...Object.keys(actions.talks), ...Object.keys(actions.truce)]);

/** Names share one pattern, so that the longest wins: a short name inside a longer one is not meant. */
function names(watch: Watch): Seeker[] {
  const meanings: { terms: Terms; meaning: Meaning }[] = [
    ...watch.lookalikes.map(({ name, decisive, terms }) => ({
      terms,
      meaning: { kind: 'lookalike' as const, name, decisive },
    })),
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

/** Quantities and agencies: few words, the same in any language. */
function counted({ quantities, wires }: Watch): Seeker[] {
  return [
    ...quantities.flatMap(({ id, terms }) => seeker(terms, { kind: 'quantity', id })),
    ...wires.flatMap(({ id, terms }) => seeker(terms, { kind: 'wire', id })),
  ];
}

function plainWords({ actions, cues }: Watch, language: string | undefined): Seeker[] {
  const spoken = (terms: Terms): Terms =>
    language === undefined ? terms : { [language]: terms[language] ?? [] };
  return [
    ...(Object.keys(actions) as ActionKind[]).flatMap((action) =>
      seeker(spoken(actions[action]), { kind: 'action', action }),
    ),
    ...(['not', 'with', 'about'] as const).flatMap((name) => [
      ...seeker(spoken(cues[name].before), { kind: 'cue', cue: `${name}Before` }),
      ...seeker(spoken(cues[name].after), { kind: 'cue', cue: `${name}After` }),
    ]),
    ...plainCues.flatMap((cue) => seeker(spoken(cues[cue]), { kind: 'cue', cue })),
  ];
}

function seeker(terms: Terms, meaning: Meaning): Seeker[] {
  const pattern = termsPattern([terms]);
  return pattern ? [{ pattern, meaningOf: () => meaning }] : [];
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
