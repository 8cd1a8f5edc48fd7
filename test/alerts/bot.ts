import type { Alert } from '../../src/alerts/alert.ts';
import { createAnnounce } from '../../src/alerts/announce.ts';
import { type Clusterer, createClusterers } from '../../src/alerts/clusterers.ts';
import { createDelivering } from '../../src/alerts/delivering.ts';
import type { Delivery } from '../../src/alerts/delivery.ts';
import {
  emptyGuild,
  type GuildDocument,
  type Subscription,
  withSubscription,
} from '../../src/alerts/guild.ts';
import { createIntake } from '../../src/alerts/intake.ts';
import type { Messenger } from '../../src/alerts/messenger.ts';
import type { GuildTellings, Tellings } from '../../src/alerts/tellings.ts';
import type { BotDocuments } from '../../src/app/documents.ts';
import type { Clock } from '../../src/clock.ts';
import type { Entry } from '../../src/entry.ts';
import type { Jobs } from '../../src/jobs.ts';
import type { Classification, Item, Story } from '../../src/news/story.ts';
import {
  FakePlatform,
  Fate,
  type JobRow,
  memoryDocuments,
  memoryJobs,
  memoryLog,
  TestClock,
} from './fakes.ts';

export const noon = Date.UTC(2022, 4, 18, 12);
export const minute = 60_000;
export const hour = 60 * minute;

/** Alerts on what says "truce"; the rest of the title's first word names the event. */
export function classify(item: Item): Classification {
  const alert = /truce/i.test(item.title);
  return {
    topic: alert ? 'truce_extended' : 'none',
    alert,
    score: alert ? 1 : 0,
    language: item.language ?? 'en',
    reasons: alert ? ['names a truce'] : [],
  };
}

/** Items whose titles start with the same word are one story; those of a server's own feeds have ids of three parts. */
export function createClusterer(known: readonly Story[]): Clusterer {
  const stories = new Map(known.map((story) => [story.id, story]));
  const idOf = ({ id, title }: Item) => {
    const owner = id
      .split('/')
      .slice(0, -2)
      .map((guild) => `${guild}-`);
    return `story-${owner}${title.split(' ')[0]?.toLowerCase()}`;
  };
  return {
    replace: (story) => void stories.set(story.id, story),
    find: (item, { alert }) => (alert ? stories.get(idOf(item)) : undefined),
    place(item, { alert }) {
      if (!alert) return undefined;
      const id = idOf(item);
      const before = stories.get(id);
      const report = {
        item: item.id,
        outlet: item.source,
        title: item.title,
        link: item.link,
        published: item.published,
        language: 'en',
      };
      const same = before?.reports.find((other) => other.item === item.id);
      if (before && same && JSON.stringify(same) === JSON.stringify(report)) return { story: before };
      const reports = [...(before?.reports.filter((other) => other !== same) ?? []), report];
      const story: Story = {
        ...before,
        id,
        version: (before?.version ?? 0) + 1,
        topic: 'truce_extended',
        title: before?.title ?? item.title,
        link: before?.link ?? item.link,
        summary: before?.summary ?? item.summary,
        reasons: ['names a truce'],
        reports,
        languages: ['en'],
        first: before?.first ?? item.published,
        last: item.published,
        standing: /retracted/i.test(item.title) ? 'retracted' : (before?.standing ?? 'reported'),
        signature: {},
      };
      stories.set(id, story);
      return { story };
    },
  };
}

export function entry(title: string, more: Partial<Entry> = {}): Entry {
  return {
    id: title,
    title,
    summary: `Summary of ${title}.`,
    link: `https://news.example/${encodeURIComponent(title)}`,
    published: noon - 10 * minute,
    language: 'en',
    ...more,
  };
}

export function subscription(channel: string, more: Partial<Subscription> = {}): Subscription {
  return {
    channel,
    topics: 'all',
    minSources: 1,
    paused: false,
    publish: false,
    createdBy: '7',
    since: noon - 24 * hour,
    ...more,
  };
}

interface BotOptions {
  readonly hourlyCap?: number;
  readonly classify?: typeof classify;
  readonly createClusterer?: typeof createClusterer;
}

export interface BotParts {
  readonly documents: Pick<BotDocuments, 'entries' | 'stories' | 'alerts' | 'tellings' | 'guilds' | 'sent'>;
  readonly jobs: Jobs<Delivery>;
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** Stories as stored. */
  readonly known: readonly Story[];
  /** Servers' own feeds, and which servers have them. */
  readonly own?: ReadonlyMap<string, readonly string[]>;
}

/** Intake and delivery, put together as the app does. */
export function assemble(parts: BotParts, options: BotOptions = {}) {
  const { documents, jobs, messenger, clock, known } = parts;
  const log = memoryLog();
  const announce = createAnnounce({ ...documents, jobs, clock, ...options });
  const intake = createIntake({
    ...documents,
    classify: options.classify ?? classify,
    clusterers: createClusterers(options.createClusterer ?? createClusterer, known),
    audience: async (feed) => parts.own?.get(feed) ?? 'all',
    announce,
    placing: { inTurn: (work) => work(), changing: async () => {} },
    wake: () => {},
    log,
  });
  const lastDocumented = () => 'truce until 30 May 2022';
  const worker = createDelivering({
    ...documents,
    jobs,
    messenger,
    clock,
    log,
    random: () => 0.5,
    lastDocumented,
    composeDigest: noDigests,
  });
  return { intake, announce, worker, log };
}

export function noDigests(): never {
  throw new Error('no digests here');
}

/** Disk and platform, which outlive the bot's process; `start` is a new process on them. */
export class World {
  readonly clock = new TestClock(noon);
  readonly platform = new FakePlatform(this.clock);
  readonly rows = {
    entries: new Map<string, string>(),
    stories: new Map<string, string>(),
    alerts: new Map<string, string>(),
    tellings: new Map<string, string>(),
    guilds: new Map<string, string>(),
    sent: new Map<string, string>(),
    jobs: [] as JobRow[],
  };
  /** Servers' own feeds, and which servers have them. */
  readonly own = new Map<string, readonly string[]>();

  subscribe(guild: string, ...subscriptions: Subscription[]): void {
    const row = this.rows.guilds.get(guild);
    const before = row === undefined ? emptyGuild : (JSON.parse(row) as GuildDocument);
    this.rows.guilds.set(guild, JSON.stringify(subscriptions.reduce(withSubscription, before)));
  }

  guild(id: string): GuildDocument {
    return JSON.parse(this.rows.guilds.get(id) ?? 'null') as GuildDocument;
  }

  alert(story: string): Alert {
    return JSON.parse(this.rows.alerts.get(story) ?? 'null') as Alert;
  }

  tellings(guild: string, story: string): Tellings {
    const { stories } = JSON.parse(this.rows.tellings.get(guild) ?? '{"stories":{}}') as GuildTellings;
    return stories[story] ?? {};
  }

  documents(fate: Fate): BotParts['documents'] {
    const { rows } = this;
    return {
      entries: memoryDocuments(rows.entries, fate),
      stories: memoryDocuments(rows.stories, fate),
      alerts: memoryDocuments(rows.alerts, fate),
      tellings: memoryDocuments(rows.tellings, fate),
      guilds: memoryDocuments(rows.guilds, fate),
      sent: memoryDocuments(rows.sent, fate),
    };
  }

  start(fate = new Fate(), options: BotOptions = {}) {
    const { clock, platform, rows, own } = this;
    const documents = this.documents(fate);
    const jobs = memoryJobs<Delivery>(rows.jobs, clock, fate);
    const known = [...rows.stories.values()].map((row) => JSON.parse(row) as Story);
    const bot = assemble(
      { documents, jobs, messenger: platform.messenger(fate), clock, known, own },
      options,
    );
    return { ...bot, fate, documents, jobs };
  }

  batch(outlet: string, entries: readonly Entry[], first = false) {
    return { feed: { id: outlet, title: outlet, lang: 'en' }, entries, first, now: this.clock.now() };
  }
}
