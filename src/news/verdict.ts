import { type Bond, commasBetween, hasCue, isAside, isStriking, partiesOf } from './bond.ts';
import type { Finding } from './finding.ts';
import type { Mention } from './lexicon.ts';
import type { Passage } from './passage.ts';
import { isDeed, isInside } from './step.ts';
import type { AlertTopic, Topic } from './story.ts';

const bondWeight: Readonly<Record<Bond, number>> = {
  bound: 1,
  likely: 0.8,
  carried: 0.6,
  implied: 0.5,
  loose: 0.45,
  about: 0.25,
  state: 0,
  other: 0,
  unbound: 0,
};
/** Of two topics in one sentence the more particular one is the news. */
const topicWeight: Readonly<Record<AlertTopic, number>> = {
  truce_declared: 1,
  truce_extended: 1,
  truce_ended: 1,
  truce_violated: 1,
  talks_failed: 0.95,
  talks_denied: 0.95,
  talks: 0.85,
};
const certainty = { plainly: 1, barely: 0.75, hardly: 0.6 } as const;
/** A truce of which another sentence says what became. */
const unsaid = 0.45;
/** Who is ready for talks may refuse to disarm. */
const refusedOffer = 0.8;
/** Talks count for less where a truce is spoken of in the same part of the item. */
const talksBesideTruce = 0.7;
/** What a title about an attack may add as its time or circumstance. */
const inPassing: ReadonlySet<AlertTopic> = new Set([
  'talks',
  'talks_failed',
  'truce_declared',
  'truce_ended',
]);
/** "Attacks rise after the truce": said beside the news. */
const isCircumstance = ({ aside, background, topic }: Finding): boolean =>
  background || (aside && inPassing.has(topic));
/** What is said in passing is seldom the news. */
const asideWorth = 0.9;
/** The same beside what the main clause tells: "envoys leave as the truce runs out". */
const circumstanceWorth = 0.8;
const placeWeight = { title: 1, lead: 0.8, body: 0.5 } as const;

/** What a finding under a title about others is worth, with and without the watched side as partner. */
const strayPartner = 0.48;
const stray = 0.45;

export interface Verdict {
  readonly topic: Topic;
  readonly alert: boolean;
  readonly score: number;
  /** The finding that decided. */
  readonly finding: Finding | undefined;
  /** What labelled items taught, where that outweighed the rules. */
  readonly learned?: { readonly chance: number; readonly words: readonly string[] };
}

/** Weighs what was found: the item's main news decides, not a sentence at its end. */
export function judge(findings: readonly Finding[], passage: Passage): Verdict {
  const title = findings.filter(({ place }) => place === 'title');
  const strayTitle = isStray(title, passage);
  const inTitle = titleMentions(passage);
  const violence =
    inTitle.some(
      (one) =>
        one.kind === 'action' &&
        one.action === 'attack' &&
        // "Vows new attacks": nothing has happened yet.
        !inTitle.some((deed) => isDeed(deed) && isInside(one, deed)),
    ) && partiesOf(inTitle, 'mediator').every((one) => isStriking(one, { mentions: inTitle }));
  // A blow to the watched side may be what broke its talks.
  const struck = partiesOf(inTitle, 'watched').some(({ party }) => party.doubt !== 'generic');
  const weightOf = (finding: Finding): number => {
    let weight = bondWeight[finding.bond] * placeWeight[finding.place];
    if (finding.background) weight *= 0.3;
    // "Attack kills five despite calls for talks": the attack is the news.
    if (finding.place === 'title' && violence && finding.aside && inPassing.has(finding.topic))
      weight *= 0.35;
    if (finding.place !== 'title' && strayTitle) weight *= finding.partner ? strayPartner : stray;
    // A lead that says what an attack did to the truce makes that the news.
    const isBreach =
      struck &&
      finding.topic === 'truce_violated' &&
      (finding.said === 'plainly' || finding.mention.action === 'pledge') &&
      finding.place === 'lead';
    if (finding.place !== 'title' && violence && title.every(isCircumstance) && !isBreach) {
      const broken = struck && finding.place === 'lead' && finding.action === 'talks' && finding.step;
      weight *= broken && !finding.aside ? 0.55 : 0.4;
    }
    return weight;
  };
  const weights = new Map(findings.map((finding) => [finding, weightOf(finding)]));
  const weigh = (finding: Finding): number => weights.get(finding)!;
  const topicWorth = ({ topic, place, mention }: Finding): number => {
    const isOffer = topic === 'talks_failed' && mention.action === 'offer';
    return topic === 'talks' &&
      findings.some(
        (one) =>
          one.action === 'truce' &&
          (one.place === place || one.place === 'title') &&
          !one.aside &&
          weigh(one) > 0,
      )
      ? talksBesideTruce
      : isOffer &&
          findings.some(
            (one) =>
              one.place === place &&
              one.topic === 'talks' &&
              one.mention.action !== 'offer' &&
              one.mention.from < mention.from,
          )
        ? refusedOffer
        : topicWeight[topic];
  };
  // A truce that a lead merely mentions under a title about an attack is the one that was broken.
  const topicOf = ({ topic, said, place, action, aside, mention }: Finding): AlertTopic =>
    violence &&
    action === 'truce' &&
    topic === 'truce_declared' &&
    said === 'barely' &&
    (place !== 'title' || isStruckBefore(mention, passage)) &&
    !aside
      ? 'truce_violated'
      : topic;
  // "Truce between X and Y": the lead tells that it was extended.
  const isToldInLead = findings.some(
    ({ action, place, topic, said, aside, background }) =>
      action === 'truce' &&
      place === 'lead' &&
      said === 'plainly' &&
      topic.startsWith('truce_') &&
      topic !== 'truce_declared' &&
      !aside &&
      !background,
  );
  const hasMain = ({ place }: Finding): boolean =>
    findings.some((one) => one.place === place && !one.aside && !one.background && weigh(one) > 0);
  let best: Finding | undefined;
  let score = 0;
  const byTopic = new Map<AlertTopic, number>();
  for (const finding of findings) {
    const weight = weigh(finding);
    if (!best || weight > score) {
      best = finding;
      score = weight;
    }
    const worth =
      weight *
      (finding.said === 'barely' && isToldInLead ? unsaid : certainty[finding.said]) *
      topicWorth(finding) *
      (finding.place === 'title' ? 1 : 0.8) *
      (!finding.aside
        ? 1
        : finding.topic === 'truce_ended' && hasMain(finding)
          ? circumstanceWorth
          : asideWorth);
    const topic = topicOf(finding);
    byTopic.set(topic, Math.max(byTopic.get(topic) ?? 0, worth));
  }
  const alert = score >= 0.4;
  if (!alert) return { topic: related(findings, passage) ? 'related' : 'none', alert, score, finding: best };
  const told = [...byTopic].sort((a, b) => b[1] - a[1])[0]![0];
  // Who looks back on talks that failed, or asks whether they have, speaks of the talks.
  const isComment =
    (passage.asks || hasCue(inTitle, 'comment')) && (told === 'talks_failed' || told === 'talks_denied');
  const topic = isComment ? 'talks' : told;
  const finding = findings.filter((one) => topicOf(one) === told).sort((a, b) => weigh(b) - weigh(a))[0];
  return { topic, alert, score: Math.min(1, score), finding };
}

/** "Two killed on a day of truce": the attack is told first, in the clause of the truce. */
const isStruckBefore = (truce: Mention, { sentences, words }: Passage): boolean =>
  sentences.some(
    (sentence) =>
      sentence.mentions.includes(truce) &&
      sentence.mentions.some(
        (one) =>
          one.kind === 'action' &&
          one.action === 'attack' &&
          one.to <= truce.from &&
          commasBetween(one, truce, words) === 0 &&
          !isAside(one, sentence, words),
      ),
  );

const titleMentions = ({ sentences }: Passage): readonly Mention[] =>
  sentences.filter(({ place }) => place === 'title').flatMap(({ mentions }) => mentions);

/** The title tells of others: their talks, or a state without the watched side. */
function isStray(title: readonly Finding[], passage: Passage): boolean {
  const named = titleMentions(passage);
  if (hasCue(named, 'between') && !named.some((one) => one.kind === 'place' && one.place.away)) return false;
  if (title.length > 0)
    return title.every(({ bond }) => bond === 'state' || bond === 'other' || bond === 'about');
  return partiesOf(named, 'state', 'other').length > 0;
}

/** Others speak about the watched side, or it is named in an affair between states. */
function related(findings: readonly Finding[], { mentions }: Passage): boolean {
  return (
    partiesOf(mentions, 'watched').length > 0 &&
    findings.some(({ bond }) => bond === 'state' || bond === 'about' || bond === 'likely')
  );
}
