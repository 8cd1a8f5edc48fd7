import { UserError } from '../command.ts';
import type { HistoricEvent } from '../schema/dataset.ts';
import type { MarkKind, Timeline, TimelineBar, TimelineMark } from '../timeline.ts';
import { fitLines } from './cards/weight.ts';
import type { DatasetIndex, DyadRecord } from './dataset-index.ts';
import { addDays, type Day, rangeOf } from './dates.ts';
import type { Episode } from './episodes.ts';
import { saySpan } from './wording/ceasefire.ts';
import { sayDate, sayDays } from './wording/dates.ts';

/** Discord's limit for the words that stand for a picture. */
const ALT_LENGTH = 1024;
/** Without bounds, how far back from the last documented day a ceasefire is still shown. */
const YEARS_BACK = 5;
const markKinds: Partial<Record<HistoricEvent['kind'], MarkKind>> = {
  talks: 'talks',
  talks_collapse: 'talks',
  agreement: 'talks',
  attack: 'attack',
  killing: 'killing',
  airstrike: 'strike',
  military_operation: 'operation',
};

const markNames: Record<MarkKind, string> = {
  talks: 'talks',
  attack: 'attacks',
  killing: 'killings',
  strike: 'strikes',
  operation: 'operations',
};

/**
 * What the documents hold on a dyad between two days, for drawing. Bounds left out are chosen so that the
 * recent ceasefires show; bounds beyond the documents are drawn in to them.
 * @throws {UserError} if no document reaches into that time
 */
export function timelineOf(
  index: DatasetIndex,
  dyad: { readonly id: string; readonly name: string },
  bounds: { readonly from?: Day | undefined; readonly to?: Day | undefined } = {},
): Timeline {
  const record = index.dyads.get(dyad.id);
  if (record?.first === undefined || record.horizon === undefined) throw noDocuments();
  const to = earlier(bounds.to ?? record.horizon, record.horizon);
  const from = later(bounds.from ?? usualStart(record, to), record.first);
  if (from > to) throw noDocuments();
  const range = { earliest: from, latest: to };
  const episodes = episodesBetween(record, from, to);
  const events = eventsBetween(record, from, to);
  const title = `${dyad.name}, ${sayDays(range)}`;
  const marks = events.flatMap((event) => markOf(event, from, to));
  const lines = [
    // What does not fit below is at least counted.
    `Timeline of ${title}. ${sayCounts(episodes.length, marks)}`,
    ...episodes.map(
      (episode) => `${episode.ceasefire.name}, ${saySpan(episode)}${episode.local ? ', local' : ''}.`,
    ),
    ...events.map(({ date, title: what }) => `${sayDate(date)}: ${what}.`),
  ];
  return {
    title,
    from,
    to,
    bars: episodes.flatMap(barOf),
    marks,
    alt: fitLines(lines, ALT_LENGTH),
  };
}

/** For example: Ceasefires: 4; talks: 7; attacks: 2. */
function sayCounts(ceasefires: number, marks: readonly TimelineMark[]): string {
  const counts = (Object.keys(markNames) as MarkKind[]).flatMap((kind) => {
    const count = marks.filter((mark) => mark.kind === kind).length;
    return count > 0 ? [`${markNames[kind]}: ${count}`] : [];
  });
  const first = ceasefires > 0 ? `Ceasefires: ${ceasefires}` : 'No ceasefire is documented for this time';
  return `${[first, ...counts].join('; ')}.`;
}

/** The ceasefires, local ones too, that may have held between two days; by start. */
export function episodesBetween(record: DyadRecord, from: Day, to: Day): readonly Episode[] {
  return [...record.episodes, ...record.local]
    .filter(({ start, last }) => start && last && start.earliest <= to && last.latest >= from)
    .sort((a, b) => ((a.start?.latest ?? '') < (b.start?.latest ?? '') ? -1 : 1));
}

function usualStart({ episodes, local, first }: DyadRecord, to: Day): Day {
  const oldest = addDays(to, -366 * YEARS_BACK);
  const starts = [...episodes, ...local].flatMap(({ start }) => start?.earliest ?? []).sort();
  const shown = starts.find((start) => start >= oldest) ?? starts.at(-1) ?? first;
  return shown === undefined ? to : addDays(shown, -30);
}

function barOf({
  ceasefire,
  start,
  last,
  held,
  plannedEnd,
  endDocumented,
  openEnded,
  local,
}: Episode): TimelineBar[] {
  if (!start || !last) return [];
  const isVagueStart = start.earliest < start.latest;
  const isVagueEnd = last.earliest < last.latest;
  const heldUntil = earlier(held ?? start.latest, later(last.latest, start.latest));
  return [
    {
      label: ceasefire.name,
      start: start.latest,
      ...(isVagueStart && { earliestStart: start.earliest }),
      held: heldUntil,
      ...(plannedEnd && plannedEnd.earliest > heldUntil && { plannedEnd: plannedEnd.earliest }),
      ...(endDocumented && { end: last.earliest }),
      ...(isVagueEnd && { latestEnd: last.latest }),
      openEnded,
      local,
      disputed: isVagueStart || isVagueEnd,
    },
  ];
}

function eventsBetween({ events }: DyadRecord, from: Day, to: Day): readonly HistoricEvent[] {
  return events.filter(({ kind, date }) => {
    if (!markKinds[kind] || date.on === null || date.precision === 'year') return false;
    // Of a day that was worked out within bounds, the day is what is drawn.
    if (date.precision === 'day') return from <= date.on && date.on <= to;
    const range = rangeOf(date);
    return range !== undefined && range.earliest <= to && range.latest >= from;
  });
}

function markOf({ kind, date, title }: HistoricEvent, from: Day, to: Day): TimelineMark[] {
  const mark = markKinds[kind];
  const range = rangeOf(date);
  if (!mark || date.on === null || !range) return [];
  if (date.precision === 'day') return [{ date: date.on, kind: mark, label: title }];
  return [{ date: later(range.earliest, from), until: earlier(range.latest, to), kind: mark, label: title }];
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function noDocuments(): UserError {
  return new UserError('No document of the dataset reaches into that time.');
}
