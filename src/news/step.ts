import { apart, commaStep, commasBetween, distance, nearest, partiesOf, roleOf, wordsApart } from './bond.ts';
import type { Mention } from './lexicon.ts';
import { type ActionKind, deedKinds, truceKinds } from './meaning.ts';
import type { Passage, Sentence } from './passage.ts';
import type { AlertTopic } from './story.ts';

export type ActionMention = Extract<Mention, { kind: 'action' }>;

export interface Outcome {
  readonly topic: AlertTopic;
  /** Whether the words say what became of it; a bare "ceasefire" does not, and "no ceasefire" even less. */
  readonly said: 'plainly' | 'barely' | 'hardly';
  /** The word that says it. */
  readonly step: ActionMention | undefined;
}

/** Words between an action and what becomes of it. */
const stepReach = 9;
/** The same where the verb stands at the end, behind all that it concerns. */
const verbReach = 13;
type Steps = Partial<Record<ActionKind, AlertTopic>>;
/** What becomes of a truce; "announces" says least, so it counts where nothing else is said. */
const truceSteps: readonly Steps[] = [
  { extend: 'truce_extended', end: 'truce_ended', violate: 'truce_violated', resume: 'truce_ended' },
  { deny: 'talks_denied', refuse: 'talks_denied' },
  { declare: 'truce_declared' },
];
/** "Will not attack": the "not" says the pause. */
const pauseSteps: readonly Steps[] = truceSteps.filter((kinds) => !kinds.deny);
const offerSteps: readonly Steps[] = [{ fail: 'talks_failed', deny: 'talks_failed', refuse: 'talks_failed' }];
const pactSteps: readonly Steps[] = [
  { violate: 'truce_violated', resume: 'truce_ended' },
  { end: 'truce_ended', fail: 'talks_failed', deny: 'talks_denied', refuse: 'talks_denied' },
];
const talkSteps: readonly Steps[] = [{ fail: 'talks_failed', deny: 'talks_denied', refuse: 'talks_denied' }];

const steps: ReadonlySet<ActionKind> = new Set(
  [truceSteps, offerSteps, pactSteps, talkSteps]
    .flat()
    .flatMap((kinds) => Object.keys(kinds) as ActionKind[]),
);

function stepsOf(deed: ActionKind): readonly Steps[] {
  if (deed === 'pause') return pauseSteps;
  if (truceKinds.has(deed)) return truceSteps;
  if (deed === 'pact') return pactSteps;
  return deed === 'offer' ? offerSteps : talkSteps;
}

/** What becomes of talks, a truce, an agreement or an offer in its sentence. */
export function topicOf(mention: ActionMention, sentence: Sentence, passage: Passage): Outcome {
  const { words } = passage;
  if (mention.action === 'resume') return { topic: 'truce_ended', said: 'plainly', step: undefined };
  const action = truceKinds.has(mention.action) ? 'truce' : 'talks';
  const table = stepsOf(mention.action);
  const far = (a: Mention, b: Mention) => wordsApart(a, b, sentence, words);
  const near = sentence.mentions.filter(
    (one): one is ActionMention =>
      one.kind === 'action' &&
      steps.has(one.action) &&
      // What is too far by words alone needs no closer look.
      distance(one, mention) <= verbReach &&
      far(one, mention) <=
        (isSaidFirst(one, sentence, words) ||
        (verbLast.has(passage.language) && far(one, mention) === distance(one, mention))
          ? verbReach
          : stepReach) &&
      !isInside(one, mention) &&
      !isWithinDeclaring(one, sentence) &&
      !isAfterEnd(one, mention, sentence) &&
      !isTail(one, mention) &&
      !isOfTruce(one, mention, sentence) &&
      (one.action === 'extend' || !isConditional(one, sentence, words)) &&
      !isOfAnother(one, mention, sentence, words) &&
      (isSaidFirst(one, sentence, words) ||
        !(isOwnDenial(one, mention, sentence, words) || isBeforeComma(one, mention, words))),
  );
  const taken = near
    .filter((one) => !isConditional(one, sentence, words))
    // Of two that begin together the longer one says more.
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const step =
    table
      .map((kinds) =>
        nearest(
          mention,
          taken.filter((one) => kinds[one.action] !== undefined),
        ),
      )
      .find((one) => one !== undefined) ?? (action === 'truce' ? near.find(mayExtend) : undefined);
  const negated =
    mention.action !== 'pause' && [mention, step].some((one) => one && isNegated(one, sentence, words, step));
  if (mention.action === 'pledge')
    return { topic: step?.action === 'end' ? 'truce_ended' : 'truce_violated', said: 'barely', step };
  if (
    step?.action === 'declare' &&
    action === 'truce' &&
    (isNearOnly(mention, sentence) ||
      (commasBetween(step, mention, words) > 0 && isSought(mention, sentence, words)))
  )
    return { topic: 'talks', said: 'plainly', step: undefined };
  if (step) {
    const topic = table.find((kinds) => kinds[step.action])![step.action]!;
    const refused =
      topic === 'truce_extended' &&
      near.some((one) => (one.action === 'deny' || one.action === 'refuse') && distance(one, step) <= 3);
    const isWatched = action === 'talks' && isOfWatched(step, sentence, passage);
    if ((topic === 'talks_failed' || topic === 'talks_denied') && isUndone(step, sentence))
      return { topic: 'talks', said: 'plainly', step };
    if (isWatched && step.action === 'refuse') return { topic: 'talks_failed', said: 'plainly', step };
    if (topic === 'talks_denied' || topic === 'talks_failed') return { topic, said: 'plainly', step };
    if (topic === 'truce_extended' && (negated || refused))
      return { topic: 'truce_ended', said: 'plainly', step };
    if (!negated) return { topic, said: 'plainly', step };
    if (topic === 'truce_declared') return { topic: 'talks_denied', said: 'plainly', step };
    return { topic: topic === 'truce_ended' ? 'truce_extended' : 'truce_declared', said: 'barely', step };
  }
  if (negated && action === 'truce' && isOfWatched(mention, sentence, passage)) {
    return { topic: 'truce_ended', said: 'hardly', step: undefined };
  }
  if (negated && mention.action !== 'offer') {
    return { topic: 'talks_denied', said: action === 'truce' ? 'hardly' : 'plainly', step: undefined };
  }
  if (action === 'truce' && isSought(mention, sentence, words))
    return { topic: 'talks', said: 'plainly', step };
  return {
    topic: action === 'truce' ? 'truce_declared' : 'talks',
    said: action === 'talks' ? 'plainly' : 'barely',
    step: undefined,
  };
}

const deeds: ReadonlySet<ActionKind> = new Set(deedKinds);

export const isDeed = (one: Mention): one is ActionMention => one.kind === 'action' && deeds.has(one.action);

/** "Open to talks, no envoy has come": what is denied behind a comma is said with it. */
const isOwnDenial = (
  step: ActionMention,
  mention: Mention,
  sentence: Sentence,
  words: readonly string[],
): boolean =>
  step.action === 'deny' &&
  (commasBetween(step, mention, words) > 0 ||
    (mention.to <= step.from && apart(mention, step, sentence) > distance(mention, step))) &&
  sentence.mentions.some((one) => isNot(one) && isInside(one, step));

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

/** "Rejects the criticism, says talks go on": behind a comma stands a statement of its own. */
const isBeforeComma = (step: ActionMention, mention: Mention, words: readonly string[]): boolean =>
  (step.action === 'deny' || step.action === 'refuse' || step.action === 'fail') &&
  step.to <= mention.from &&
  commasBetween(step, mention, words) > 0;

/** "‘Out of the question’: minister on talks": all that stands before the first comma, said of what comes behind. */
const isSaidFirst = (step: ActionMention, { from }: Sentence, words: readonly string[]): boolean =>
  step.from === from && words[step.to] === ',';

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
export const isInside = (one: Mention, whole: Mention): boolean =>
  whole.from <= one.from && one.to <= whole.to && one.to - one.from < whole.to - whole.from;

/** A verb in two parts that declares: its first part alone would end. */
const isWithinDeclaring = (one: ActionMention, { mentions }: Sentence): boolean =>
  one.action === 'end' &&
  mentions.some((whole) => whole.kind === 'action' && whole.action === 'declare' && isInside(one, whole));

/** "Two days after X scraps its truce": what had ended is not broken. */
const isAfterEnd = (one: ActionMention, truce: Mention, { mentions }: Sentence): boolean =>
  one.action === 'violate' &&
  isInside(truce, one) &&
  mentions.some(
    (end) =>
      end.kind === 'action' &&
      end.action === 'end' &&
      (end.from < truce.from ? isInside(end, one) : end.from === one.to),
  );

/** "Will halt attacks after a deal": the halt is a truce of its own, not what becomes of the deal. */
const isOfTruce = (one: ActionMention, deed: Mention, { mentions }: Sentence): boolean =>
  mentions.some(
    (truce) => truce !== deed && truce.kind === 'action' && truce.action === 'truce' && isInside(one, truce),
  );

/** "May extend its truce": where nothing else is told of it, that is the news. */
const mayExtend = ({ action }: ActionMention): boolean => action === 'extend';

/** A denial that begins within a truce is how the truce is said: "will make no attacks". */
const isTail = (step: ActionMention, deed: Mention): boolean =>
  step.action === 'deny' && deed.from < step.from && step.from < deed.to;

/** Words between a truce and the call for it. */
const soughtReach = 6;

/** "Calls for a truce": there is none yet. */
const isSought = (truce: Mention, sentence: Sentence, words: readonly string[]): boolean =>
  sentence.mentions.some(
    (one) =>
      one.kind === 'cue' &&
      one.cue === 'sought' &&
      apart(one, truce, sentence) <= soughtReach &&
      commasBetween(one, truce, words) === 0 &&
      // "A truce to revive talks": these are sought.
      !(
        truce.to <= one.from &&
        sentence.mentions.some((it) => isDeed(it) && it.action === 'talks' && it.from === one.to)
      ),
  );

/** "Close to a truce", said in one: whatever is agreed, it is not there. */
const isNearOnly = (truce: Mention, { mentions }: Sentence): boolean =>
  mentions.some((one) => one.kind === 'cue' && one.cue === 'sought' && isInside(truce, one));

/** "if talks fail": the step has not been taken. */
export const isConditional = (step: Mention, { mentions }: Sentence, words: readonly string[]): boolean =>
  mentions.some((one) => {
    const gap = step.from - one.to;
    const isNear = one.kind === 'cue' && one.cue === 'conditional' && gap >= 0 && gap <= 7;
    return isNear && commasBetween(one, step, words) === 0;
  });

const isNot = (one: Mention): boolean =>
  one.kind === 'cue' && (one.cue === 'notBefore' || one.cue === 'notAfter');

const isRefusal = (one: Mention): boolean => one.kind === 'action' && one.action === 'refuse';

/** "Not stalled", said in one breath; "no progress" is a failure that is said with its "no". */
const isUndone = (step: Mention, { mentions }: Sentence): boolean =>
  !mentions.some((one) => isNot(one) && isInside(one, step)) &&
  mentions.some(
    (one) =>
      one.kind === 'cue' &&
      !mentions.some((other) => isRefusal(other) && distance(other, one) === 0 && other.to === one.to) &&
      ((one.cue === 'notBefore' && one.to === step.from) || (one.cue === 'notAfter' && one.from === step.to)),
  );

/** "Without its consent no talks are accepted": that is how they would be. */
const isOnCondition = (action: Mention, { mentions }: Sentence, words: readonly string[]): boolean =>
  mentions.some(
    (one) =>
      one.kind === 'cue' &&
      one.cue === 'conditional' &&
      one.to <= action.from &&
      commasBetween(one, action, words) === 0 &&
      mentions.some((not) => isNot(not) && isInside(not, one)),
  );

function isNegated(
  action: Mention,
  sentence: Sentence,
  words: readonly string[],
  step: Mention | undefined,
): boolean {
  if (isOnCondition(action, sentence, words)) return false;
  return sentence.mentions.some((one) => {
    // It ends with its clause.
    const isBeyond =
      commasBetween(one, action, words) > 0 || apart(one, action, sentence) > distance(one, action);
    if (one.kind !== 'cue' || isBeyond) return false;
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
