import { setTimeout as pause } from 'node:timers/promises';
import { createAnnounce } from '../../../src/alerts/announce.ts';
import { createClusterers } from '../../../src/alerts/clusterers.ts';
import { createDelivering } from '../../../src/alerts/delivering.ts';
import type { Delivery } from '../../../src/alerts/delivery.ts';
import { emptyGuild, type GuildDocument, withSubscription } from '../../../src/alerts/guild.ts';
import { createIntake } from '../../../src/alerts/intake.ts';
import { openDocuments } from '../../../src/app/documents.ts';
import { systemClock as clock } from '../../../src/clock.ts';
import { createMessenger } from '../../../src/discord/messenger.ts';
import { createRest } from '../../../src/discord/rest.ts';
import type { Story } from '../../../src/news/story.ts';
import { openJobs } from '../../../src/queue/sqlite-jobs.ts';
import { openSqliteStorage } from '../../../src/storage/sqlite-storage.ts';
import { classify, createClusterer, noDigests, subscription } from '../bot.ts';
import { feedAt, type Plan } from './newsfeed.ts';

// The process that is killed: intake and delivery on the real store, queue and messenger.
const plan = JSON.parse(process.argv[2] ?? '') as Plan;
const log = {
  info: () => {},
  warn: (about: object, message: string) => console.error('warn', message, about),
  error: (about: object, message: string) => console.error('error', message, about),
};

const storage = await openSqliteStorage(plan.dataDir, { clock });
const documents = openDocuments(storage);
await documents.guilds.set(
  plan.guild,
  plan.channels.map((channel) => subscription(channel)).reduce(withSubscriptionUnbounded, emptyGuild),
);
const jobs = openJobs<Delivery>(storage.database, 'deliveries', clock);
const messenger = createMessenger(createRest(plan.apiUrl, plan.token));
const worker = createDelivering({
  ...documents,
  jobs,
  messenger,
  clock,
  log,
  trustedWindow: plan.trustedWindow,
  lease: plan.lease,
  lastDocumented: () => undefined,
  composeDigest: noDigests,
});
const known: Story[] = [];
for await (const [, story] of documents.stories.entries()) known.push(story);
const intake = createIntake({
  ...documents,
  classify,
  clusterers: createClusterers(createClusterer, known),
  audience: async () => 'all',
  announce: createAnnounce({ ...documents, jobs, clock, hourlyCap: 1_000_000, editDelay: 500 }),
  placing: { inTurn: (work) => work(), changing: async () => {} },
  wake: () => worker.wake(),
  log,
});

// It must not outlive the test.
process.stdin.resume().once('end', () => process.exit());
worker.start();
for (;;) {
  const now = clock.now();
  for (let outlet = 0; outlet < plan.outlets; outlet++) {
    const feed = { id: `outlet-${outlet}`, title: `Outlet ${outlet}` };
    await intake.receive({ feed, entries: feedAt(plan, outlet, now), first: false, now });
  }
  await pause(100);
}

/** The run has more channels in its one server than a server may have. */
function withSubscriptionUnbounded(
  guild: GuildDocument,
  added: ReturnType<typeof subscription>,
): GuildDocument {
  const { subscriptions } = withSubscription({ ...guild, subscriptions: {} }, added);
  return { ...guild, subscriptions: { ...guild.subscriptions, ...subscriptions } };
}
