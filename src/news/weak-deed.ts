import { commasBetween, hasCue, partiesOf } from './bond.ts';
import type { Mention } from './lexicon.ts';
import { isCommon } from './meaning.ts';
import type { Passage, Sentence } from './passage.ts';
import { type ActionMention, isConditional } from './step.ts';

const isAction = (one: Mention, ...kinds: readonly ActionMention['action'][]): boolean =>
  one.kind === 'action' && kinds.includes(one.action);

/**
 * Whether a word that says little by itself tells of talks or of a truce's end here: "a line to them" does beside
 * both sides, "resumes attacks" where there was a truce.
 */
export function isMeant(mention: ActionMention, sentence: Sentence, passage: Passage): boolean {
  if (mention.action === 'contact') return isContact(sentence) && isNamed(passage);
  return mention.action !== 'resume' || isReturnToWar(mention, sentence, passage);
}

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

function isReturnToWar(mention: ActionMention, sentence: Sentence, { mentions, words }: Passage): boolean {
  // There it is what becomes of the truce.
  const isStep = sentence.mentions.some(
    (one) => isAction(one, 'truce', 'pact') && commasBetween(one, mention, words) === 0,
  );
  return (
    !isStep &&
    sentence.place !== 'body' &&
    !sentence.mentions.some((one) => isAction(one, 'attack')) &&
    !isConditional(mention, sentence, words) &&
    mentions.some((one) => isAction(one, 'truce', 'pact', 'talks'))
  );
}
