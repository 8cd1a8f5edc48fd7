import type { Episode } from '../../episodes.ts';
import { statusOn } from '../../status.ts';
import { saySpan } from '../../wording/ceasefire.ts';
import { quoted } from '../../wording/documents.ts';
import { sayList } from '../../wording/names.ts';
import { sayAround } from '../../wording/status.ts';
import { askedTimes, namingTimes } from '../asked-times.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import { isAboutCeasefire, isOfTime } from '../rounds.ts';
import type { Context } from './context.ts';
import { datesBehind } from './episode-claims.ts';

/**
 * "Why did the truce of 2023 fail?" presupposes one: where no document tells of any at that time, that and the nearest
 * ones. The same of an extension. Undefined where there is one.
 */
export function noSuchCeasefire(context: Context): Draft | undefined {
  const { index, dyad, query } = context;
  const mentions = query.naming.size > 0 ? [...query.naming] : query.dates.mentions;
  const record = index.dyads.get(dyad);
  if (!isAboutCeasefire(query) || mentions.length === 0 || !record) return undefined;
  const all = [...record.episodes, ...record.local, ...record.undated];
  const then = all.filter((episode) => mentions.some((mention) => isOfTime(episode, mention)));
  if (then.length === 0) return noneThen(context);
  return query.terms.includes('extend') && then.every(isUnextended) ? notExtended(context, then) : undefined;
}

/** That there is none, and those before and after. */
export function noneThen(context: Context): Draft {
  const { index, dyad, query } = context;
  const named = namingTimes(query);
  const times = named.length > 0 ? named : askedTimes(query);
  const statuses = times.map(({ day }) => statusOn(index, dyad, day));
  const names = sayList(times.map(({ said }) => said.name));
  const draft = declined(context, `no document tells of a ceasefire of ${names}`);
  return {
    ...draft,
    lead: [
      ...(draft.lead ?? []).slice(0, 1),
      ...new Set(statuses.flatMap((status) => sayAround(index, status))),
    ],
    behind: statuses
      .flatMap(({ before, after }) => [before, after])
      .flatMap((nearest) => (nearest ? datesBehind(index, nearest) : [])),
  };
}

function isUnextended({ ceasefire, extensions }: Episode): boolean {
  return extensions.length === 0 && ceasefire.extends === undefined;
}

function notExtended(context: Context, episodes: readonly Episode[]): Draft {
  const names = sayList(episodes.map(({ ceasefire }) => `the ${quoted(ceasefire.name)}`));
  const draft = declined(context, `no document tells of an extension of ${names}`);
  return {
    ...draft,
    lead: [
      ...(draft.lead ?? []).slice(0, 1),
      ...episodes.map((each) => `${each.ceasefire.name}: ${saySpan(each)}.`),
    ],
    behind: episodes.flatMap((each) => datesBehind(context.index, each)),
  };
}
