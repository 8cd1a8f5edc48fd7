import { distance, hasCue, nearest, type PartyMention, partiesOf, roleOf } from './bond.ts';
import type { ActionKind, Mention } from './lexicon.ts';
import type { Passage, Sentence } from './passage.ts';
import type { AlertTopic } from './story.ts';

type ActionMention = Extract<Mention, { kind: 'action' }>;

/** How talks or a truce hang together with the watched side. */
export type Bond =
  | 'bound' // named with it in one sentence
  | 'weak' // under a name that others bear too, in fitting company
  | 'carried' // in a sentence without names, where the item names it elsewhere
  | 'about' // others speak about it
  | 'state' // a matter between states
  | 'other' // another affair
  | 'unbound';

export interface Finding {
  readonly action: 'talks' | 'truce';
  readonly topic: AlertTopic;
  /** The words say what became of it; a bare "ceasefire" does not. */
  readonly explicit: boolean;
  readonly bond: Bond;
  readonly place: Sentence['place'];
  readonly background: boolean;
  readonly mention: ActionMention;
  readonly party: PartyMention | undefined;
  readonly step: ActionMention | undefined;
}

/** Words between an action and the name it is bound to. */
const bondReach = 16;
/** Words between an action and what becomes of it. */
const stepReach = 9;

/** Every talk and truce in the passage, with what becomes of it and whose it is. */
export function findingsOf(passage: Passage, year: number): Finding[] {
  return passage.sentences.flatMap((sentence) =>
    sentence.mentions
      .filter((one): one is ActionMention => one.kind === 'action')
      .filter(({ action }) => action === 'talks' || action === 'truce')
      .map((mention) => findingOf(mention, sentence, passage, year)),
  );
}

function findingOf(mention: ActionMention, sentence: Sentence, passage: Passage, year: number): Finding {
  const { bond, party } = bondOf(mention, sentence, passage);
  const action = mention.action === 'truce' ? 'truce' : 'talks';
  const { topic, explicit, step } = topicOf(action, mention, sentence);
  const background = isBackground(mention, sentence, passage, year);
  return { action, topic, explicit, bond, place: sentence.place, background, mention, party, step };
}

function bondOf(
  action: Mention,
  sentence: Sentence,
  passage: Passage,
): { bond: Bond; party: PartyMention | undefined } {
  const { mentions } = sentence;
  const lookalike = mentions.some((one) => one.kind === 'lookalike');
  const watched = partiesOf(mentions, 'watched').filter((one) => distance(one, action) <= bondReach);
  const strong = nearest(
    action,
    watched.filter(({ party }) => !party.weak),
  );
  const states = partiesOf(mentions, 'state');
  const others = partiesOf(mentions, 'other');
  const foreign = nearest(action, [...states, ...others]);
  if (strong) {
    const role = roleOf(strong, sentence);
    if (foreign && !hasCue(mentions, 'between')) {
      const nearer = distance(strong, action) < distance(foreign, action);
      if (role === 'with' || (role === 'unsaid' && nearer)) return { bond: 'bound', party: strong };
      return { bond: foreign.party.side === 'state' ? 'state' : 'other', party: strong };
    }
    if (role === 'about' && !hasCue(mentions, 'between')) return { bond: 'about', party: strong };
    return { bond: lookalike ? 'other' : 'bound', party: strong };
  }
  if (foreign) return { bond: foreign.party.side === 'state' ? 'state' : 'other', party: undefined };
  if (lookalike) return { bond: 'other', party: undefined };
  const named = partiesOf(passage.mentions, 'watched').find(({ party }) => !party.weak);
  const weak = nearest(action, watched);
  if (weak) {
    if (named) return { bond: 'bound', party: named };
    if (partiesOf(passage.mentions, 'state', 'other').length > 0) return { bond: 'unbound', party: weak };
    return { bond: fitting(passage) ? 'weak' : 'unbound', party: weak };
  }
  return { bond: named ? 'carried' : 'unbound', party: named };
}

/** Company that tells whom a common name means. */
const fitting = ({ mentions }: Passage): boolean =>
  partiesOf(mentions, 'counterpart').length > 0 ||
  mentions.some((one) => one.kind === 'place' && one.place.home);

const truceSteps: readonly (readonly [ActionKind, AlertTopic])[] = [
  ['extend', 'truce_extended'],
  ['end', 'truce_ended'],
  ['violate', 'truce_violated'],
  ['declare', 'truce_declared'],
  ['deny', 'talks_denied'],
];
const talkSteps: readonly (readonly [ActionKind, AlertTopic])[] = [
  ['fail', 'talks_failed'],
  ['end', 'talks_failed'],
  ['deny', 'talks_denied'],
];

function topicOf(
  action: 'talks' | 'truce',
  mention: ActionMention,
  sentence: Sentence,
): { topic: AlertTopic; explicit: boolean; step: ActionMention | undefined } {
  const table = action === 'truce' ? truceSteps : talkSteps;
  const steps = sentence.mentions.filter(
    (one): one is ActionMention => one.kind === 'action' && table.some(([kind]) => kind === one.action),
  );
  const step = nearest(mention, steps);
  const negated = isNegated(step ?? mention, sentence) || isNegated(mention, sentence);
  if (step && distance(step, mention) <= stepReach) {
    const topic = table.find(([kind]) => kind === step.action)![1];
    if (!negated || topic === 'talks_denied' || topic === 'talks_failed')
      return { topic, explicit: true, step };
    if (topic === 'truce_extended') return { topic: 'truce_ended', explicit: true, step };
    if (topic === 'truce_declared') return { topic: 'talks_denied', explicit: true, step };
    return { topic: 'truce_declared', explicit: false, step };
  }
  if (negated) return { topic: 'talks_denied', explicit: true, step: undefined };
  return {
    topic: action === 'truce' ? 'truce_declared' : 'talks',
    explicit: action === 'talks',
    step: undefined,
  };
}

function isNegated(action: Mention, { mentions }: Sentence): boolean {
  return mentions.some((one) => {
    if (one.kind !== 'cue') return false;
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
