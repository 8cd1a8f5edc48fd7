import type { Side } from '../schema/watch.ts';
import type { Mention } from './lexicon.ts';
import type { MarkerCue, PlainCue } from './meaning.ts';
import type { Sentence } from './passage.ts';

/** How talks or a truce hang together with the watched side. */
export type Bond =
  | 'bound' // named with it in one sentence
  | 'likely' // under a name that others bear too, in fitting company
  | 'carried' // in a sentence without names, where the item names it elsewhere
  | 'implied' // the same, with a name that others bear too
  | 'loose' // somebody speaks about it, and there are no others to speak with
  | 'about' // others speak about it
  | 'state' // a matter between states
  | 'other' // another affair
  | 'unbound';

export type PartyMention = Extract<Mention, { kind: 'party' }>;

export const partiesOf = (mentions: readonly Mention[], ...sides: readonly Side[]): PartyMention[] =>
  mentions.filter((one): one is PartyMention => one.kind === 'party' && sides.includes(one.party.side));

export const isAwayPlace = (one: Mention): boolean => one.kind === 'place' && one.place.away;

export const hasCue = (mentions: readonly Mention[], cue: MarkerCue | PlainCue): boolean =>
  mentions.some((one) => one.kind === 'cue' && one.cue === cue);

/** "X brokers …", "under X's auspices": a state that stands between the sides has no talks of its own there. */
export const isBroker = (state: PartyMention, mentions: readonly Mention[]): boolean =>
  state.party.side === 'state' &&
  mentions.some(
    (one) => one.kind === 'cue' && one.cue === 'between' && one.from >= state.to && one.from - state.to <= 1,
  );

/** Words between two mentions; 0 if they touch or overlap. */
export const distance = (a: Mention, b: Mention): number => Math.max(0, a.from - b.to, b.from - a.to);

export function nearest<M extends Mention>(
  to: Mention,
  among: readonly M[],
  far: (a: Mention, b: Mention) => number = distance,
): M | undefined {
  let best: M | undefined;
  for (const one of among) if (!best || far(one, to) < far(best, to)) best = one;
  return best;
}

const isSubordinator = (one: Mention): boolean =>
  one.kind === 'cue' && (one.cue === 'subordinateBefore' || one.cue === 'subordinateAfter');

export function commasBetween(a: Mention, b: Mention, words: readonly string[]): number {
  const end = Math.max(a.from, b.from);
  let commas = 0;
  for (let at = Math.min(a.to, b.to); at < end; at += 1) if (words[at] === ',') commas += 1;
  return commas;
}

/** Whether a mention stands in a subordinate clause: said in passing. A comma ends the clause that a word opened. */
export const isAside = (it: Mention, sentence: Sentence, words: readonly string[]): boolean =>
  sentence.mentions.some(
    (one) =>
      one.kind === 'cue' &&
      ((one.cue === 'subordinateBefore' &&
        one.to <= it.from &&
        commasBetween(one, it, words) === 0 &&
        !isBehindOpening(it, one, sentence, words)) ||
        (one.cue === 'subordinateAfter' && one.from >= it.to)),
  );

/** "After an attack X withdraws its offer": without a comma, the clause that opens a sentence is over with its action. */
const isBehindOpening = (
  it: Mention,
  opening: Mention,
  { mentions, from, to }: Sentence,
  words: readonly string[],
): boolean =>
  opening.from === from &&
  !words.slice(from, to).includes(',') &&
  mentions.some((one) => one.kind === 'action' && one.from >= opening.to && one.to <= it.from);

/** Words that a clause boundary counts for. */
const clauseStep = 6;

/** Words between two mentions, with the start of another clause counted as several. */
export function apart(a: Mention, b: Mention, { mentions }: Sentence): number {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  const clauses = mentions.filter(
    (one) => isSubordinator(one) && one.from >= first.to && one.to <= second.from,
  );
  return distance(a, b) + clauseStep * clauses.length;
}

/** Words that a comma counts for. */
export const commaStep = 5;

/** The same with commas counted as several words, too. */
export const wordsApart = (a: Mention, b: Mention, sentence: Sentence, words: readonly string[]): number =>
  apart(a, b, sentence) + commaStep * commasBetween(a, b, words);

const isAttack = (one: Mention): boolean => one.kind === 'action' && one.action === 'attack';

/** "An X attack": the name is told for that. */
export const isStriking = (name: Mention, { mentions }: Pick<Sentence, 'mentions'>): boolean =>
  mentions.some((one) => one.kind === 'action' && one.action === 'attack' && distance(one, name) <= 1);

const isSpeech = (one: Mention): boolean =>
  one.kind === 'action' && (one.action === 'talks' || one.action === 'truce' || one.action === 'pact');

/** "Others claimed it, not X": what is told is not told of X; "no X talks" is. */
export const isExcluded = (name: Mention, mentions: readonly Mention[], words: readonly string[]): boolean =>
  !mentions.some((one) => isSpeech(one) && one.from <= name.to && one.to > name.to) &&
  mentions.some(
    (one) =>
      one.kind === 'cue' &&
      one.cue === 'notBefore' &&
      one.to <= name.from &&
      name.from - one.to <= 1 &&
      words[one.from - 1] === ',',
  );

/** How far from a name its marker may stand: "with the leadership of the banned …". */
const beforeReach = 5;
const afterReach = 2;

/** What a name is to an action, as the words around it say: its partner, its subject matter, or unsaid. */
export function roleOf(
  name: Mention,
  { mentions }: Sentence,
  words: readonly string[],
): 'with' | 'about' | 'unsaid' {
  let role: 'with' | 'about' | 'unsaid' = 'unsaid';
  let best = Number.POSITIVE_INFINITY;
  for (const one of mentions) {
    if (one.kind !== 'cue') continue;
    const before = one.cue === 'withBefore' || one.cue === 'aboutBefore';
    const after = one.cue === 'withAfter' || one.cue === 'aboutAfter';
    const gap = before ? name.from - one.to : after ? one.from - name.to : -1;
    // In "… with X havens" the havens are meant; "talks with X" are with X, whatever follows.
    const isCompound =
      one.cue === 'aboutAfter' &&
      gap === 0 &&
      !mentions.some((it) => isSpeech(it) && it.to <= name.from && name.from - it.to <= 1);
    if (gap < 0 || gap > (before ? beforeReach : afterReach) || (gap >= best && !isCompound)) continue;
    // "The lull is over as X …": it does not reach into another clause.
    if (before && mentions.some((it) => isSubordinator(it) && it.from >= one.to && it.to <= name.from))
      continue;
    // "Over 100 of them": a number.
    if (one.cue === 'aboutBefore' && /^\d/.test(words[one.to] ?? '')) continue;
    // "A strike on X" does not say what talks are on.
    if (one.cue === 'aboutBefore' && mentions.some((it) => isAttack(it) && it.to === one.from)) continue;
    // In "on X talks" the talks are what it is about; other scripts have no such compounds.
    if (
      one.cue === 'aboutBefore' &&
      mentions.some((it) => isSpeech(it) && it.from <= name.to && it.to > name.to && /^[a-z]/.test(it.text))
    )
      continue;
    // One before it belongs to the first name behind it.
    if (before && mentions.some((it) => it.kind === 'party' && it.from >= one.to && it.to <= name.from))
      continue;
    if (words.slice(before ? one.to : name.to, before ? name.from : one.from).includes(',')) continue;
    // "X puts terms on the table": it is the terms that are there.
    if (
      one.cue === 'aboutAfter' &&
      mentions.some((it) => isSpeech(it) && it.from > name.to && it.to <= one.from)
    )
      continue;
    best = gap;
    role = one.cue.startsWith('with') ? 'with' : 'about';
  }
  return role;
}
