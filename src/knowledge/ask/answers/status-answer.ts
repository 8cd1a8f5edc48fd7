import type { Claim } from '../../../schema/dataset.ts';
import type { Episode } from '../../episodes.ts';
import { mayHold, type State, type Status, statusOn, surelyHolds } from '../../status.ts';
import { saySpan } from '../../wording/ceasefire.ts';
import { sayStatus } from '../../wording/status.ts';
import { type AskedTime, askedTimes, timeOfDay } from '../asked-times.ts';
import type { Draft } from '../compose.ts';
import type { Query } from '../query.ts';
import { isComparison } from '../question-type.ts';
import { isAboutCeasefire, roundsNamed } from '../rounds.ts';
import { termOf } from '../terms.ts';
import type { Context } from './context.ts';
import { datesBehind } from './episode-claims.ts';
import { answerNamed, holds, sayHeld } from './named-status.ts';
import { noneThen } from './no-such-ceasefire.ts';
import { isOnlyAbout } from './only-about.ts';

/** What a question on the state may say beside the ceasefire, the parties and the time. */
const stateWords =
  'status start effect force active valid peace apply observe intact alive run stay remain cover legal on binding operational respect uphold maintain continue persist endure survive exist prior throughout whole entire'
    .split(' ')
    .map(termOf);

const stateForm =
  /\b(?:status|state)\b|\bin (?:effect|force|place)\b|\b(?:active|valid|holding|ongoing|still on|still there)\b/;
/** "Was it to end", "is it due to end": its plan. */
const planForm = /\b(?:planned|supposed|due|meant|scheduled|going|expected|intended|to (?:end|expire|run))\b/;
const whether = /^(?:so |and |but |ok |well )*(?:is|are|was|were|do|does|did|has|have|had)\b/;

/** "Was the ceasefire on at 20 May 2022?": the state on that day, from the dataset's own rules. */
export function answerStatus(context: Context): Draft | undefined {
  const { query, index, dyad, on, today } = context;
  // "Did it lead to peace?" asks what became of it.
  if (!isAboutCeasefire(query) || /\bresult in\b/.test(query.text)) return undefined;
  // "Did it start on the 8th or the 9th?": its dates tell.
  if (query.terms.includes('start') && /\bor\b/.test(query.text)) return undefined;
  // "Is it the same as the other?"
  if (isComparison(query.text)) return undefined;
  const times = askedTimes(query);
  const named = roundsNamed(index, dyad, query);
  const isEnd = asksWhetherEnded(context, named, times);
  if (!isEnd && !asksState(context)) return undefined;
  const words = isEnd ? [...stateWords, 'end'] : wordsOfState(query.text);
  // What else happened at the time says no more than the time does.
  const terms = times.length === 0 ? query.terms : query.terms.filter((term) => !query.asides.has(term));
  const asked = { ...context, query: { ...query, terms } };
  if (!isOnlyAbout(asked, namesByDeclaration(query) ? [...words, 'announce'] : words)) return undefined;
  const now = /^(?:is|are|has|have)\b/.test(query.text) ? (on ?? today) : on;
  if (named.length > 0) {
    return answerNamed(
      context,
      named,
      times.length > 0 || now === undefined ? times : [timeOfDay(now)],
      isEnd,
    );
  }
  // Another one is no answer.
  if (query.naming.size > 0) return noneThen(context);
  const days = times.length > 0 ? times : [timeOfDay(on ?? today)];
  const parts = days.map((time) => answerTime(context, time));
  return {
    kind: 'status',
    lead: parts.flatMap(({ lead }) => lead),
    claims: [],
    behind: parts.flatMap(({ behind }) => behind),
  };
}

/** "Has it ended?" asks for the state, "did it end?" for what became of it. */
function wordsOfState(text: string): readonly string[] {
  return /^(?:has|is|have|are)\b/.test(text) ? [...stateWords, 'end'] : stateWords;
}

/** "The ceasefire announced in November 2021" */
function namesByDeclaration({ naming, text }: Query): boolean {
  const found = /\b(?:announced|declared|proclaimed) (?:in|on|back in) (.*)/.exec(text)?.[1] ?? '';
  return [...naming].some((mention) =>
    found.startsWith(mention.text.toLowerCase().replace(/^(?:in|on) /, '')),
  );
}

function asksState({ query }: Context): boolean {
  const namesDay = query.dates.mentions.some(({ precision }) => precision === 'day');
  return query.asks === 'yesno' || (query.asks === 'what' && (namesDay || stateForm.test(query.text)));
}

/** "Had the truce of 2021 lapsed by March 2022?" */
function asksWhetherEnded(
  { query }: Context,
  named: readonly Episode[],
  times: readonly AskedTime[],
): boolean {
  const { text, terms, naming } = query;
  if (!whether.test(text) || named.length + naming.size === 0 || times.length === 0 || planForm.test(text))
    return false;
  return terms.includes('end') || /\bover (?:by|in|on|before|already|$)/.test(text);
}

const verdict: Record<State, string> = { ...holds, none_documented: 'No document says so. ' };

interface Part {
  readonly lead: readonly string[];
  readonly behind: readonly Claim[];
}

function answerTime(context: Context, time: AskedTime): Part {
  return time.earliest === time.latest ? answerDay(context, time) : answerSpan(context, time);
}

function answerDay(context: Context, { earliest, said }: AskedTime): Part {
  const status = statusOn(context.index, context.dyad, earliest);
  return {
    lead: [`${verdict[status.state]}${sayStatus(context.index, status, said)}${beyond(status)}`],
    behind: claimsBehind(context, status),
  };
}

function beyond({ state }: Status): string {
  return state === 'unknown' ? ' The dataset does not say what came after.' : '';
}

/** A month or a year: every ceasefire that touches it. */
function answerSpan(context: Context, time: AskedTime): Part {
  const { index, dyad } = context;
  const { name } = time.said;
  const rounds = (index.dyads.get(dyad)?.episodes ?? []).filter((episode) => mayHold(episode, time));
  const lead = rounds.some((episode) => surelyHolds(episode, time))
    ? sayHeld(rounds, time)
    : `Not certain for ${name}: the documents leave the dates open.`;
  if (rounds.length > 0) {
    return {
      lead: [lead, ...rounds.map((episode) => `${episode.ceasefire.name}: ${saySpan(episode)}.`)],
      behind: rounds.flatMap((episode) => datesBehind(index, episode)),
    };
  }
  const status = statusOn(index, dyad, time.day);
  const isNone = status.state === 'none_documented';
  return {
    lead: [`${isNone ? '' : verdict[status.state]}${sayStatus(index, status, time.said)}${beyond(status)}`],
    behind: claimsBehind(context, status),
  };
}

function claimsBehind({ index }: Context, status: Status): readonly Claim[] {
  const episode = status.episode ?? status.after ?? status.before;
  return episode ? datesBehind(index, episode) : [];
}
