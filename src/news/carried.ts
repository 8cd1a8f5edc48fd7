import {
  type Bond,
  distance,
  hasCue,
  isAwayPlace,
  isExcluded,
  isStriking,
  type PartyMention,
  partiesOf,
  roleOf,
} from './bond.ts';
import type { Mention } from './lexicon.ts';
import { isCommon } from './meaning.ts';
import { isAbout, isBefore, isSurelyHome, namingOf, sentenceOf } from './naming.ts';
import type { Passage, Sentence } from './passage.ts';
import { isDeed } from './step.ts';

/** The bond of an action in a sentence that does not name the watched side: the item may name it elsewhere. */
export function bondElsewhere(
  action: Mention,
  sentence: Sentence,
  passage: Passage,
): { bond: Bond; party: PartyMention | undefined } {
  const { mentions } = sentence;
  if (sentence.place !== 'title' && isTitledOtherwise(passage)) return { bond: 'other', party: undefined };
  const strange = partiesOf(passage.mentions, 'state', 'other').length > 0;
  const isAbroad = strange || passage.mentions.some(isSeat);
  // What is surely of this conflict may have a look-alike beside it.
  const isElsewhere = isAbroad || !mentions.some(isSurelyHome);
  if (isElsewhere && mentions.some((one) => one.kind === 'lookalike'))
    return { bond: 'other', party: undefined };
  if (mentions.some(isAwayPlace)) return { bond: 'state', party: undefined };
  // Go-betweens travel to the watched side, not to a state; "the X process" is said of the talks themselves.
  if (
    sentence.place === 'title' &&
    mentions.some((one) => isSeat(one) && !overlaps(one, action)) &&
    !hasCue(mentions, 'between') &&
    partiesOf(mentions, 'mediator').every(({ party }) => party.person)
  )
    return { bond: 'unbound', party: undefined };
  if (isWithStrangers(action, sentence)) return { bond: 'unbound', party: undefined };
  const named = surelyNamed(passage);
  // A title that names no partner, in an item without others who could talk about it.
  const isOpen =
    !strange &&
    sentence.place === 'title' &&
    !mentions.some((one) => one.kind === 'party' && roleOf(one, sentence, passage.words) === 'with');
  // Who struck is who broke the truce.
  const isBroken = mentions.some((one) => one.kind === 'action' && one.action === 'violate');
  const spoken = named.find(
    (one) => (isBroken || !isStriking(one, sentenceOf(one, passage))) && (isOpen || !isAbout(one, passage)),
  );
  if (spoken) return { bond: 'carried', party: spoken };
  const atHome = passage.atHome || mentionsBeside(sentence, passage).some(isSurelyHome);
  const implied =
    named.length === 0 && !strange
      ? partiesOf(passage.mentions, 'watched').find(
          (one) =>
            namingOf(one, passage) === 'likely' &&
            (atHome ||
              isBefore(one.party.aloneUntil, passage) ||
              mentionsBeside(sentenceOf(one, passage), passage).some(isSurelyHome)),
        )
      : undefined;
  if (implied && !mentions.some((one) => one.kind === 'lookalike'))
    return { bond: 'implied', party: implied };
  return { bond: named[0] ? 'about' : 'unbound', party: named[0] };
}

/** A title with a look-alike and no talks or truce: a summary that names nobody goes on with that. */
function isTitledOtherwise({ sentences }: Passage): boolean {
  const mentions = sentences.flatMap((one) => (one.place === 'title' ? one.mentions : []));
  return mentions.some(({ kind }) => kind === 'lookalike') && !mentions.some(isDeed);
}

const namedIn = new WeakMap<Passage, readonly PartyMention[]>();

/** The watched side by names of its own, anywhere in the item: found once, though asked for every action. */
function surelyNamed(passage: Passage): readonly PartyMention[] {
  const { mentions, words } = passage;
  const found =
    namedIn.get(passage) ??
    partiesOf(mentions, 'watched').filter(
      (one) => !isCommon(one.party) && !isExcluded(one, mentions, words) && namingOf(one, passage) === 'sure',
    );
  namedIn.set(passage, found);
  return found;
}

/** A title may be several sentences. */
const mentionsBeside = ({ place, mentions }: Sentence, { sentences }: Passage): readonly Mention[] =>
  place === 'title' ? sentences.flatMap((one) => (one.place === place ? one.mentions : [])) : mentions;

const overlaps = (a: Mention, b: Mention): boolean => a.from < b.to && b.from < a.to;

const isSeat = (one: Mention): boolean => one.kind === 'place' && one.place.seat;

/** "Negotiations with the guards": the partner is named, and is none that is known. */
const isWithStrangers = (action: Mention, { mentions }: Sentence): boolean =>
  mentions.some(
    (one) =>
      one.kind === 'cue' &&
      one.cue === 'withBefore' &&
      one.from === action.to &&
      !mentions.some((other) => other.kind === 'place' && overlaps(other, one)) &&
      !mentions.some((other) => other.kind === 'party' && other.from >= one.to && distance(other, one) < 5),
  );
