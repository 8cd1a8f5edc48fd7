import type { Episode } from '../../episodes.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { endsOf, sayEndingBy, saySpan } from '../../wording/ceasefire.ts';
import { sayList } from '../../wording/names.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import type { Asks } from '../question-type.ts';
import { type Condition, conditionsOf, doerNamed } from '../round-condition.ts';
import { extremesOf, lengthOf, sayLength } from '../round-length.ts';
import { isAboutCeasefire, roundsMeant } from '../rounds.ts';
import { termOf } from '../terms.ts';
import type { Context } from './context.ts';
import { datesBehind } from './episode-claims.ts';
import { isOnlyAbout } from './only-about.ts';

const plural = /\b(?:ceasefires|truces|armistices)\b|\bany (?:\w+ )?(?:ceasefire|truce|armistice)\b/;
const superlative = /\b(longest|shortest)\b/;
/** Who declared it or when it began is told of the one that is meant. */
const ofItself: ReadonlySet<Asks> = new Set(['what', 'duration', 'yesno', 'count']);
const words = 'end extend announce shorter short long unilateral bilateral mutual sided side local'
  .split(' ')
  .map(termOf);
const most = 8;

/** "Which truces did X end", "the longest truce": those of a dyad that fulfil the condition, and of which it cannot be told. */
export function answerList(context: Context): Draft | undefined {
  const { query, index, parties } = context;
  if (!isAboutCeasefire(query) || !isOnlyAbout(conditionAside(context), words)) return undefined;
  const [, which] = superlative.exec(query.text) ?? [];
  if (which !== undefined) return ofItself.has(query.asks) ? answerSuperlative(context, which) : undefined;
  if (!plural.test(query.text)) return undefined;
  const conditions = conditionsOf(index, parties, query);
  if (conditions.length === 0) return undefined;
  const rounds = roundsOf(context);
  const verdicts = rounds.map((episode) => ({ episode, verdict: verdictOf(conditions, episode) }));
  const fitting = verdicts.flatMap(({ episode, verdict }) => (verdict === true ? [episode] : []));
  const open = verdicts.flatMap(({ episode, verdict }) => (verdict === undefined ? [episode] : []));
  if (fitting.length === 0) return noneFits(context, open);
  const told = fitting.slice(-most);
  return {
    kind: 'ceasefire',
    lead: [
      `By the documents, ${fitting.length} of the ${rounds.length} ceasefires in the dataset${told.length < fitting.length ? `, of which the last ${most}` : ''}:`,
      ...told.map((episode) => line(context, episode)),
      ...sayOpen(open),
    ],
    claims: [],
    behind: told.flatMap((episode) => [
      ...datesBehind(index, episode),
      ...claimsOf(
        index,
        endsOf(episode).flatMap(({ claims }) => claims),
      ),
    ]),
  };
}

/** A number of days and whoever did it belong to the condition. */
function conditionAside(context: Context): Context {
  const { query } = context;
  const terms = query.terms.filter((term) => !/^(?:\d+|two|three|four|five|six)$/.test(term));
  const doer = doerNamed(query);
  return { ...context, query: { ...query, terms, entities: query.entities.filter((each) => each !== doer) } };
}

function roundsOf({ index, dyad, query }: Context): readonly Episode[] {
  const record = index.dyads.get(dyad);
  if (/\blocal\b/.test(query.text)) return record?.local ?? [];
  const undated = query.dates.mentions.length > 0 ? [] : (record?.undated ?? []);
  return [...undated, ...roundsMeant(index, dyad, { ...query, text: '' }, undefined)];
}

function verdictOf(conditions: readonly Condition[], episode: Episode): boolean | undefined {
  const verdicts = conditions.map((fulfils) => fulfils(episode));
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}

function line({ index }: Context, episode: Episode): string {
  const length = lengthOf(episode);
  const days = length ? ` (${sayLength(length)})` : '';
  return `${episode.ceasefire.name}: ${saySpan(episode)}${days}. ${sayEndingBy(index, episode)}`;
}

function sayOpen(rounds: readonly Episode[]): readonly string[] {
  return rounds.length === 0
    ? []
    : [
        `Whether it is one of them no document says: ${sayList(rounds.map(({ ceasefire }) => ceasefire.name))}.`,
      ];
}

function noneFits(context: Context, open: readonly Episode[]): Draft {
  const draft = declined(context, 'no document tells of such a ceasefire');
  return { ...draft, lead: [...(draft.lead ?? []).slice(0, 1), ...sayOpen(open)] };
}

function answerSuperlative(context: Context, which: string): Draft | undefined {
  const { index } = context;
  const rounds = roundsOf(context);
  const found = extremesOf(rounds, which);
  if (found.length === 0) return undefined;
  const unknown = rounds.filter((episode) => !lengthOf(episode)).map(({ ceasefire }) => ceasefire.name);
  return {
    kind: 'ceasefire',
    lead: [
      `The ${which} by the dates in the dataset, planned ends counted where no document gives the end:`,
      ...found.map((episode) => line(context, episode)),
      ...(unknown.length === 0 ? [] : [`Of these no document tells the length: ${sayList(unknown)}.`]),
    ],
    claims: [],
    behind: found.flatMap((episode) => datesBehind(index, episode)),
  };
}
