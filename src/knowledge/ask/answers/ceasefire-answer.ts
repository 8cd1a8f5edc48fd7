import type { Claim, Dated } from '../../../schema/dataset.ts';
import { daysBetween } from '../../dates.ts';
import type { Episode } from '../../episodes.ts';
import { claimsOf, sayAttribution, sayBehind } from '../../wording/attribution.ts';
import { endsOf, plannedEndsOf, sayEnding, saySide, saySpan } from '../../wording/ceasefire.ts';
import { sayDate } from '../../wording/dates.ts';
import { sayNames } from '../../wording/names.ts';
import { saying } from '../clause.ts';
import type { Draft } from '../compose.ts';
import type { Query } from '../query.ts';
import { asksForDay, asksForHour } from '../question-type.ts';
import { claimIdsOf, distinctiveOf, isAboutCeasefire, roundsMeant } from '../rounds.ts';
import { termOf } from '../terms.ts';
import { type Field, fieldOf } from './ceasefire-field.ts';
import type { Context } from './context.ts';
import { endingClaims } from './episode-claims.ts';
import { isOnlyAbout } from './only-about.ts';
import { otherSides } from './other-sides.ts';

const vocabulary =
  'start end announce extend disclose effect force plan resume endure run success succeed previous valid stay remain cover apply expire duration span frame peace'
    .split(' ')
    .map(termOf);

/** Two at most are told in full; of more, which one is meant has to be said. */
const told = 2;
/** In a list each takes a line. */
const listed = 8;

/** A date, a declarer, a party or the end of a ceasefire: from its record, and the claims behind that. */
export function answerCeasefire(context: Context): Draft | undefined {
  const { query, index, dyad, on } = context;
  if (asksForHour(query.text) || asksForWordsOf(query)) return undefined;
  if (!isAboutCeasefire(query) || !isOnlyAbout(context, vocabulary)) return undefined;
  const meant = roundsMeant(index, dyad, query, on);
  const field = fieldOf(query) ?? (asksWhetherRenewed(query, meant) ? 'outcome' : undefined);
  if (!field || meant.length === 0) return undefined;
  const most = field === 'list' ? listed : told;
  const rounds = meant.slice(-most).reverse();
  const drafts = rounds.map((episode) => answers[field](context, episode));
  if (drafts.some((draft) => draft === undefined)) return undefined;
  const more =
    meant.length > most
      ? [
          `${meant.length} ceasefires fit the question; these are the last ${most}. Name a month to ask about another.`,
        ]
      : [];
  const isAnswered = drafts.every((draft) => draft?.answered !== false);
  const claims = unique(drafts.flatMap((draft) => draft?.claims ?? [])).slice(0, 5);
  return {
    kind: isAnswered ? 'ceasefire' : 'declined',
    answered: isAnswered,
    lead: [...more, ...drafts.flatMap((draft) => draft?.lead ?? [])],
    claims,
    behind: unique(drafts.flatMap((draft) => draft?.behind ?? [])),
  };
}

/** "What does X think of the truce?": only what X says answers. */
function asksForWordsOf({ clause, asking, text }: Query): boolean {
  if (/^how\b/.test(text) && asking.includes('describe')) return true;
  return clause?.asker === 'what' && saying.test(clause.verb ?? '');
}

/** "Was the truce of 2021 renewed?", of one whose end is told: an extension of another is no answer. */
function asksWhetherRenewed(
  { text, terms, naming, rounds: named }: Query,
  rounds: readonly Episode[],
): boolean {
  const isWhether = /^(?:is|was|were|has|had|did)\b/.test(text);
  const isEndTold = ({ ceasefire }: Episode) => !['no_record', 'replaced'].includes(ceasefire.endedHow);
  return (
    isWhether &&
    terms.includes('extend') &&
    (naming.size > 0 || named !== undefined) &&
    rounds.every(isEndTold)
  );
}

type Part = {
  lead: readonly string[];
  claims: readonly Claim[];
  behind?: readonly Claim[];
  answered?: boolean;
};

const answers: Record<Field, (context: Context, episode: Episode) => Part | undefined> = {
  until: (context, episode) => {
    const dates = plannedEndsOf(episode);
    return dates.length === 0 ? undefined : fromDates(context, episode, 'planned end', dates);
  },
  start: (context, episode) => {
    const { effective, declared } = episode.ceasefire;
    const part = fromDates(
      context,
      episode,
      effective.length > 0 ? 'first day' : 'declared',
      effective.length > 0 ? effective : declared,
    );
    if (declared.length === 0 || effective.length === 0) return part;
    const isCompared = context.query.terms.includes('announce');
    return {
      ...part,
      lead: [
        ...part.lead,
        ...fromDates(context, episode, 'declared', declared).lead,
        ...(isCompared ? sayLapse(episode) : []),
      ],
    };
  },
  declared: (context, episode) => {
    const { declared } = episode.ceasefire;
    return declared.length === 0 ? undefined : fromDates(context, episode, 'declared', declared);
  },
  term: (context, episode) => {
    const { index } = context;
    const claims = [...claimIdsOf(episode)].flatMap((id) => index.claims.get(id) ?? []);
    const lengths = claims.filter(({ summary }) =>
      /\b(?:month|week|day|hour)s?[- ]long\b|\b(?:\d+|one|two|three|five|ten)[- ](?:day|week|month|hour)s?\b/.test(
        summary,
      ),
    );
    const planned = plannedEndsOf(episode)
      .flatMap((dated) => claimsOf(index, dated.claims))
      .slice(0, 1);
    return {
      lead: [`${episode.ceasefire.name}: ${saySpan(episode)}.`],
      claims: unique([...lengths.slice(0, 2), ...planned]),
    };
  },
  outcome: (context, episode) => {
    const { index, query } = context;
    const ends = endsOf(episode).filter(({ on }) => on !== null);
    if (ends.length > 0) return fromDates(context, episode, 'ended', ends);
    const after = endingClaims(index, episode);
    const planned = plannedEndsOf(episode);
    const dayAsked =
      query.asks === 'when' &&
      (asksForDay(query.text) || /\b(?:broke|break|breakdown|fail\w*|collaps\w*)\b/.test(query.text));
    const closest = `Planned end of the ${episode.ceasefire.name}: ${planned.map(sayDate).join('; ')}, ${behind(context, planned)}.`;
    if (dayAsked) {
      return {
        answered: false,
        lead: [
          'The dataset does not say on which day: no document gives the day of its end.',
          `Closest: ${closest}`,
        ],
        claims: after
          .filter(({ kind, date }) => kind !== 'ceasefire_end' || (date.on ?? '').length < 10)
          .slice(0, 2),
      };
    }
    if (after.length === 0 && planned.length === 0) return undefined;
    return {
      lead: [...(planned.length > 0 ? [closest] : []), ...(after.length === 0 ? [sayEnding(episode)] : [])],
      claims: after.slice(0, 4),
      behind: claimsOf(
        index,
        planned.flatMap(({ claims }) => claims),
      ),
    };
  },
  list: ({ index }, episode) => ({
    lead: [`${episode.ceasefire.name}: ${saySpan(episode)}.`],
    claims: [],
    behind: claimsOf(
      index,
      [...episode.ceasefire.declared, ...plannedEndsOf(episode)].flatMap(({ claims }) => claims),
    ),
  }),
  description: ({ index, query }, episode) => {
    const { name, declared, effective, mediation } = episode.ceasefire;
    const dates = [...declared, ...effective, ...plannedEndsOf(episode)];
    // "The Eid truce" is the one that was extended: its own record comes first.
    const base = index.ceasefires.get(episode.ceasefire.extends ?? '');
    const isBaseNamed = base !== undefined && distinctiveOf(base).some((term) => query.terms.includes(term));
    const own = isBaseNamed ? claimsOf(index, base.claims) : [];
    const claims = claimsOf(index, [
      ...dates.flatMap(({ claims: ids }) => ids),
      ...mediation.claims.slice(0, 1),
    ]);
    return {
      lead: [`${name}: ${saySpan(episode)}. ${sayEnding(episode)}`],
      claims: unique([...own, ...claims]).slice(0, 4),
    };
  },
  parties: ({ index }, { ceasefire }) => ({
    lead: [`${ceasefire.name}: between ${sayNames(index, ceasefire.parties)}. ${saySide(index, ceasefire)}`],
    claims: [],
    behind: claimsOf(
      index,
      ceasefire.declared.flatMap(({ claims }) => claims),
    ),
  }),
};

/** How long after its declaration it began, where both days are certain. */
function sayLapse({ declared, start }: Episode): readonly string[] {
  const isExact = [declared, start].every((range) => range !== undefined && range.earliest === range.latest);
  if (!isExact || !declared || !start) return [];
  const days = daysBetween(declared.latest, start.earliest);
  if (days === 0) return ['By these dates it was in effect from the day of its declaration.'];
  const lapse = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0
    ? [`By these dates it had not yet begun when it was declared: it was in effect from ${lapse} later.`]
    : [`By these dates it had been in effect since ${lapse} before it was declared.`];
}

/** Each date with who is behind it, then the claims; where documents differ, the other side too. */
function fromDates(context: Context, episode: Episode, what: string, dates: readonly Dated[]): Part {
  const { index } = context;
  const lead = dates.map(
    (dated) => `${episode.ceasefire.name}, ${what}: ${sayDate(dated)}, ${behind(context, [dated])}.`,
  );
  const claims = claimsOf(
    index,
    dates.flatMap((dated) => dated.claims),
  );
  return { lead, claims: unique([...claims.slice(0, 2), ...otherSides(context, claims, 1)]), behind: claims };
}

function behind({ index }: Context, dates: readonly Dated[]): string {
  const names = sayBehind(index, dates);
  return names
    ? `according to ${names}`
    : sayAttribution(
        index,
        claimsOf(
          index,
          dates.flatMap(({ claims }) => claims),
        ),
      );
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
