import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Alert } from '../src/alerts/alert.ts';
import { createAnnounce } from '../src/alerts/announce.ts';
import { composeAlerts } from '../src/alerts/compose.ts';
import { createDeliver } from '../src/alerts/deliver.ts';
import type { Delivery } from '../src/alerts/delivery.ts';
import { emptyGuild, type GuildDocument, withSubscription } from '../src/alerts/guild.ts';
import type { SentNote } from '../src/alerts/work.ts';
import { createWorker } from '../src/alerts/worker.ts';
import { systemClock as clock } from '../src/clock.ts';
import { createMessenger } from '../src/discord/messenger.ts';
import { createRest } from '../src/discord/rest.ts';
import { createLog } from '../src/log.ts';
import type { Story } from '../src/news/story.ts';
import { openJobs } from '../src/queue/sqlite-jobs.ts';
import { openStorage } from '../src/storage/storage.ts';
import type { Opened, Report } from './fan-out-discord.ts';

// One story to many channels (2,000, or as CHANNELS says): how much of the allowed 50 requests/s is used.
const channels = Number(process.env.CHANNELS ?? 2000);

// On a thread of its own, as Discord is not slowed down by what the bot does.
const discord = new Worker(new URL('fan-out-discord.ts', import.meta.url), {
  workerData: { channels, perGuild: 20 },
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
for (const { id, channels } of guilds) {
  let document = emptyGuild;
  for (const channel of channels) {
    const setting = { topics: 'all', minSources: 1, paused: false, publish: false } as const;
    document = withSubscription(document, { channel, ...setting, createdBy: '1', since: 0 });
  }
  await documents.guilds.set(id, document);
}

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
const announce = createAnnounce({ ...documents, jobs, clock });

const now = clock.now();
const link = 'https://news.example/1';
const title = 'Truce extended, both sides say';
const story: Story = {
  id: 'bench',
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
await documents.stories.set(story.id, story);
await announce(story, true);
const queued = performance.now();
console.log(`decided and queued ${channels} deliveries in ${clock.now() - now} ms`);

worker.start();
let report: Report;
do {
  await pause(50);
  report = await asked<Report>('report');
} while (report.messages < channels);
const seconds = (performance.now() - queued) / 1000;
const rate = channels / seconds;
console.log(
  `${channels} messages in ${seconds.toFixed(1)} s: ${rate.toFixed(1)}/s, ${(rate * 2).toFixed(0)} % of 50/s`,
);
console.log(
  `429: ${report.rateLimited}, violations: ${report.violations}, most in a second: ${report.busiest}`,
);
await worker.stop();
await storage.close();
await discord.terminate();
rmSync(dataDir, { recursive: true });
