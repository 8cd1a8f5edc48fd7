import { commasBetween, distance, hasCue, isStriking, nearest, partiesOf, wordsApart } from './bond.ts';
import type { Mention } from './lexicon.ts';
import { isCommon } from './meaning.ts';
import type { Passage, Sentence } from './passage.ts';
import { type ActionMention, isConditional, isInside } from './step.ts';

const isAction = (one: Mention, ...kinds: readonly ActionMention['action'][]): boolean =>
  one.kind === 'action' && kinds.includes(one.action);

/**
 * Whether a word that says little by itself tells of talks, a truce or its end here: "a line to them" does beside
 * both sides, "lies low" with a time, "their promise" where it is in doubt, "resumes attacks" where there was a truce.
 */
export function isMeant(mention: ActionMention, sentence: Sentence, passage: Passage): boolean {
  switch (mention.action) {
    case 'contact':
      return isContact(sentence) && isNamed(passage);
    case 'pause':
      return isPause(mention, sentence) && isNamed(passage);
    case 'pledge':
      return isInDoubt(mention, sentence, passage) && isNamed(passage);
    case 'resume':
      return isReturnToWar(mention, sentence, passage);
    default:
      return true;
  }
}

/** The watched side is named next to it, or side by side with who is. */
function isOfWatched(mention: ActionMention, mentions: readonly Mention[]): boolean {
  const watched = partiesOf(mentions, 'watched');
  const next = nearest(mention, partiesOf(mentions, 'watched', 'counterpart'));
  return next !== undefined && watched.some((one) => distance(one, next) <= 1);
}

/** Words within which an attack is what a pause or a promise is about. */
const nearby = 3;

/** It is the watched side that is quiet for a time, and not after an attack. */
const isPause = (mention: ActionMention, sentence: Sentence): boolean => {
  const { mentions, place } = sentence;
  return (
    place !== 'body' &&
    hasCue(mentions, 'span') &&
    isOfWatched(mention, mentions) &&
    partiesOf(mentions, 'state', 'other').length === 0 &&
    !mentions.some((one) => isAction(one, 'attack') && distance(one, mention) > nearby) &&
    !partiesOf(mentions, 'watched').some((one) => isStriking(one, sentence)) &&
    !mentions.some((one) => one.kind === 'lookalike')
  );
};

/**
 * A word that the watched side gave is news where it is doubted, broken or taken back, or beside an attack. What its
 * counterpart promises is another matter.
 */
const isInDoubt = (mention: ActionMention, sentence: Sentence, { words }: Passage): boolean => {
  const { mentions, place } = sentence;
  const far = (a: Mention, b: Mention) => wordsApart(a, b, sentence, words);
  // "Breaches by the guards": who broke it is named with it, who complains beside it.
  const beside = partiesOf(mentions, 'watched', 'counterpart', 'state', 'other').filter(
    (one) => one.from < mention.from || one.to > mention.to,
  );
  const giver = nearest(mention, beside, far);
  return (
    place !== 'body' &&
    (!giver || giver.party.side === 'watched') &&
    mentions.some(
      (one) =>
        isAction(one, 'violate', 'end', 'resume') ||
        (isAction(one, 'attack') && distance(one, mention) > nearby),
    )
  );
};

/** By a name of its own, somewhere: the gate lets no item through for such a word beside a common name. */
function isNamed({ mentions }: Passage): boolean {
  return partiesOf(mentions, 'watched').some(({ party }) => !isCommon(party));
}

function isContact({ mentions, place }: Sentence): boolean {
  const isBetween = hasCue(mentions, 'between');
  const beside = isBetween || partiesOf(mentions, 'counterpart', 'mediator').length > 0;
  return (
    place !== 'body' &&
    beside &&
    partiesOf(mentions, 'watched').length > 0 &&
    (isBetween || partiesOf(mentions, 'state').length === 0) &&
    !mentions.some((one) => one.kind === 'lookalike' || isAction(one, 'attack'))
  );
}

/** "X unleashes its men after six months": there was a pause, though no word for it. */
const isAfterSpan = (mention: ActionMention, { mentions, place }: Sentence): boolean =>
  place === 'title' &&
  hasCue(mentions, 'span') &&
  nearest(mention, partiesOf(mentions, 'watched', 'counterpart', 'state'))?.party.side === 'watched';

/** "X tells its men to resume attacks": by a name of its own, X says that there was a pause. */
const isOrdered = (mention: ActionMention, { mentions, place }: Sentence): boolean => {
  const before = mentions.filter((one) => one.to <= mention.from);
  const speaker = nearest(
    mention,
    partiesOf(before, 'watched', 'counterpart', 'state').filter(({ party }) => !isCommon(party)),
  );
  return (
    place === 'title' &&
    speaker?.party.side === 'watched' &&
    before.some(
      (one) => isAction(one, 'declare') && one.from >= speaker.to && distance(one, mention) <= nearby,
    )
  );
};

function isReturnToWar(mention: ActionMention, sentence: Sentence, passage: Passage): boolean {
  const { mentions, words } = passage;
  // There it is what becomes of the truce.
  const isStep = sentence.mentions.some(
    (one) => isAction(one, 'truce', 'pact') && commasBetween(one, mention, words) === 0,
  );
  return (
    !isStep &&
    sentence.place !== 'body' &&
    !sentence.mentions.some((one) => isAction(one, 'attack') && !isInside(one, mention)) &&
    !isConditional(mention, sentence, words) &&
    (mentions.some((one) => isAction(one, 'truce', 'pact', 'talks')) ||
      isAfterSpan(mention, sentence) ||
      isOrdered(mention, sentence))
  );
}
