import type { Clock } from '../src/clock.ts';
import { type Choice, defineCommand, UserError } from '../src/command.ts';
import { disputesReply } from '../src/knowledge/cards/disputes.ts';
import { historyReply } from '../src/knowledge/cards/history.ts';
import type { ReportedStory } from '../src/knowledge/cards/reports.ts';
import { type Extent, statusReply } from '../src/knowledge/cards/status.ts';
import { timelineReply } from '../src/knowledge/cards/timeline.ts';
import type { DatasetIndex } from '../src/knowledge/dataset-index.ts';
import { addDays, type Day, dayIn, existingDay, startOfDay } from '../src/knowledge/dates.ts';
import { parseDay } from '../src/knowledge/parse-day.ts';
import { type Status, statusOn } from '../src/knowledge/status.ts';
import { timelineOf } from '../src/knowledge/timeline.ts';
import type { Picture, Reply } from '../src/reply.ts';
import type { Dyad, PackInfo } from '../src/schema/pack.ts';
import type { Timeline } from '../src/timeline.ts';

/** What answering the status of a day needs. */
export type StatusServices = Omit<CeasefireServices, 'drawTimeline'>;

export interface CeasefireServices {
  readonly packInfo: PackInfo;
  readonly index: DatasetIndex;
  readonly clock: Clock;
  /** Stories of the watched feeds with a report since then (UTC milliseconds). */
  reports(since: number): Promise<readonly ReportedStory[]>;
  drawTimeline(timeline: Timeline): Promise<Picture>;
}

const dyad = {
  name: 'dyad',
  description: 'Between whom; the usual one if left out',
  type: 'string',
  completes: true,
  max: 100,
} as const;

const from = {
  name: 'from',
  description: 'First day, like 2021-11-01 or 1 November 2021',
  type: 'string',
  max: 40,
} as const;

const to = { ...from, name: 'to', description: 'Last day, like 2022-12-31 or today' } as const;

export const ceasefire = defineCommand<CeasefireServices>()({
  definition: {
    name: 'ceasefire',
    description: 'What the documents say about the ceasefire',
    where: 'anywhere',
    subcommands: [
      {
        name: 'status',
        description: 'Whether a ceasefire is documented as in effect on a day, and by whom',
        // Stories come in meanwhile.
        keptFor: 3000,
        options: [
          {
            name: 'on',
            description: 'The day, like 2022-05-20, 20 May 2022 or yesterday; today if left out',
            type: 'string',
            max: 40,
          },
          dyad,
        ],
      },
      {
        name: 'history',
        description: 'All documented ceasefires, newest first',
        keptFor: 60_000,
        options: [from, to, dyad],
      },
      {
        name: 'timeline',
        description: 'Ceasefires, talks, attacks and strikes as a picture',
        keptFor: 3000,
        options: [from, to, dyad],
        // A picture takes a tenth of a second of the processor.
        limit: { burst: 4, every: 15_000 },
      },
      { name: 'disputes', description: 'What the documents differ on', keptFor: 60_000, options: [dyad] },
    ],
  },
  run: {
    status: ({ options }, services) => statusAnswer(options, services),
    history({ options }, services) {
      return historyReply(services.index, dyadOf(services.packInfo, options.dyad), spanOf(options, services));
    },
    async timeline({ options }, services) {
      const chosen = dyadOf(services.packInfo, options.dyad);
      const timeline = timelineOf(services.index, chosen, spanOf(options, services));
      return timelineReply(services.index, chosen.id, timeline, await services.drawTimeline(timeline));
    },
    disputes({ options }, services) {
      return disputesReply(services.index, dyadOf(services.packInfo, options.dyad));
    },
  },
  complete({ option, text }, { packInfo }): readonly Choice[] {
    if (option !== 'dyad') return [];
    const typed = text.toLowerCase();
    return packInfo.dyads
      .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(typed))
      .slice(0, 25)
      .map(({ id, name }) => ({ name: name.slice(0, 100), value: id }));
  },
  press({ id }, services) {
    const { index, packInfo } = services;
    const [card, page, ...rest] = id.split(':');
    if (card === 'status') {
      const extent: Extent = page === 'details' ? 'details' : 'brief';
      return statusAnswer({ on: rest[0], dyad: rest[1], extent }, services).then((reply) => ({
        ...reply,
        inPlace: true,
      }));
    }
    if (card === 'disputes') {
      return { ...disputesReply(index, dyadOf(packInfo, rest[0]), Number(page)), inPlace: true };
    }
    if (card === 'history') {
      const span = { from: existingDay(rest[0] ?? ''), to: existingDay(rest[1] ?? '') };
      return { ...historyReply(index, dyadOf(packInfo, rest[2]), span, Number(page)), inPlace: true };
    }
    throw new UserError('This button belongs to an older version. Ask again with /ceasefire.');
  },
});

function dyadOf({ dyads, defaultDyad }: PackInfo, wanted: string = defaultDyad): Dyad {
  const typed = wanted
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();
  const found = dyads.find(({ id, name }) => id.toLowerCase() === typed || name.toLowerCase() === typed);
  if (found) return found;
  const known = dyads.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw new UserError(`The dataset knows these pairs only: ${known}.`);
}

function todayOf({ packInfo, clock }: StatusServices): Day {
  return dayIn(packInfo.timeZone, clock.now());
}

function spanOf(
  options: { readonly from: string | undefined; readonly to: string | undefined },
  services: CeasefireServices,
): { from: Day | undefined; to: Day | undefined } {
  const today = todayOf(services);
  const first = options.from === undefined ? undefined : parseDay(options.from, today);
  const last = options.to === undefined ? undefined : parseDay(options.to, today);
  if (first !== undefined && last !== undefined && first > last) {
    throw new UserError('The first day lies after the last; please swap them.');
  }
  return { from: first, to: last };
}

/** The status card of a day and dyad; of today and the usual dyad where none is named. @throws {UserError} */
export async function statusAnswer(
  asked: {
    readonly on?: string | undefined;
    readonly dyad?: string | undefined;
    readonly extent?: Extent;
  },
  services: StatusServices,
): Promise<Reply> {
  const { packInfo, index } = services;
  const dyad = dyadOf(packInfo, asked.dyad);
  const today = todayOf(services);
  const day = asked.on === undefined ? today : parseDay(asked.on, today, index.dyads.get(dyad.id)?.horizon);
  const status = statusOn(index, dyad.id, day);
  return statusReply(index, status, dyad.name, await reportsSince(status, services), asked.extent);
}

/** Only what the documents no longer cover, and only of the dyad that the feeds are watched for. */
async function reportsSince(
  { on, dyad: asked, horizon }: Status,
  { packInfo, reports }: StatusServices,
): Promise<readonly ReportedStory[]> {
  if (asked !== packInfo.defaultDyad || (horizon !== undefined && on <= horizon)) return [];
  const since = horizon === undefined ? 0 : startOfDay(packInfo.timeZone, addDays(horizon, 1));
  const until = startOfDay(packInfo.timeZone, addDays(on, 1));
  return (await reports(since)).filter(({ first, last }) => last >= since && first < until);
}
