import { apart, distance, hasCue, isAside, nearest, type PartyMention, partiesOf, roleOf } from './bond.ts';
import type { Mention } from './lexicon.ts';
import { type ActionKind, deedKinds } from './meaning.ts';
import { isAbout, isSurelyHome, namingOf } from './naming.ts';
import type { Naming, Passage, Sentence } from './passage.ts';
import type { AlertTopic } from './story.ts';

type ActionMention = Extract<Mention, { kind: 'action' }>;

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

export interface Finding {
  readonly action: 'talks' | 'truce';
  readonly topic: AlertTopic;
  /** Whether the words say what became of it; a bare "ceasefire" does not, and "no ceasefire" even less. */
  readonly said: 'plainly' | 'barely' | 'hardly';
  readonly bond: Bond;
  readonly place: Sentence['place'];
  readonly background: boolean;
  /** Said in a subordinate clause. */
  readonly aside: boolean;
  /** The party is named as partner of the action. */
  readonly partner: boolean;
  readonly mention: ActionMention;
  readonly party: PartyMention | undefined;
  readonly step: ActionMention | undefined;
}

/** Words between an action and the name it is bound to. */
export const bondReach = 16;
/** Words between a talk or truce and the look-alike that it belongs to. */
const lookalikeReach = 3;
/** Words between an action and what becomes of it. */
const stepReach = 9;

/** Every talk and truce in the passage, with what becomes of it and whose it is. */
export function findingsOf(passage: Passage, year: number): Finding[] {
  return passage.sentences.flatMap((sentence) =>
    sentence.mentions.filter(isDeed).map((mention) => findingOf(mention, sentence, passage, year)),
  );
}

function findingOf(mention: ActionMention, sentence: Sentence, passage: Passage, year: number): Finding {
  const { bond: found, party } = bondOf(mention, sentence, passage);
  const action = mention.action === 'truce' ? 'truce' : 'talks';
  const { topic, said, step } = topicOf(mention, sentence, passage);
  // A bare "talks" or "truce" is too little to go by.
  const isTooLittle = found === 'implied' && (!step || step.action === 'declare');
  const isLoose = found === 'about' && sentence.place === 'title' && isAmongThem(mention, sentence, passage);
  const bond = isTooLittle ? 'unbound' : isLoose ? 'loose' : found;
  const background = isBackground(mention, sentence, passage, year);
  const partner = party !== undefined && roleOf(party, sentence, passage.words) === 'with';
  return {
    action,
    topic,
    said,
    bond,
    place: sentence.place,
    background,
    aside: isAside(mention, sentence),
    partner,
    mention,
    party,
    step,
  };
}

function bondOf(
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
  if (elsewhere) return { bond: elsewhere, party: likely ?? by('unsure') };
  if (likely)
    return { bond: roleOf(likely, sentence, passage.words) === 'about' ? 'about' : 'likely', party: likely };
  const unsure = by('unsure');
  if (unsure)
    return {
      bond: mentions.some(isAwayPlace) ? 'state' : 'unbound',
      party: unsure,
    };
  const strange = partiesOf(passage.mentions, 'state', 'other').length > 0;
  if (strange && mentions.some((one) => one.kind === 'lookalike')) return { bond: 'other', party: undefined };
  if (mentions.some(isAwayPlace)) return { bond: 'state', party: undefined };
  const named = partiesOf(passage.mentions, 'watched').filter(
    (one) =>
      one.party.doubt !== 'common' && one.party.doubt !== 'generic' && namingOf(one, passage) === 'sure',
  );
  // A title that names no partner, in an item without others who could talk about it.
  const isOpen =
    !strange &&
    sentence.place === 'title' &&
    !mentions.some((one) => one.kind === 'party' && roleOf(one, sentence, passage.words) === 'with');
  const spoken = named.find((one) => isOpen || !isAbout(one, passage));
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
const isAmongThem = (action: Mention, { mentions }: Sentence, passage: Passage): boolean =>
  partiesOf(mentions, 'watched').length > 0 &&
  partiesOf(passage.mentions, 'state', 'other').length === 0 &&
  !passage.mentions.some((one) => one.kind === 'lookalike' || (one.kind === 'place' && !one.place.home)) &&
  !mentions.some(
    (one) =>
      one.kind === 'cue' &&
      (one.cue === 'aboutBefore' || one.cue === 'aboutAfter') &&
      distance(one, action) < nextTo,
  );

/** Words under which a marker belongs to the action beside it. */
const nextTo = 2;

const isAwayPlace = (one: Mention): boolean => one.kind === 'place' && one.place.away;

/** The bond to a name that is surely the watched side's; undefined if the action is somebody else's. */
function ofSure(
  name: PartyMention,
  action: Mention,
  sentence: Sentence,
  { words }: Passage,
  foreign: PartyMention | undefined,
): Bond | undefined {
  const { mentions } = sentence;
  const role = roleOf(name, sentence, words);
  if (foreign && !(hasCue(mentions, 'between') && role !== 'about')) {
    if (role === 'with') return 'bound';
    if (mentions.some(isAwayPlace)) return undefined;
    const nearer = apart(name, action, sentence) < apart(foreign, action, sentence);
    const partner = partiesOf(mentions, 'counterpart').some(
      (one) => distance(one, action) < distance(name, action) && roleOf(one, sentence, words) === 'with',
    );
    return role === 'unsaid' && nearer && !partner && !isBeyondState(name, action, sentence)
      ? 'bound'
      : undefined;
  }
  if (role === 'about') return 'about';
  if (role === 'unsaid' && mentions.some(isAwayPlace)) return 'state';
  const other = mentions.some((one) => one.kind === 'lookalike' && distance(one, action) < lookalikeReach);
  return other ? undefined : 'bound';
}

type Steps = Partial<Record<ActionKind, AlertTopic>>;
/** What becomes of a truce; "announces" says least, so it counts where nothing else is said. */
const truceSteps: readonly Steps[] = [
  { extend: 'truce_extended', end: 'truce_ended', violate: 'truce_violated', resume: 'truce_ended' },
  { deny: 'talks_denied', refuse: 'talks_denied' },
  { declare: 'truce_declared' },
];
const offerSteps: readonly Steps[] = [{ fail: 'talks_failed', deny: 'talks_failed', refuse: 'talks_failed' }];
const pactSteps: readonly Steps[] = [
  { violate: 'truce_violated', resume: 'truce_ended' },
  { fail: 'talks_failed', end: 'talks_failed', deny: 'talks_denied', refuse: 'talks_denied' },
];
const talkSteps: readonly Steps[] = [{ fail: 'talks_failed', deny: 'talks_denied', refuse: 'talks_denied' }];

function stepsOf(deed: ActionKind): readonly Steps[] {
  if (deed === 'truce') return truceSteps;
  if (deed === 'pact') return pactSteps;
  return deed === 'offer' ? offerSteps : talkSteps;
}

function topicOf(
  mention: ActionMention,
  sentence: Sentence,
  passage: Passage,
): Pick<Finding, 'topic' | 'said' | 'step'> {
  const { words } = passage;
  const action = mention.action === 'truce' ? 'truce' : 'talks';
  const table = stepsOf(mention.action);
  const far = (a: Mention, b: Mention) => apart(a, b, sentence) + commaStep * commasBetween(a, b, words);
  const near = sentence.mentions.filter(
    (one): one is ActionMention =>
      one.kind === 'action' &&
      far(one, mention) <= stepReach &&
      !isInside(one, mention) &&
      !isTail(one, mention) &&
      !isConditional(one, sentence) &&
      !isOfAnother(one, mention, sentence, words),
  );
  const step = table
    .map((kinds) =>
      nearest(
        mention,
        near.filter((one) => kinds[one.action] !== undefined),
      ),
    )
    .find((one) => one !== undefined);
  const negated = [mention, step].some((one) => one && isNegated(one, sentence, words, step));
  if (step) {
    const topic = table.find((kinds) => kinds[step.action])![step.action]!;
    const refused =
      topic === 'truce_extended' &&
      near.some((one) => (one.action === 'deny' || one.action === 'refuse') && distance(one, step) <= 3);
    if (action === 'talks' && step.action === 'refuse' && isOfWatched(step, sentence, passage))
      return { topic: 'talks_failed', said: 'plainly', step };
    if (topic === 'talks_denied' || topic === 'talks_failed') return { topic, said: 'plainly', step };
    if (topic === 'truce_extended' && (negated || refused))
      return { topic: 'truce_ended', said: 'plainly', step };
    if (!negated) return { topic, said: 'plainly', step };
    if (topic === 'truce_declared') return { topic: 'talks_denied', said: 'plainly', step };
    return { topic: 'truce_declared', said: 'barely', step };
  }
  if (negated && action === 'truce' && isOfWatched(mention, sentence, passage)) {
    return { topic: 'truce_ended', said: 'hardly', step: undefined };
  }
  if (negated && mention.action !== 'offer') {
    return { topic: 'talks_denied', said: action === 'truce' ? 'hardly' : 'plainly', step: undefined };
  }
  if (action === 'truce' && isSought(mention, sentence)) return { topic: 'talks', said: 'plainly', step };
  return {
    topic: action === 'truce' ? 'truce_declared' : 'talks',
    said: action === 'talks' ? 'plainly' : 'barely',
    step: undefined,
  };
}

/** Words that a comma counts for between an action and its step. */
const commaStep = 5;

function commasBetween(a: Mention, b: Mention, words: readonly string[]): number {
  return words.slice(Math.min(a.to, b.to), Math.max(a.from, b.from)).filter((word) => word === ',').length;
}

const deeds: ReadonlySet<ActionKind> = new Set(deedKinds);

const isDeed = (one: Mention): one is ActionMention => one.kind === 'action' && deeds.has(one.action);

/** "Offers dialogue, rejects call to disarm": behind the comma the step has another object. */
const isOfAnother = (
  step: Mention,
  mention: Mention,
  { mentions }: Sentence,
  words: readonly string[],
): boolean =>
  commasBetween(step, mention, words) > 0 &&
  mentions.some(
    (one) =>
      one !== mention &&
      isDeed(one) &&
      commasBetween(step, one, words) === 0 &&
      distance(step, one) < distance(step, mention) + commaStep,
  );

/** Languages with the verb at the end: who acts is named first, whom it concerns in between. */
const verbLast: ReadonlySet<string> = new Set([
  'ur',
  'ps',
  'hi',
  'fa',
  'mr',
  'te',
  'bn',
  'pa',
  'sd',
  'tr',
  'ja',
  'ko',
]);

/** Of the sides named before a step, but not as partner, the watched one takes it. */
function isOfWatched(step: Mention, sentence: Sentence, { words, language }: Passage): boolean {
  const before = partiesOf(sentence.mentions, 'watched', 'counterpart', 'mediator', 'state').filter(
    (one) => one.to <= step.from && roleOf(one, sentence, words) !== 'with',
  );
  return before.at(verbLast.has(language) ? 0 : -1)?.party.side === 'watched';
}

/** "Cessation of hostilities" ends no truce: the word belongs to its name. */
const isInside = (one: Mention, whole: Mention): boolean =>
  whole.from <= one.from && one.to <= whole.to && one.to - one.from < whole.to - whole.from;

/** A denial that begins within a truce is how the truce is said: "will make no attacks". */
const isTail = (step: ActionMention, deed: Mention): boolean =>
  step.action === 'deny' && deed.from < step.from && step.from < deed.to;

/** Words between a truce and the call for it. */
const soughtReach = 6;

/** "Calls for a truce": there is none yet. */
const isSought = (truce: Mention, { mentions }: Sentence): boolean =>
  mentions.some((one) => one.kind === 'cue' && one.cue === 'sought' && distance(one, truce) <= soughtReach);

/** "if talks fail": the step has not been taken. */
const isConditional = (step: Mention, { mentions }: Sentence): boolean =>
  mentions.some((one) => {
    const gap = step.from - one.to;
    return one.kind === 'cue' && one.cue === 'conditional' && gap >= 0 && gap <= 7;
  });

function isNegated(
  action: Mention,
  { mentions }: Sentence,
  words: readonly string[],
  step: Mention | undefined,
): boolean {
  return mentions.some((one) => {
    if (one.kind !== 'cue' || commasBetween(one, action, words) > 0) return false;
    // The "not" of "will not renew" is said with it.
    if (step && one.from < step.to && step.from < one.to) return false;
    const before = action.from - one.to;
    const after = one.from - action.to;
    return (
      (one.cue === 'notBefore' && before >= 0 && before <= 3) ||
      (one.cue === 'notAfter' && after >= 0 && after <= 6)
    );
  });
}

/** Told of earlier times: a past year, or a cue right before the action in its clause. */
function isBackground(action: Mention, sentence: Sentence, { words }: Passage, year: number): boolean {
  for (
    let at = Math.max(sentence.from, action.from - 10);
    at < Math.min(sentence.to, action.to + 10);
    at += 1
  ) {
    const number = /^(19|20)\d\d$/.test(words[at]!) ? Number(words[at]) : year;
    if (number < year) return true;
  }
  return sentence.mentions.some((one) => {
    if (one.kind !== 'cue' || one.cue !== 'background') return false;
    const gap = action.from - one.to;
    return gap >= -1 && gap <= 8;
  });
}
