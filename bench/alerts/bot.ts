import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Alert } from '../../src/alerts/alert.ts';
import { createAnnounce } from '../../src/alerts/announce.ts';
import { composeAlerts } from '../../src/alerts/compose.ts';
import { createDeliver } from '../../src/alerts/deliver.ts';
import type { Delivery } from '../../src/alerts/delivery.ts';
import { emptyGuild, type GuildDocument, withSubscription } from '../../src/alerts/guild.ts';
import type { SentNote } from '../../src/alerts/work.ts';
import { createWorker } from '../../src/alerts/worker.ts';
import { systemClock as clock } from '../../src/clock.ts';
import { createMessenger } from '../../src/discord/messenger.ts';
import { createRest } from '../../src/discord/rest.ts';
import { createLog } from '../../src/log.ts';
import type { Story } from '../../src/news/story.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openStorage } from '../../src/storage/storage.ts';
import type { Opened, Report } from './discord.ts';

const perGuild = 20;

/**
 * Alerts on the real store, queue and messenger, against a loopback Discord with so many channels, all subscribed.
 * Unless a story is to go `everywhere`, they wait for more outlets than there will be, but for where `aim` aims.
 */
export async function openBench(channels: number, everywhere: boolean) {
  const discord = new Worker(new URL('discord.ts', import.meta.url), {
    workerData: { channels, perGuild },
  });
  const asked = async <T>(question?: string): Promise<T> => {
    if (question) discord.postMessage(question);
    return (await once(discord, 'message'))[0] as T;
  };
  const { apiUrl, token, guilds } = await asked<Opened>();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
  const storage = await openStorage(dataDir, { clock });
  const documents = {
    guilds: storage.documents<GuildDocument>('guild'),
    stories: storage.documents<Story>('story'),
    alerts: storage.documents<Alert>('alert'),
    sent: storage.documents<SentNote>('sent'),
  };
  async function subscribe({ id, channels }: Opened['guilds'][number], waiting: number): Promise<void> {
    let document = emptyGuild;
    for (const [at, channel] of channels.entries()) {
      const minSources = at < channels.length - waiting ? 1 : 9;
      const setting = { topics: 'all', minSources, paused: false, publish: false } as const;
      document = withSubscription(document, { channel, ...setting, createdBy: '1', since: 0 });
    }
    await documents.guilds.set(id, document);
  }
  for (const guild of guilds) await subscribe(guild, everywhere ? 0 : perGuild);
  const jobs = openJobs<Delivery>(storage.database, 'deliveries', clock);
  const messenger = createMessenger(createRest(apiUrl, token));
  const log = createLog('warn');
  const compose = composeAlerts({ ...documents, jobs, messenger, clock, lastDocumented: () => undefined });
  const deliver = createDeliver({
    ...documents,
    jobs,
    messenger,
    clock,
    log,
    random: Math.random,
    compose: (delivery) => {
      if (delivery.kind === 'digest') throw new Error('no digests here');
      return compose(delivery);
    },
  });
  const worker = createWorker({ jobs, deliver, clock, log });
  const announce = createAnnounce({ ...documents, jobs, clock, hourlyCap: 1_000_000 });
  // The bot that runs has its connections open; the first request on a new one comes late, and others catch up.
  await messenger.find(guilds[0]?.channels[0] ?? '', clock.now(), 'warm-up');
  await pause(1000);
  let aimed: Opened['guilds'][number] | undefined;
  return {
    worker,
    /** The next story goes to ten channels, which differ with `at`. */
    async aim(at: number): Promise<void> {
      if (aimed) await subscribe(aimed, perGuild);
      aimed = guilds[at % guilds.length];
      if (aimed) await subscribe(aimed, perGuild - 10);
    },
    /** Stores a story and queues its deliveries. */
    async tell(title: string): Promise<void> {
      const story = storyOf(title);
      await documents.stories.set(story.id, story);
      await announce(story, true);
      worker.wake();
    },
    /** Waits until so many messages came. */
    async arrived(messages: number): Promise<Report> {
      for (;;) {
        const report = await asked<Report>('report');
        if (report.messages >= messages) return report;
        await pause(200);
      }
    },
    async close(): Promise<void> {
      await worker.stop();
      await storage.close();
      await discord.terminate();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function storyOf(title: string): Story {
  const now = clock.now();
  const link = 'https://news.example/1';
  return {
    id: title,
    version: 1,
    topic: 'truce_extended',
    title,
    link,
    summary: 'Both sides say that the truce is extended.',
    reasons: [],
    reports: [{ item: '1', outlet: 'One outlet', title, link, published: now, language: 'en' }],
    languages: ['en'],
    first: now,
    last: now,
    standing: 'reported',
    signature: {},
  };
}
