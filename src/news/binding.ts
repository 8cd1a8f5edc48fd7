import { isAwayAffair, isItsOwn } from './beside-state.ts';
import {
  type Bond,
  distance,
  hasCue,
  isAside,
  isAwayPlace,
  isBroker,
  isExcluded,
  isStriking,
  nearest,
  type PartyMention,
  partiesOf,
  roleOf,
} from './bond.ts';
import { bondElsewhere } from './carried.ts';
import type { Mention } from './lexicon.ts';
import { truceKinds } from './meaning.ts';
import { isPartner, namingOf } from './naming.ts';
import type { Naming, Passage, Sentence } from './passage.ts';
import { isDeed, isInside } from './step.ts';

/** Words between an action and the name it is bound to. */
export const bondReach = 16;
/** Words between a talk or truce and the look-alike that it belongs to. */
const lookalikeReach = 3;

/** How an action hangs together with the watched side, and with which of its names. */
export function bondOf(
  action: Mention,
  sentence: Sentence,
  passage: Passage,
): { bond: Bond; party: PartyMention | undefined } {
  const { mentions } = sentence;
  const watched = partiesOf(mentions, 'watched').filter(
    (one) => distance(one, action) <= bondReach && !isExcluded(one, mentions, passage.words),
  );
  const by = (naming: Naming) =>
    nearest(
      action,
      watched.filter((one) => namingOf(one, passage) === naming),
    );
  const strangers = partiesOf(mentions, 'state', 'other');
  const foreign = nearest(
    action,
    strangers.filter((one) => !isBroker(one, mentions)),
  );
  const elsewhere: Bond | undefined = foreign && (foreign.party.side === 'state' ? 'state' : 'other');
  const sure = by('sure');
  if (sure)
    return { bond: ofSure(sure, action, sentence, passage, foreign) ?? elsewhere ?? 'other', party: sure };
  const likely = by('likely');
  const isTold = foreign?.party.side === 'state' && likely && isPartner(likely, sentence, passage);
  if (elsewhere && !isTold) return { bond: elsewhere, party: likely ?? by('others') ?? by('unsure') };
  if (likely) {
    if (
      isOfLookalike(action, sentence, passage) ||
      isAmongCounterparts(likely, action, sentence, passage.words)
    )
      return { bond: 'other', party: likely };
    // "Strikes against X halted": a truce with it.
    const isTruce = action.kind === 'action' && truceKinds.has(action.action);
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
  const isBeside = (one: Mention) => one.kind === 'lookalike' && distance(one, action) < 2 * lookalikeReach;
  if (sentence.place !== 'title' && mentions.some(isBeside)) return { bond: 'other', party: undefined };
  return bondElsewhere(action, sentence, passage);
}

const isBargain = (one: Mention): boolean =>
  one.kind === 'action' && (one.action === 'talks' || one.action === 'offer' || one.action === 'contact');

/** "The minister in the capital for talks a day after X's statement": with who sits there. */
const isAtSeat = (name: Mention, action: Mention, sentence: Sentence, words: readonly string[]): boolean =>
  isBargain(action) &&
  isAside(name, sentence, words) &&
  !isAside(action, sentence, words) &&
  sentence.mentions.some((one) => one.kind === 'place' && one.place.seat && distance(one, action) > 0) &&
  !sentence.mentions.some((one) => one.kind === 'action' && truceKinds.has(one.action)) &&
  !hasCue(sentence.mentions, 'between') &&
  partiesOf(sentence.mentions, 'mediator').every(({ party }) => party.person);

/** "A day after X's truce collapsed, a minister in the capital": the visit is the news. */
const isBeforeVisit = (action: Mention, sentence: Sentence, words: readonly string[]): boolean =>
  sentence.place === 'title' &&
  isAside(action, sentence, words) &&
  sentence.mentions.some(
    (one) =>
      one.kind === 'place' && one.place.seat && one.from >= action.to && !isAside(one, sentence, words),
  ) &&
  !hasCue(sentence.mentions, 'between') &&
  partiesOf(sentence.mentions, 'mediator').every(({ party }) => party.person) &&
  !sentence.mentions.some((one) => isDeed(one) && !isAside(one, sentence, words));

/** Nobody and no place is named where others could speak about the watched side, as "talks on …" does. */
export const isAmongThem = (action: Mention, { mentions }: Sentence, passage: Passage): boolean =>
  // One of two may be another that bears the common name.
  new Set(partiesOf(mentions, 'watched').map(({ party }) => party.doubt === 'common')).size === 1 &&
  partiesOf(passage.mentions, 'state', 'other').length === 0 &&
  !passage.mentions.some((one) => one.kind === 'lookalike' || (one.kind === 'place' && !one.place.home)) &&
  !mentions.some(
    (one) =>
      isAboutCue(one) &&
      distance(one, action) < nextTo &&
      // "Nothing to discuss" is said as a whole.
      !mentions.some((whole) => (whole === action || isRefusal(whole)) && isInside(one, whole)),
  ) &&
  !partiesOf(mentions, 'watched').some((name) => isSubjectMatter(name, mentions));

const isRefusal = (one: Mention): boolean =>
  one.kind === 'action' && (one.action === 'deny' || one.action === 'refuse');

const isAboutCue = (one: Mention): boolean =>
  one.kind === 'cue' && (one.cue === 'aboutBefore' || one.cue === 'aboutAfter');

/** "On the X threat": marked on both sides, which leaves no doubt. */
const isSubjectMatter = (name: Mention, mentions: readonly Mention[]): boolean =>
  mentions.some((one) => isAboutCue(one) && one.to <= name.from && distance(one, name) <= nextTo) &&
  mentions.some((one) => isAboutCue(one) && one.from >= name.to && distance(one, name) < nextTo);

/** Words under which a marker belongs to the action beside it. */
const nextTo = 1;

/**
 * "Mayors meet officers after an X attack": the name belongs to the attack, not to the talks, unless these are said to
 * have failed by it.
 */
const isOfAttack = (
  name: Mention,
  action: Mention,
  sentence: Sentence,
  { words, mentions }: Passage,
): boolean =>
  action.kind === 'action' &&
  // A truce that an attack is told beside may be the one it breaks, unless a state is there to have its own.
  (action.action === 'talks' || action.action === 'contact' || partiesOf(mentions, 'state').length > 0) &&
  isAside(name, sentence, words) &&
  !isAside(action, sentence, words) &&
  !sentence.mentions.some(
    (one) => one.kind === 'action' && one.action === 'fail' && !isAside(one, sentence, words),
  ) &&
  isStriking(name, sentence);

/** Named where states meet, but side by side with its counterpart, between the two, or as who says it. */
function isOwnAffair(name: PartyMention, { mentions, from }: Sentence): boolean {
  const counterparts = partiesOf(mentions, 'counterpart');
  if (counterparts.some((one) => distance(one, name) <= 1)) return true;
  if (counterparts.length > 0) return hasCue(mentions, 'between');
  return name.party.person && name.from === from;
}

/** "The mayor, in a meeting with the minister, vows to beat them": both who meet are of one side. */
function isAmongCounterparts(
  name: PartyMention,
  action: Mention,
  sentence: Sentence,
  words: readonly string[],
): boolean {
  const counterparts = partiesOf(sentence.mentions, 'counterpart');
  return (
    name.party.doubt === 'generic' &&
    roleOf(name, sentence, words) !== 'with' &&
    counterparts.some((one) => one.to <= action.from) &&
    counterparts.some(
      (one) => one.to > action.from && one.to <= name.from && roleOf(one, sentence, words) === 'with',
    )
  );
}

/** A look-alike stands by the action; where nothing else tells whose affair it is, anywhere in the sentence. */
function isOfLookalike(action: Mention, { mentions }: Sentence, passage: Passage): boolean {
  const isPlaced =
    partiesOf(passage.mentions, 'counterpart', 'mediator', 'state').length > 0 ||
    mentions.some((one) => one.kind === 'place' && one.place.home);
  const reach = isPlaced ? lookalikeReach : bondReach;
  return mentions.some((one) => one.kind === 'lookalike' && distance(one, action) < reach);
}

/** The bond to a name that is surely the watched side's; undefined if the action is somebody else's. */
function ofSure(
  name: PartyMention,
  action: Mention,
  sentence: Sentence,
  passage: Passage,
  foreign: PartyMention | undefined,
): Bond | undefined {
  const { words } = passage;
  const { mentions } = sentence;
  if (isOfAttack(name, action, sentence, passage)) return undefined;
  if (isAtSeat(name, action, sentence, words) || isBeforeVisit(action, sentence, words)) return 'state';
  const role = roleOf(name, sentence, words);
  // Of two groups the one named first acts.
  if (foreign?.party.rival) return name.from < foreign.from ? 'bound' : undefined;
  if (foreign && !(hasCue(mentions, 'between') && role !== 'about')) {
    return isItsOwn(name, action, foreign, sentence, words) ? 'bound' : undefined;
  }
  if (role === 'about') return 'about';
  if (role === 'unsaid' && isAwayAffair(name, action, sentence, words) && !isOwnAffair(name, sentence))
    return 'state';
  return isOfLookalike(action, sentence, passage) ? undefined : 'bound';
}
