import { commasBetween, hasCue, nearest, partiesOf } from './bond.ts';
import type { Mention } from './lexicon.ts';
import { isCommon } from './meaning.ts';
import type { Passage, Sentence } from './passage.ts';
import { type ActionMention, isConditional } from './step.ts';

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
      return isInDoubt(mention, sentence) && isNamed(passage);
    case 'resume':
      return isReturnToWar(mention, sentence, passage);
    default:
      return true;
  }
}

/** It is the watched side that is quiet for a time. */
const isPause = (mention: ActionMention, { mentions, place }: Sentence): boolean =>
  place !== 'body' &&
  hasCue(mentions, 'span') &&
  nearest(mention, partiesOf(mentions, 'watched', 'counterpart'))?.party.side === 'watched' &&
  partiesOf(mentions, 'state', 'other').length === 0 &&
  !mentions.some((one) => one.kind === 'lookalike');

/** What is said of a word given makes it news: that it is doubted, broken or taken back, or an attack beside it. */
const isInDoubt = (mention: ActionMention, { mentions, place }: Sentence): boolean =>
  place !== 'body' &&
  mentions.some((one) => one !== mention && isAction(one, 'violate', 'end', 'resume', 'attack'));

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
  hasCue(mentions, 'subordinateBefore') &&
  nearest(mention, partiesOf(mentions, 'watched', 'counterpart', 'state'))?.party.side === 'watched';

function isReturnToWar(mention: ActionMention, sentence: Sentence, passage: Passage): boolean {
  const { mentions, words } = passage;
  // There it is what becomes of the truce.
  const isStep = sentence.mentions.some(
    (one) => isAction(one, 'truce', 'pact') && commasBetween(one, mention, words) === 0,
  );
  return (
    !isStep &&
    sentence.place !== 'body' &&
    !sentence.mentions.some((one) => isAction(one, 'attack')) &&
    !isConditional(mention, sentence, words) &&
    (mentions.some((one) => isAction(one, 'truce', 'pact', 'talks')) || isAfterSpan(mention, sentence))
  );
}
