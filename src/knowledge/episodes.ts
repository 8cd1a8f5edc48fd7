import type { Ceasefire, Dated } from '../schema/dataset.ts';
import { addDays, type Day, type DayRange, lastDaysBefore, rangeOf, rangeOfPartial } from './dates.ts';

/** How long after its last day a ceasefire is still what one asks about. */
const RECENT_DAYS = 30;

/**
 * A ceasefire with the extensions that moved its end. Its dates follow docs/architecture.md, "Status on a day":
 * where documents differ or are vague, a range holds every day that one of them allows.
 */
export interface Episode {
  readonly ceasefire: Ceasefire;
  /** Declared in time to move the end; oldest first. */
  readonly extensions: readonly Ceasefire[];
  readonly dyad: string;
  readonly local: boolean;
  readonly declared: DayRange | undefined;
  /** First day: effective, else declared. */
  readonly start: DayRange | undefined;
  /** Last day on which it holds: by its documented end, else its planned end, else `held`. */
  readonly last: DayRange | undefined;
  readonly plannedEnd: DayRange | undefined;
  /** A document says that it ended, and when. */
  readonly endDocumented: boolean;
  /** No planned and no documented end: how long it held is not known. */
  readonly openEnded: boolean;
  /** Last day on which it surely held by a claim that says so, or by its start. */
  readonly held: Day | undefined;
  /** Up to this day its end is recent. */
  readonly recentUntil: Day | undefined;
}

/** One record or more that the dates of an episode come from. */
export function recordsOf(episode: Episode): readonly Ceasefire[] {
  return [episode.ceasefire, ...episode.extensions];
}

/**
 * Joins ceasefires of one dyad and their timely extensions into episodes, by start.
 * A late extension, or one whose base has no planned end, is an episode of its own.
 */
export function episodesOf(ceasefires: readonly Ceasefire[]): readonly Episode[] {
  const chains = new Map<string, Ceasefire[]>();
  const byId = new Map(ceasefires.map((ceasefire) => [ceasefire.id, ceasefire]));
  let waiting: Ceasefire[] = [];
  for (const ceasefire of ceasefires) {
    if (ceasefire.extends !== undefined && byId.has(ceasefire.extends)) waiting.push(ceasefire);
    else chains.set(ceasefire.id, [ceasefire]);
  }
  waiting.sort(byDeclaration);
  while (waiting.length > 0) {
    const next = waiting.find(({ extends: base }) => chains.has(base ?? ''));
    // None left that leads to a base: a cycle. Each stands for itself, and `check` names it.
    const ceasefire = next ?? (waiting[0] as Ceasefire);
    const chain = next && chains.get(next.extends ?? '');
    waiting = waiting.filter((other) => other !== ceasefire);
    if (chain && movesEnd(chain, ceasefire)) {
      chain.push(ceasefire);
      chains.set(ceasefire.id, chain);
    } else chains.set(ceasefire.id, [ceasefire]);
  }
  return [...new Set(chains.values())].map(episodeOf).sort(byStart);
}

function byDeclaration(a: Ceasefire, b: Ceasefire): number {
  return compare(rangeOfAll(a.declared)?.latest, rangeOfAll(b.declared)?.latest) || compare(a.id, b.id);
}

function byStart(a: Episode, b: Episode): number {
  return (
    compare(a.start?.earliest ?? a.last?.earliest, b.start?.earliest ?? b.last?.earliest) ||
    compare(a.ceasefire.id, b.ceasefire.id)
  );
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Only if every reading of the dates agrees: else the days between would be called in effect by a guess. */
function movesEnd(chain: readonly Ceasefire[], extension: Ceasefire): boolean {
  const declared = rangeOfAll(extension.declared);
  const { plannedEnd, last } = endsOf(chain);
  if (!declared || !plannedEnd || declared.latest > addDays(plannedEnd.earliest, 1)) return false;
  return last === undefined || declared.latest <= last.earliest;
}

/** The planned end in force, and the last days that documented ends leave. */
function endsOf(chain: readonly Ceasefire[]): { plannedEnd?: DayRange; last?: DayRange } {
  const plannedEnd = rangeOfAll(chain.at(-1)?.plannedEnd ?? []);
  // What an extension replaced did not end there.
  const ends = chain.flatMap((each) => (each.endedHow === 'replaced' ? [] : each.actualEnd));
  const last = wholeOf(ends.map(lastDaysBefore));
  return { ...(plannedEnd && { plannedEnd }), ...(last && { last }) };
}

function episodeOf(chain: readonly Ceasefire[]): Episode {
  const [ceasefire, ...extensions] = chain as [Ceasefire, ...Ceasefire[]];
  const { plannedEnd, last: documented } = endsOf(chain);
  const declared = rangeOfAll(ceasefire.declared);
  const start = rangeOfAll(ceasefire.effective) ?? declared;
  const held = heldUntil(chain, start);
  const last =
    documented ?? plannedEnd ?? (held === undefined ? undefined : { earliest: held, latest: held });
  return {
    ceasefire,
    extensions,
    dyad: ceasefire.dyad,
    local: ceasefire.scope === 'local',
    declared,
    start,
    last,
    plannedEnd,
    endDocumented: documented !== undefined,
    openEnded: documented === undefined && plannedEnd === undefined && last !== undefined,
    held,
    recentUntil: last && addDays(last.latest, RECENT_DAYS),
  };
}

/** The certain days only: a vague date counts from its first day. */
function heldUntil(chain: readonly Ceasefire[], start: DayRange | undefined): Day | undefined {
  const days = chain.flatMap((each) => each.held.map(certainDay));
  if (start) days.push(start.latest);
  for (const extension of chain.slice(1)) days.push(rangeOfAll(extension.declared)?.earliest);
  if (chain.length > 1) {
    for (const each of chain.slice(0, -1)) days.push(rangeOfAll(each.plannedEnd)?.earliest);
  }
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

function certainDay(dated: Dated): Day | undefined {
  return dated.until === undefined ? rangeOf(dated)?.earliest : rangeOfPartial(dated.until).earliest;
}

/** Every day that one of the dates allows. */
function rangeOfAll(dates: readonly Dated[]): DayRange | undefined {
  return wholeOf(dates.map(rangeOf));
}

function wholeOf(ranges: readonly (DayRange | undefined)[]): DayRange | undefined {
  const known = ranges.filter((range) => range !== undefined);
  const earliest = known.map((range) => range.earliest).sort()[0];
  const latest = known
    .map((range) => range.latest)
    .sort()
    .at(-1);
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
}
