import { apart, distance, hasCue, isAside, nearest, type PartyMention, partiesOf, roleOf } from './bond.ts';
import type { Mention } from './lexicon.ts';
import { isAbout, isSurelyHome, namingOf } from './naming.ts';
import type { Naming, Passage, Sentence } from './passage.ts';

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

/** Words between an action and the name it is bound to. */
export const bondReach = 16;
/** Words between a talk or truce and the look-alike that it belongs to. */
const lookalikeReach = 3;
export function bondOf(
  action: Mention,
  sentence: Sentence,
  passage: Passage,
): { bond: Bond; party: PartyMention | undefined } {
  const { mentions } = sentence;
  const watched = partiesOf(mentions, 'watched').filter((one) => distance(one, action) <= bondReach);
  const by = (naming: Naming) =>
    nearest(
      action,
      watched.filter((one) => namingOf(one, passage) === naming),
    );
  const foreign = nearest(action, partiesOf(mentions, 'state', 'other'));
  const elsewhere: Bond | undefined = foreign && (foreign.party.side === 'state' ? 'state' : 'other');
  const sure = by('sure');
  if (sure)
    return { bond: ofSure(sure, action, sentence, passage, foreign) ?? elsewhere ?? 'other', party: sure };
  const likely = by('likely');
  if (elsewhere) return { bond: elsewhere, party: likely ?? by('others') ?? by('unsure') };
  if (likely) {
    // "Strikes against X halted": a truce with it.
    const isTruce = action.kind === 'action' && action.action === 'truce';
    const isSubject = !isTruce && roleOf(likely, sentence, passage.words) === 'about';
    return { bond: isSubject ? 'about' : 'likely', party: likely };
  }
  const others = by('others');
  if (others) return { bond: 'state', party: others };
  const unsure = by('unsure');
  if (unsure)
    return {
      bond: mentions.some(isAwayPlace) ? 'state' : 'unbound',
      party: unsure,
    };
  const strange = partiesOf(passage.mentions, 'state', 'other').length > 0;
  const isAbroad = strange || passage.mentions.some(isSeat);
  if (isAbroad && mentions.some((one) => one.kind === 'lookalike'))
    return { bond: 'other', party: undefined };
  if (mentions.some(isAwayPlace)) return { bond: 'state', party: undefined };
  if (sentence.place === 'title' && mentions.some(isSeat) && !hasCue(mentions, 'between'))
    return { bond: 'unbound', party: undefined };
  if (isWithStrangers(action, sentence)) return { bond: 'unbound', party: undefined };
  const named = partiesOf(passage.mentions, 'watched').filter(
    (one) =>
      one.party.doubt !== 'common' && one.party.doubt !== 'generic' && namingOf(one, passage) === 'sure',
  );
  // A title that names no partner, in an item without others who could talk about it.
  const isOpen =
    !strange &&
    sentence.place === 'title' &&
    !mentions.some((one) => one.kind === 'party' && roleOf(one, sentence, passage.words) === 'with');
  const spoken = named.find((one) => !isStriking(one, passage) && (isOpen || !isAbout(one, passage)));
  if (spoken) return { bond: 'carried', party: spoken };
  const implied =
    named.length === 0 && !strange && (passage.atHome || mentions.some(isSurelyHome))
      ? partiesOf(passage.mentions, 'watched').find((one) => namingOf(one, passage) === 'likely')
      : undefined;
  if (implied && !mentions.some((one) => one.kind === 'lookalike'))
    return { bond: 'implied', party: implied };
  return { bond: named[0] ? 'about' : 'unbound', party: named[0] };
}

/** One side, then a state, then the watched side: the talks are with the state. */
const isBeyondState = (name: Mention, action: Mention, { mentions }: Sentence): boolean =>
  distance(name, action) > 0 &&
  partiesOf(mentions, 'state').some(
    (state) =>
      state.to <= name.from && partiesOf(mentions, 'counterpart').some((one) => one.to <= state.from),
  );

/** Nobody and no place is named where others could speak about the watched side, as "talks on …" does. */
export const isAmongThem = (action: Mention, { mentions }: Sentence, passage: Passage): boolean =>
  // One of two may be another that bears the common name.
  new Set(partiesOf(mentions, 'watched').map(({ party }) => party.doubt === 'common')).size === 1 &&
  partiesOf(passage.mentions, 'state', 'other').length === 0 &&
  !passage.mentions.some((one) => one.kind === 'lookalike' || (one.kind === 'place' && !one.place.home)) &&
  !mentions.some(
    (one) =>
      one.kind === 'cue' &&
      (one.cue === 'aboutBefore' || one.cue === 'aboutAfter') &&
      distance(one, action) < nextTo,
  );

/** "Negotiations with the guards": the partner is named, and is none that is known. */
const isWithStrangers = (action: Mention, { mentions }: Sentence): boolean =>
  mentions.some(
    (one) =>
      one.kind === 'cue' &&
      one.cue === 'withBefore' &&
      one.from === action.to &&
      !mentions.some((other) => other.kind === 'party' && other.from >= one.to && distance(other, one) < 5),
  );

/** Words under which a marker belongs to the action beside it. */
const nextTo = 2;

const isSeat = (one: Mention): boolean => one.kind === 'place' && one.place.seat;
const isAwayPlace = (one: Mention): boolean => one.kind === 'place' && one.place.away;

/** "An X attack": the name is told for that. */
const isStriking = (name: Mention, { mentions }: Pick<Sentence, 'mentions'>): boolean =>
  mentions.some((one) => one.kind === 'action' && one.action === 'attack' && distance(one, name) <= 1);

/** "Mayors meet officers after an X attack": the name belongs to the attack, not to the talks. */
const isOfAttack = (name: Mention, action: Mention, sentence: Sentence, words: readonly string[]): boolean =>
  action.kind === 'action' &&
  (action.action === 'talks' || action.action === 'contact') &&
  isAside(name, sentence, words) &&
  !isAside(action, sentence, words) &&
  isStriking(name, sentence);

/** Named where states meet, but side by side with its counterpart, between the two, or as who says it. */
function isOwnAffair(name: PartyMention, { mentions, from }: Sentence): boolean {
  const counterparts = partiesOf(mentions, 'counterpart');
  if (counterparts.some((one) => distance(one, name) === 0)) return true;
  if (counterparts.length > 0) return hasCue(mentions, 'between');
  return name.party.person && name.from === from;
}

/** Who is named first acts: a state, unless the watched side stands side by side with its counterpart. */
const isMatterOf = (foreign: PartyMention, name: PartyMention, { mentions }: Sentence): boolean =>
  foreign.party.side === 'state' &&
  mentions.find(({ kind }) => kind === 'party') === foreign &&
  !partiesOf(mentions, 'counterpart').some((one) => distance(one, name) <= 2);

/** The bond to a name that is surely the watched side's; undefined if the action is somebody else's. */
function ofSure(
  name: PartyMention,
  action: Mention,
  sentence: Sentence,
  { words }: Passage,
  foreign: PartyMention | undefined,
): Bond | undefined {
  const { mentions } = sentence;
  if (isOfAttack(name, action, sentence, words)) return undefined;
  const role = roleOf(name, sentence, words);
  // Of two groups the one named first acts.
  if (foreign?.party.rival) return name.from < foreign.from ? 'bound' : undefined;
  if (foreign && !(hasCue(mentions, 'between') && role !== 'about')) {
    if (role === 'with') return 'bound';
    if (mentions.some(isAwayPlace)) return undefined;
    if (isMatterOf(foreign, name, sentence)) return undefined;
    const nearer = apart(name, action, sentence) < apart(foreign, action, sentence);
    const partner = partiesOf(mentions, 'counterpart').some(
      (one) => distance(one, action) < distance(name, action) && roleOf(one, sentence, words) === 'with',
    );
    const isForeign = roleOf(foreign, sentence, words) === 'with';
    return role === 'unsaid' && nearer && !partner && !isForeign && !isBeyondState(name, action, sentence)
      ? 'bound'
      : undefined;
  }
  if (role === 'about') return 'about';
  if (role === 'unsaid' && mentions.some(isAwayPlace) && !isOwnAffair(name, sentence)) return 'state';
  const other = mentions.some((one) => one.kind === 'lookalike' && distance(one, action) < lookalikeReach);
  return other ? undefined : 'bound';
}
