import {
  commasBetween,
  distance,
  isAside,
  isAwayPlace,
  isStriking,
  type PartyMention,
  partiesOf,
  roleOf,
  wordsApart,
} from './bond.ts';
import type { Mention } from './lexicon.ts';
import { truceKinds, weakKinds } from './meaning.ts';
import type { Sentence } from './passage.ts';

/** Whether an action beside a state is the watched side's all the same, by the order of the names and their clauses. */
export function isItsOwn(
  name: PartyMention,
  action: Mention,
  foreign: PartyMention,
  sentence: Sentence,
  words: readonly string[],
): boolean {
  const { mentions } = sentence;
  const role = roleOf(name, sentence, words);
  // "Hinges with X attacks": no partner.
  if (role === 'with' && !isStriking(name, sentence)) return true;
  if (isAwayAffair(name, action, sentence, words)) return false;
  if (isOwnTalks(name, action, foreign, sentence, words)) return true;
  if (isOwnClause(name, action, foreign, sentence, words)) return true;
  if (role !== 'unsaid' || isMatterOf(foreign, name, sentence)) return false;
  const nearer =
    isTogetherBefore(name, action, foreign, sentence, words) ||
    wordsApart(name, action, sentence, words) < wordsApart(foreign, action, sentence, words);
  const partner = partiesOf(mentions, 'counterpart').some(
    (one) =>
      distance(one, action) < distance(name, action) &&
      !areJoined(one, name, mentions, words) &&
      roleOf(one, sentence, words) === 'with',
  );
  const isForeign =
    roleOf(foreign, sentence, words) === 'with' && commasBetween(foreign, action, words) === 0;
  return nearer && !partner && !isForeign && !isBeyondState(name, action, sentence, words);
}

/** One side, then a state, then the watched side: the talks are with the state, if no comma ends what it does. */
const isBeyondState = (
  name: Mention,
  action: Mention,
  { mentions }: Sentence,
  words: readonly string[],
): boolean =>
  distance(name, action) > 0 &&
  partiesOf(mentions, 'state').some(
    (state) =>
      state.to <= name.from &&
      commasBetween(state, name, words) === 0 &&
      partiesOf(mentions, 'counterpart').some((one) => one.to <= state.from),
  );

/** Who is named first acts: a state, unless the watched side stands side by side with its counterpart. */
const isMatterOf = (foreign: PartyMention, name: PartyMention, { mentions }: Sentence): boolean =>
  foreign.party.side === 'state' &&
  mentions.find(({ kind }) => kind === 'party') === foreign &&
  !partiesOf(mentions, 'counterpart').some((one) => distance(one, name) <= 2);

/** States meet there, unless that is said in passing: "X ends truce as the talks abroad fail". */
export const isAwayAffair = (
  name: Mention,
  action: Mention,
  sentence: Sentence,
  words: readonly string[],
): boolean => {
  const acts = name.to <= action.from && !isAside(name, sentence, words) && !isAside(action, sentence, words);
  return sentence.mentions.some((one) => isAwayPlace(one) && !(acts && isAside(one, sentence, words)));
};

/** "A trip to a state's capital for X talks": in one with the name, unless a counterpart of both is named before the state. */
const isOwnTalks = (
  name: Mention,
  action: Mention,
  foreign: Mention,
  sentence: Sentence,
  words: readonly string[],
): boolean =>
  name.to === action.from &&
  // Other scripts have no such compounds.
  /^[a-z]/.test(action.text) &&
  action.kind === 'action' &&
  !weakKinds.has(action.action) &&
  !isAside(action, sentence, words) &&
  roleOf(name, sentence, words) !== 'about' &&
  !(action.to <= foreign.from && roleOf(foreign, sentence, words) === 'with') &&
  !partiesOf(sentence.mentions, 'counterpart').some((one) => one.to <= foreign.from);

/**
 * "X, Y in touch, says a minister of Z", "Z asks X and Y to talk": side by side with its counterpart before the action,
 * the state not between.
 */
const isTogetherBefore = (
  name: Mention,
  action: Mention,
  foreign: Mention,
  { mentions }: Sentence,
  words: readonly string[],
): boolean =>
  name.to <= action.from &&
  partiesOf(mentions, 'counterpart').some(
    (one) =>
      one.to <= action.from &&
      (action.to <= foreign.from
        ? distance(one, name) <= 1
        : areJoined(one, name, mentions, words) && foreign.to <= Math.min(one.from, name.from)),
  );

/** "X and Y", "X, Y". */
const areJoined = (
  a: Mention,
  b: Mention,
  mentions: readonly Mention[],
  words: readonly string[],
): boolean => {
  const between = Math.min(a.to, b.to);
  return (
    distance(a, b) === 1 &&
    (words[between] === ',' ||
      mentions.some((one) => one.kind === 'cue' && one.cue === 'withBefore' && one.from === between))
  );
};

/** "A state surprised as X drops truce", "A state surprised, X drops truce": X acts, in a clause of its own. */
const isOwnClause = (
  name: Mention,
  action: Mention,
  foreign: Mention,
  sentence: Sentence,
  words: readonly string[],
): boolean =>
  foreign.to <= name.from &&
  name.to <= action.from &&
  action.kind === 'action' &&
  truceKinds.has(action.action) &&
  ((isAside(name, sentence, words) && !isAside(foreign, sentence, words)) ||
    // What a side tells the state behind a colon is of those two.
    (commasBetween(foreign, name, words) > 0 &&
      commasBetween(name, action, words) === 0 &&
      partiesOf(sentence.mentions, 'counterpart').every((one) => one.from >= foreign.to)));
