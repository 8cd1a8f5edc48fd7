import { Redis } from 'ioredis';
import type { Alert } from '../src/alerts/alert.ts';
import { createAnnounce } from '../src/alerts/announce.ts';
import type { Delivery } from '../src/alerts/delivery.ts';
import { emptyGuild, type GuildDocument } from '../src/alerts/guild.ts';
import { sentId } from '../src/alerts/ids.ts';
import type { GuildTellings } from '../src/alerts/tellings.ts';
import type { SentNote } from '../src/alerts/work.ts';
import { systemClock as clock } from '../src/clock.ts';
import { keepSharedRate } from '../src/coordination/rate.ts';
import type { FeedState } from '../src/feeds/poll/state.ts';
import { createLog } from '../src/log.ts';
import type { Story } from '../src/news/story.ts';
import { openRedisJobs } from '../src/queue/redis-jobs.ts';
import { openRedisStorage } from '../src/storage/redis-storage.ts';
import { startRedis } from '../test/contract/redis-server.ts';

/**
 * What 100,000 subscribed channels and 10,000 feeds cost, reckoned from what a fifth of a server's worth of them costs
 * on a Redis of this machine. docs/scaling.md holds what it printed.
 */
const servers = 4_000;
const each = 5;
const channels = servers * each;
const goal = { channels: 100_000, feeds: 10_000, interval: 300, limit: 50 };

const server = await startRedis();
const storage = await openRedisStorage(server.url, { clock, log: createLog('silent') });
const redis = new Redis(server.url, { maxRetriesPerRequest: null });
const jobs = openRedisJobs<Delivery>(redis, 'deliveries');
const documents = {
  alerts: storage.documents<Alert>('alert'),
  tellings: storage.documents<GuildTellings>('telling'),
  guilds: storage.documents<GuildDocument>('guild'),
};
const feeds = storage.documents<FeedState>('feed');
const sent = storage.documents<SentNote>('sent');

const memory = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
const snowflake = (n: number) => String(1_000_000_000_000_000_000n + BigInt(n));

async function measured<T>(work: () => Promise<T>): Promise<{ ms: number; bytes: number }> {
  const [began, before] = [performance.now(), await memory()];
  await work();
  return { ms: performance.now() - began, bytes: (await memory()) - before };
}

const subscribed = await measured(async () => {
  for (let n = 0; n < servers; n++) {
    const own = Array.from({ length: each }, (_, c) => snowflake(n * each + c));
    const subscriptions = own.map((channel) => {
      const setting = { topics: 'all', minSources: 1, paused: false, publish: false } as const;
      return [channel, { channel, ...setting, createdBy: snowflake(n), since: clock.now() }];
    });
    await documents.guilds.set(snowflake(n), {
      ...emptyGuild,
      subscriptions: Object.fromEntries(subscriptions),
    });
  }
});
const state = { source: 'https://news.example/feed.xml', url: 'https://news.example/feed.xml', failures: 0 };
const stated = await measured(async () => {
  for (let n = 0; n < 2000; n++) {
    const etag = `"${n}-5f3c1a2b"`;
    await feeds.set(`own-${n}`, { ...state, next: clock.now(), etag, lastSuccess: clock.now() });
  }
});
const announce = createAnnounce({ ...documents, jobs, clock });
const told = await measured(() => announce(storyOf('bench'), true));

const delivered = await measured(() =>
  Promise.all(
    Array.from({ length: 32 }, async () => {
      for (let job = await jobs.claim(20_000); job; job = await jobs.claim(20_000)) {
        await jobs.note(job, job.payload);
        const note = { message: snowflake(1), version: 1, outlets: 1, at: clock.now() };
        await sent.set(sentId(job.payload.channel, 'bench-story-00001'), note, 90 * 24 * 3_600_000);
        await jobs.complete(job);
      }
    }),
  ),
);
const perSecond = channels / (delivered.ms / 1000);

// Two processes, as far as Redis can tell; requests that take 30 ms.
const other = new Redis(server.url, { maxRetriesPerRequest: null });
const limit = { limit: goal.limit, window: 1000, longest: 20_000 };
const rates = [redis, other].map((each) => keepSharedRate(each, 'bench', limit));
await Promise.all(rates.map((rate) => rate(async () => {})));
const started: number[] = [];
await Promise.all(
  Array.from({ length: 500 }, (_, n) =>
    rates[n % 2]!(async () => {
      started.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, 30));
    }),
  ),
);
const reached = 499 / ((Math.max(...started) - Math.min(...started)) / 1000);

await jobs.close();
await storage.close();
redis.disconnect();
other.disconnect();
await server.stop();

const times = goal.channels / channels;
const mega = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
const minutes = (requests: number) => `${(requests / reached / 60).toFixed(1)} min`;
console.log(`measured with ${channels} channels in ${servers} servers:`);
console.log(`  the shared limit of ${goal.limit}/s gives two processes ${reached.toFixed(1)}/s`);
console.log(
  `  jobs claimed, noted and completed with their \`sent\` notes by one process: ${Math.round(perSecond)}/s`,
);
console.log(`for ${goal.channels} channels and ${goal.feeds} feeds:`);
console.log(`  Redis: subscriptions ${mega(subscribed.bytes * times)}`);
console.log(`  Redis: states of feeds ${mega((stated.bytes / 2000) * goal.feeds)}`);
console.log(`  Redis: one alert to all, until it is delivered ${mega(told.bytes * times)}`);
console.log(`  Redis: the same once it is delivered ${mega((told.bytes + delivered.bytes) * times)}`);
console.log(`  queueing one alert to all: ${((told.ms * times) / 1000).toFixed(0)} s`);
console.log(`  requests to feeds: ${(goal.feeds / goal.interval).toFixed(1)}/s`);
for (const share of [0, 0.5, 0.9, 0.99, 1]) {
  const own = Math.round(goal.channels * (1 - share));
  const requests = own + (share > 0 ? 2 : 0);
  console.log(
    `  ${share * 100} % follow an announcement channel: ${requests} requests, ${minutes(requests)} an alert`,
  );
}

function storyOf(id: string): Story {
  const now = clock.now();
  return {
    id,
    version: 1,
    topic: 'truce_extended',
    title: 'A truce is extended',
    link: 'https://news.example/1',
    summary: '',
    reasons: [],
    reports: [
      { item: 'a', outlet: 'A', title: 'A truce is extended', link: '', published: now, language: 'en' },
    ],
    languages: ['en'],
    first: now,
    last: now,
    standing: 'reported',
    signature: {},
  };
}
