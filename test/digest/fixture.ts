import { type Alert, newAlert } from '../../src/alerts/alert.ts';
import { createDelivering } from '../../src/alerts/delivering.ts';
import type { Delivery } from '../../src/alerts/delivery.ts';
import { type DigestSetting, emptyGuild, type GuildDocument, withDigest } from '../../src/alerts/guild.ts';
import type { GuildTellings } from '../../src/alerts/tellings.ts';
import type { SentNote } from '../../src/alerts/work.ts';
import { composeDigests } from '../../src/digest/compose.ts';
import type { Documented } from '../../src/digest/documented.ts';
import { createGather } from '../../src/digest/gather.ts';
import type { DigestNote } from '../../src/digest/note.ts';
import { createDigestSchedule } from '../../src/digest/schedule.ts';
import type { AlertTopic, Story } from '../../src/news/story.ts';
import { hour, noon } from '../alerts/bot.ts';
import {
  FakePlatform,
  Fate,
  type JobRow,
  memoryDocuments,
  memoryJobs,
  memoryLog,
  TestClock,
} from '../alerts/fakes.ts';

export function story(id: string, first: number, topic: AlertTopic = 'truce_extended'): Story {
  const title = `${id} reported`;
  const link = `https://news.example/${id}`;
  const report = { item: id, outlet: 'dawn', title, link, published: first, language: 'en' };
  return {
    id,
    version: 1,
    topic,
    title,
    link,
    summary: '',
    reasons: [],
    reports: [report],
    languages: ['en'],
    first,
    last: first,
    standing: 'reported',
    signature: {},
  };
}

export function digestSetting(channel: string, more: Partial<DigestSetting> = {}): DigestSetting {
  return {
    channel,
    time: '08:00',
    timeZone: 'Asia/Karachi',
    whenEmpty: 'line',
    feeds: false,
    createdBy: '7',
    since: noon - 240 * hour,
    ...more,
  };
}

const documented: Documented = {
  status: (day) => `In effect on ${day}.`,
  planned: () => [],
  state: () => undefined,
};

/** Disk and platform of a bot that posts digests. */
export class DigestWorld {
  readonly clock = new TestClock(noon);
  readonly platform = new FakePlatform(this.clock);
  readonly rows = {
    guilds: new Map<string, string>(),
    digests: new Map<string, string>(),
    stories: new Map<string, string>(),
    alerts: new Map<string, string>(),
    tellings: new Map<string, string>(),
    sent: new Map<string, string>(),
    jobs: [] as JobRow[],
  };
  /** What each process has still to hear of changed settings. */
  readonly #hearing: Set<string>[] = [];
  documented: Documented = documented;
  /** By server. */
  feedTrouble: Readonly<Record<string, readonly string[]>> = {};

  set(guild: string, setting: DigestSetting): void {
    const row = this.rows.guilds.get(guild);
    const before = row === undefined ? emptyGuild : (JSON.parse(row) as GuildDocument);
    this.rows.guilds.set(guild, JSON.stringify(withDigest(before, setting)));
    for (const heard of this.#hearing) heard.add(guild);
  }

  /** Something was heard of at a moment. */
  hear(id: string, at: number, topic?: AlertTopic, guild?: string): void {
    const heard = { ...story(id, at, topic), ...(guild !== undefined && { guild }) };
    this.rows.stories.set(id, JSON.stringify(heard));
    this.rows.alerts.set(id, JSON.stringify(newAlert(heard, at)));
  }

  /** How a server is told of stories. */
  tell(guild: string, stories: GuildTellings['stories']): void {
    this.rows.tellings.set(guild, JSON.stringify({ stories }));
  }

  start(fate = new Fate()) {
    const { clock, platform, rows } = this;
    const log = memoryLog();
    const guilds = memoryDocuments<GuildDocument>(rows.guilds, fate);
    const digests = memoryDocuments<DigestNote>(rows.digests, fate);
    const stories = memoryDocuments<Story>(rows.stories, fate);
    const alerts = memoryDocuments<Alert>(rows.alerts, fate);
    const tellings = memoryDocuments<GuildTellings>(rows.tellings, fate);
    const sent = memoryDocuments<SentNote>(rows.sent, fate);
    const jobs = memoryJobs<Delivery>(rows.jobs, clock, fate);
    const gather = createGather({
      packName: 'Pakistan and the TTP',
      stories,
      alerts,
      tellings,
      documented: this.documented,
      feedTrouble: async (guild) => this.feedTrouble[guild] ?? [],
      drawStrip: async ({ alt }) => ({ name: 'strip.png', png: new Uint8Array(), alt }),
    });
    const worker = createDelivering({
      jobs,
      messenger: platform.messenger(fate),
      stories,
      sent,
      alerts,
      tellings,
      guilds,
      clock,
      log,
      random: () => 0.5,
      lastDocumented: () => undefined,
      composeDigest: composeDigests({ guilds, gather, clock }),
    });
    const heard = new Set<string>();
    this.#hearing.push(heard);
    const changed = async () => {
      const guilds = [...heard];
      heard.clear();
      return guilds;
    };
    const schedule = createDigestSchedule({ guilds, changed, digests, jobs, wake: () => {} });
    const tick = async () => {
      await schedule.runDue(clock.now());
      await worker.drain();
    };
    return { fate, log, jobs, guilds, gather, tick };
  }
}
