import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createAnnounce } from '../../src/alerts/announce.ts';
import { createDelivering } from '../../src/alerts/delivering.ts';
import type { Delivery } from '../../src/alerts/delivery.ts';
import { openDocuments } from '../../src/app/documents.ts';
import { systemClock as clock } from '../../src/clock.ts';
import { createMessenger } from '../../src/discord/messenger.ts';
import { createRest } from '../../src/discord/rest.ts';
import { createLog } from '../../src/log.ts';
import type { Story } from '../../src/news/story.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { startChild } from './child.ts';
import type { Opened, Report } from './stand-in.ts';
import { subscribedTo } from './subscribed.ts';

const perGuild = 20;

/** Alerts on the real store, queue and messenger, against a loopback Discord with so many channels, all subscribed. */
export async function openBench(channels: number) {
  const discord = await startChild<Opened>('stand-in.ts', [channels, perGuild]);
  const { apiUrl, token, guilds } = discord.opened;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
  const storage = await openSqliteStorage(dataDir, { clock });
  const documents = openDocuments(storage);
  for (const { id, channels } of guilds) {
    await documents.guilds.set(id, subscribedTo(channels));
  }
  const jobs = openJobs<Delivery>(storage.database, 'deliveries', clock);
  const messenger = createMessenger(createRest(apiUrl, token));
  const log = createLog('warn');
  const worker = createDelivering({
    ...documents,
    jobs,
    messenger,
    clock,
    log,
    lastDocumented: () => undefined,
    composeDigest: () => {
      throw new Error('no digests here');
    },
  });
  const announce = createAnnounce({ ...documents, jobs, clock, hourlyCap: 1_000_000 });
  // The bot that runs has its connections open; the first request on a new one comes late, and others catch up.
  await messenger.find(guilds[0]?.channels[0] ?? '', clock.now(), 'warm-up');
  await pause(1000);
  return {
    worker,
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
        const report = await discord.ask<Report>('report');
        if (report.messages >= messages) return report;
        await pause(200);
      }
    },
    async close(): Promise<void> {
      await worker.stop();
      await storage.close();
      await discord.close();
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
