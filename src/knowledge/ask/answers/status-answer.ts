import type { Claim } from '../../../schema/dataset.ts';
import type { Day } from '../../dates.ts';
import { type Episode, recordsOf } from '../../episodes.ts';
import { type State, type Status, statusOn } from '../../status.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { saySpan } from '../../wording/ceasefire.ts';
import { sayPartial } from '../../wording/dates.ts';
import { sayStatus } from '../../wording/status.ts';
import type { Draft } from '../compose.ts';
import { isAboutCeasefire, roundsMeant } from '../rounds.ts';
import { termOf } from '../terms.ts';
import type { Context } from './context.ts';
import { isOnlyAbout } from './only-about.ts';

/** What a question on the state may say beside the ceasefire, the parties and the time. */
const stateWords =
  'status start effect force active valid peace apply observe intact alive run stay remain cover legal on'
    .split(' ')
    .map(termOf);

/** "Has it ended?" asks for the state, "did it end?" for what became of it. */
function wordsOfState(text: string): readonly string[] {
  return /^(?:has|is|have|are)\b/.test(text) ? [...stateWords, 'end'] : stateWords;
}

const stateForm =
  /\b(?:status|state)\b|\bin (?:effect|force|place)\b|\b(?:active|valid|holding|ongoing|still on|still there)\b/;

/** "Was the ceasefire on at 20 May 2022?": the state on that day, from the dataset's own rules. */
export function answerStatus(context: Context): Draft | undefined {
  const { query, index, dyad, on, today } = context;
  const namesDay = query.dates.mentions.some(({ precision }) => precision === 'day');
  const asksState =
    query.asks === 'yesno' || (query.asks === 'what' && (namesDay || stateForm.test(query.text)));
  // "Did it lead to peace?" asks what became of it.
  if (/\bresult in\b/.test(query.text)) return undefined;
  if (!isAboutCeasefire(query) || !asksState || !isOnlyAbout(context, wordsOfState(query.text)))
    return undefined;
  const [mention] = query.dates.mentions;
  if (mention && mention.precision !== 'day') return answerSpan(context);
  const day: Day = mention?.ranges[0]?.earliest ?? on ?? today;
  const status = statusOn(index, dyad, day);
  return {
    kind: 'status',
    lead: [`${verdict[status.state]}${sayStatus(index, status)}${beyond(status)}`],
    claims: [],
    behind: claimsBehind(context, status),
  };
}

const verdict: Record<State, string> = {
  in_effect: 'Yes, by the documents. ',
  disputed: '',
  announced: 'No, not yet. ',
  ended: 'No. ',
  planned_end_passed: '',
  unknown: '',
  none_documented: 'No document says so. ',
};

function beyond({ state }: Status): string {
  return state === 'unknown' ? ' The dataset does not say what came after.' : '';
}

/** A month or a year: every ceasefire that touches it. */
function answerSpan(context: Context): Draft {
  const { query, index, dyad } = context;
  const [mention] = query.dates.mentions;
  const when = sayPartial(mention?.ranges[0]?.earliest.slice(0, mention.precision === 'year' ? 4 : 7) ?? '');
  const rounds = roundsMeant(index, dyad, query, undefined);
  if (rounds.length > 0) {
    return {
      kind: 'status',
      lead: [
        `Yes, by the documents, for at least a part of ${when}.`,
        ...rounds.map((episode) => `${episode.ceasefire.name}: ${saySpan(episode)}.`),
      ],
      claims: [],
      behind: rounds.flatMap((episode) => datesBehind(context, episode)),
    };
  }
  const status = statusOn(index, dyad, mention?.ranges[0]?.earliest ?? context.today);
  const near = [
    ...(status.before ? [`The one before: ${status.before.ceasefire.name}, ${saySpan(status.before)}.`] : []),
    ...(status.after ? [`The one after: ${status.after.ceasefire.name}, ${saySpan(status.after)}.`] : []),
  ];
  const isCovered = status.state !== 'unknown';
  const lead = isCovered
    ? `No ceasefire is documented for ${when}.`
    : `${sayStatus(index, status)}${beyond(status)}`;
  return {
    kind: 'status',
    lead: [lead, ...(isCovered ? near : [])],
    claims: [],
    behind: claimsBehind(context, status),
  };
}

function claimsBehind(context: Context, status: Status): readonly Claim[] {
  const episode = status.episode ?? status.after ?? status.before;
  return episode ? datesBehind(context, episode) : [];
}

/** Claims behind the dates of a ceasefire. */
function datesBehind({ index }: Context, episode: Episode): readonly Claim[] {
  const ids = recordsOf(episode).flatMap(({ declared, effective, plannedEnd, actualEnd }) =>
    [...declared, ...effective, ...plannedEnd, ...actualEnd].flatMap(({ claims }) => claims),
  );
  return claimsOf(index, [...new Set(ids)]);
}
