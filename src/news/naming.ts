import {
  distance,
  hasCue,
  isAside,
  isAwayPlace,
  isBroker,
  type PartyMention,
  partiesOf,
  roleOf,
} from './bond.ts';
import type { Mention } from './lexicon.ts';
import type { ActionKind } from './meaning.ts';
import type { Naming, Passage, Sentence } from './passage.ts';

/** Whether the item says anything of the conflict beside the name itself: an acronym has other meanings. */
const hasCompany = (name: PartyMention, { mentions }: Passage): boolean =>
  mentions.some(
    (one) =>
      (one.kind === 'party' && one.party !== name.party) ||
      one.kind === 'place' ||
      (one.kind === 'action' &&
        (one.action === 'truce' ||
          one.action === 'attack' ||
          one.action === 'offer' ||
          one.action === 'pact')),
  );

const isHome = (one: Mention): boolean =>
  (one.kind === 'place' && one.place.home) ||
  (one.kind === 'party' && (one.party.side === 'counterpart' || one.party.side === 'mediator'));

/** Home by its own name: there are governments everywhere. */
export const isSurelyHome = (one: Mention): boolean =>
  isHome(one) && (one.kind !== 'party' || one.party.doubt !== 'common');

/** Signs of another affair with the same name: a state or other party, a place where that one meets, a look-alike. */
const isAway = (one: Mention): boolean =>
  (one.kind === 'party' && (one.party.side === 'state' || one.party.side === 'other')) ||
  (one.kind === 'place' && one.place.away) ||
  one.kind === 'lookalike';

const isOfTitle = ({ from }: Mention, { titleLength }: Passage): boolean => from < titleLength;

/** A party of another affair that the summary names: it may have its say on this one. */
const isBystander = (one: Mention, passage: Passage): boolean =>
  one.kind === 'party' && one.party.side === 'other' && !isOfTitle(one, passage);

/** A side or place that is named where somebody stands between the sides. */
const isMediating = (one: Mention, passage: Passage): boolean =>
  one.kind !== 'lookalike' && hasCue(sentenceOf(one, passage).mentions, 'between');

const isDeed = (one: Mention): boolean =>
  one.kind === 'action' && (one.action === 'extend' || one.action === 'end' || one.action === 'violate');

const isDeedOfPeace = (one: Mention): boolean =>
  one.kind === 'action' && ['talks', 'pact', 'offer', 'truce'].includes(one.action);

/** Talks, or a truce, unless all that is said of it is that there is none. */
const tellsOfPeace = ({ mentions }: Sentence): boolean => {
  const isTold = (...kinds: readonly ActionKind[]) =>
    mentions.some((one) => one.kind === 'action' && kinds.includes(one.action));
  return isTold('truce')
    ? isTold('declare', 'extend', 'end', 'violate', 'fail') ||
        !(hasCue(mentions, 'notBefore') || hasCue(mentions, 'notAfter'))
    : isTold('talks', 'pact', 'offer');
};

/** The words around a name make it the subject matter of others. */
export const isAbout = (name: PartyMention, passage: Passage): boolean =>
  roleOf(name, sentenceOf(name, passage), passage.words) === 'about';

/** Sides speak about this name, not with it: one in a sentence on talks, or a state and its counterpart anywhere. */
function isSubject(name: PartyMention, passage: Passage): boolean {
  if (!isAbout(name, passage)) return false;
  const { mentions } = sentenceOf(name, passage);
  const isSpokenOf = mentions.some(
    (one) => one.kind === 'action' && (one.action === 'talks' || one.action === 'truce'),
  );
  return (
    (isSpokenOf && partiesOf(mentions, 'counterpart', 'state').length > 0) ||
    (partiesOf(passage.mentions, 'counterpart').length > 0 && partiesOf(passage.mentions, 'state').length > 0)
  );
}

/** Weighs a name by its own doubt and the company it keeps. */
export function namingOf(name: PartyMention, passage: Passage): Naming {
  const naming = passage.namings.get(name) ?? weighed(name, sentenceOf(name, passage), passage);
  passage.namings.set(name, naming);
  return naming;
}

/** "X and Y": two that deal with each other as states do. */
const isPaired = (name: PartyMention, sentence: Sentence, { words }: Passage): boolean =>
  partiesOf(sentence.mentions, 'counterpart').some(
    (one) =>
      one.party.doubt === 'none' &&
      distance(one, name) <= 1 &&
      (one.to <= name.from || name.from === sentence.from) &&
      (words[Math.min(one.to, name.to)] === ',' ||
        [one, name].some((side) => roleOf(side, sentence, words) === 'with')),
  );

/** "A truce between X and rebels, Y says": where two are told of together, a state that tells of it is not one of them. */
export const isPartner = (name: PartyMention, sentence: Sentence, passage: Passage): boolean =>
  name.party.doubt === 'generic' && isPaired(name, sentence, passage);

export const sentenceOf = (name: Mention, { sentences }: Passage): Sentence =>
  sentences.find(({ from, to }) => from <= name.from && name.from < to)!;

/** "X-Y talks" are those of two, where "X Y extends its truce" and "end of X Y truce" are told of one. */
const isCompound = (name: Mention, { mentions }: Sentence): boolean =>
  !mentions.some((one) => isDeed(one) && one.to <= name.from) &&
  mentions.some(
    (one) =>
      one.kind === 'action' &&
      (one.action === 'talks' || one.action === 'truce') &&
      one.from === name.to &&
      one.to - one.from <= compoundWords,
  );
/** "Cease fire"; longer ones are verbs with what they concern. */
const compoundWords = 2;

export const isBefore = (day: string | undefined, { published }: Passage): boolean =>
  day !== undefined && published < Date.parse(day);

function weighed(name: PartyMention, sentence: Sentence, passage: Passage): Naming {
  const { doubt, from, until, aloneUntil } = name.party;
  if (doubt === 'none' || (doubt === 'pair' && isBefore(until, passage)))
    return isBefore(from, passage) ? 'others' : 'sure';
  if (doubt === 'acronym') {
    // The full name beside it settles what the acronym stands for.
    const isSpelt = partiesOf(passage.mentions, 'watched').some(({ party }) => party.doubt === 'none');
    const isOther =
      passage.speltOut || passage.mentions.some((one) => one.kind === 'lookalike' && one.decisive);
    if (isOther && !isSpelt) return 'unsure';
    const fits = hasCompany(name, passage) || roleOf(name, sentence, passage.words) === 'with';
    return fits ? 'sure' : 'likely';
  }
  const others = passage.mentions.filter((one) => one !== name);
  const plain = partiesOf(others, 'watched').filter(
    ({ party }) => (party.doubt === 'none' && !isBefore(party.from, passage)) || party.doubt === 'acronym',
  );
  const isPast = until && passage.published >= Date.parse(until);
  const isPair =
    isPast && (doubt === 'pair' ? isCompound(name, sentence) : isPaired(name, sentence, passage));
  const named = plain.some((one) => !isSubject(one, passage) && !(isPair && isAbout(one, passage)));
  if (!named && isBefore(from, passage)) return 'others';
  // "X Y extend …": one that acts, not two named side by side; a look-alike may be named in passing.
  const acts = doubt === 'pair' && sentence.mentions.some((one) => isDeed(one) && one.from === name.to);
  const isTold = isPartner(name, sentence, passage);
  // A state that stands between the sides, or tells of them; one named beside "X Y" is not meant by it.
  const isApart = doubt === 'pair' && !isPair;
  const isBeyond = (one: Mention) =>
    one.kind === 'party' &&
    one.party.side === 'state' &&
    (isApart || (doubt === 'generic' && (isTold || isBroker(one, sentence.mentions))));
  const signs = sentence.mentions.filter((one) => isAway(one) && !isBeyond(one));
  if (signs.some((one) => !acts || !isAside(one, sentence, passage.words))) return 'unsure';
  // "Talks abroad fail; X: truce holds": the sentences of a title are of one affair.
  if (
    isPast &&
    !acts &&
    isOfTitle(name, passage) &&
    others.some((one) => isAwayPlace(one) && isOfTitle(one, passage))
  )
    return 'unsure';
  if (!named && others.some((one) => one.kind === 'party' && one.party.rival)) return 'unsure';
  if (sentence.mentions.some((one) => one.kind === 'place' && one.place.home))
    return named && doubt !== 'generic' ? 'sure' : 'likely';
  // Two sides talk about the watched side: one of them bears its common name.
  const away =
    others.some(
      (one) =>
        isAway(one) &&
        !((isTold || isApart) && isBeyond(one)) &&
        !isMediating(one, passage) &&
        !(doubt === 'common' && isBystander(one, passage)),
    ) ||
    (plain.length > 0 && !named);
  if (named) return away || doubt === 'generic' ? 'likely' : 'sure';
  if (acts) return 'likely';
  if (away) return isPair ? 'others' : 'unsure';
  if (passage.atHome) return 'likely';
  if (isPair) return 'others';
  // Abroad there are governments and mediators too.
  const isAbroad = passage.mentions.some((one) => one.kind === 'place' && !one.place.home && !one.place.seat);
  // While others who bear the name make most of its news, a summary that names this side's partner says little.
  const isBorne =
    aloneUntil &&
    until &&
    passage.published >= Date.parse(aloneUntil) &&
    passage.published < Date.parse(until);
  const company = isBorne
    ? others.filter((one) => isOfTitle(one, passage) === isOfTitle(name, passage))
    : others;
  const fits = company.some(doubt === 'generic' || isAbroad ? isSurelyHome : isHome);
  // Each of two such names is borne by others, but hardly both by the same.
  const twice =
    doubt !== 'pair' &&
    partiesOf(others, 'watched').some(
      ({ party }) =>
        party.doubt === 'common' &&
        party.name !== name.party.name &&
        (doubt === 'common' || party.until === undefined),
    );
  const isAlone =
    isBefore(aloneUntil, passage) &&
    (sentence.mentions.some(isDeedOfPeace) ? tellsOfPeace(sentence) : passage.sentences.some(tellsOfPeace));
  return doubt === 'pair' || fits || twice || isAlone ? 'likely' : 'unsure';
}
