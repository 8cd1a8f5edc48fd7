import { bondOf, isAmongThem } from './binding.ts';
import { type Bond, hasCue, isAside, type PartyMention, roleOf } from './bond.ts';
import type { Mention } from './lexicon.ts';
import { truceKinds } from './meaning.ts';
import type { Passage, Sentence } from './passage.ts';
import { type ActionMention, isDeed, isInside, type Outcome, topicOf } from './step.ts';
import { isMeant } from './weak-deed.ts';

/** A talk or truce in a passage: whose it is and what becomes of it. */
export interface Finding extends Outcome {
  readonly action: 'talks' | 'truce';
  readonly bond: Bond;
  readonly place: Sentence['place'];
  readonly background: boolean;
  /** Said in a subordinate clause. */
  readonly aside: boolean;
  /** The party is named as partner of the action. */
  readonly partner: boolean;
  readonly mention: ActionMention;
  readonly party: PartyMention | undefined;
}

/** Every talk and truce in the passage, with what becomes of it and whose it is. */
export function findingsOf(passage: Passage, year: number): Finding[] {
  return passage.sentences.flatMap((sentence) =>
    sentence.mentions
      .filter((one) => isDeed(one) && !isWithinTalks(one, sentence) && isMeant(one, sentence, passage))
      .map((mention) => findingOf(mention as ActionMention, sentence, passage, year)),
  );
}

const isWithinTalks = (one: Mention, { mentions }: Sentence): boolean =>
  mentions.some((talks) => talks.kind === 'action' && talks.action === 'talks' && isInside(one, talks));

function findingOf(mention: ActionMention, sentence: Sentence, passage: Passage, year: number): Finding {
  const { bond: found, party } = bondOf(mention, sentence, passage);
  const action = truceKinds.has(mention.action) ? 'truce' : 'talks';
  const { topic, said, step } = topicOf(mention, sentence, passage);
  // A bare "talks" or "truce" is too little to go by.
  const isTooLittle = found === 'implied' && (!step || step.action === 'declare');
  const isLoose =
    mention.action !== 'contact' &&
    found === 'about' &&
    sentence.place === 'title' &&
    isAmongThem(mention, sentence, passage);
  const bond = isTooLittle ? 'unbound' : isLoose ? 'loose' : found;
  // "First attack since the truce" is no old story.
  const isNews = topic === 'truce_violated' && sentence.place === 'title';
  // "Timeline: the talks of …": what a title looks back at is its news.
  const isLookBack =
    sentence.place === 'title' &&
    hasCue(
      sentence.mentions.filter(({ from }) => from === sentence.from),
      'comment',
    );
  const background = !isNews && isBackground(mention, sentence, passage, isLookBack ? undefined : year);
  const partner = party !== undefined && roleOf(party, sentence, passage.words) === 'with';
  return {
    action,
    topic,
    said,
    bond,
    place: sentence.place,
    background,
    aside: isAside(mention, sentence, passage.words),
    partner,
    mention,
    party,
    step,
  };
}

/** Told of earlier times: a year before that one, or a cue right before the action in its clause. */
function isBackground(
  action: Mention,
  sentence: Sentence,
  { words }: Passage,
  year = Number.NEGATIVE_INFINITY,
): boolean {
  for (
    let at = Math.max(sentence.from, action.from - 10);
    at < Math.min(sentence.to, action.to + 10);
    at += 1
  ) {
    const word = words[at]!;
    if (word.length === 4 && /^(19|20)\d\d$/.test(word) && Number(word) < year) return true;
  }
  return sentence.mentions.some((one) => {
    if (one.kind !== 'cue' || one.cue !== 'background') return false;
    const gap = action.from - one.to;
    return gap >= -1 && gap <= 8;
  });
}
