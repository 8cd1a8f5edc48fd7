import type { Documents } from '../../../src/documents.ts';
import type { FetchRequest, FetchResult, Fresh, NotModified } from '../../../src/feeds/fetch/result.ts';
import type { Log } from '../../../src/feeds/log.ts';
import { parseBody } from '../../../src/feeds/parse/parse.ts';
import type { Batch, PolledFeed } from '../../../src/feeds/poll/feed.ts';
import { healthOf } from '../../../src/feeds/poll/health.ts';
import type { PollerParts, PollSettings } from '../../../src/feeds/poll/parts.ts';
import { createPoller } from '../../../src/feeds/poll/poller.ts';
import type { FeedState } from '../../../src/feeds/poll/state.ts';
import { rss } from '../server.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Documents in memory; each value is a copy, as in a real store. */
export function memoryDocuments<T>(): Documents<T> & { readonly values: Map<string, T>; failing: boolean } {
  const values = new Map<string, T>();
  const documents = {
    values,
    failing: false,
    async get(id: string) {
      return structuredClone(values.get(id));
    },
    async set(id: string, value: T) {
      if (documents.failing) throw new Error('the store is full');
      values.set(id, structuredClone(value));
    },
    async setAll(all: ReadonlyMap<string, T>) {
      for (const [id, value] of all) await documents.set(id, value);
    },
    async delete(id: string) {
      values.delete(id);
    },
    async update(id: string, change: (value: T | undefined) => T | undefined) {
      const value = change(structuredClone(values.get(id)));
      if (value === undefined) values.delete(id);
      else values.set(id, value);
      return value;
    },
    async updateAll(ids: Iterable<string>, change: (value: T | undefined, id: string) => T | undefined) {
      const held = new Map<string, T>();
      for (const id of ids) {
        const value = await documents.update(id, (current) => change(current, id));
        if (value !== undefined) held.set(id, value);
      }
      return held;
    },
    async *entries(prefix = '') {
      yield* structuredClone([...values].filter(([id]) => id.startsWith(prefix)));
    },
  };
  return documents;
}

export const fresh = (titles: string[], more: Partial<Fresh> = {}): Fresh => ({
  kind: 'fresh',
  url: 'https://a.example/feed',
  movedTo: undefined,
  etag: undefined,
  lastModified: undefined,
  freshFor: undefined,
  contentType: 'application/rss+xml',
  body: Buffer.from(rss(...titles)),
  ...more,
});

export const notModified = (more: Partial<NotModified> = {}): NotModified => ({
  kind: 'not_modified',
  url: 'https://a.example/feed',
  movedTo: undefined,
  etag: undefined,
  lastModified: undefined,
  freshFor: undefined,
  ...more,
});

export const broken = (
  message = 'the server has a problem of its own (500)',
  retryAfter?: number,
): FetchResult => ({
  kind: 'failed',
  failure: 'http',
  message,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

type Answer =
  | FetchResult
  | Promise<FetchResult>
  | ((request: FetchRequest) => FetchResult | Promise<FetchResult>);

/** A poller among fakes, with a clock that the test moves. `restart` is a new process on the same store. */
export function world(feeds: readonly PolledFeed[], settings: Partial<PollSettings> = {}) {
  const it = {
    now: Date.UTC(2026, 0, 1),
    feeds,
    answer: fresh(['one']) as Answer,
    states: memoryDocuments<FeedState>(),
    requests: [] as FetchRequest[],
    batches: [] as Batch[],
    /** What was called, in order. */
    steps: [] as string[],
    troubles: [] as string[],
    logged: [] as string[],
    /** Given where several processes share the states. */
    claim: undefined as PollerParts<PolledFeed>['claim'],
    inboxFails: false,
    reportFails: false,
    /** Whether a report of trouble counts as made. */
    settles: true,
    poller: undefined as unknown as ReturnType<typeof createPoller>,
    restart,
    async health() {
      return it.feeds.map((feed) => healthOf(feed, it.states.values.get(feed.id)));
    },
    /** Moves the clock and ticks. */
    async after(wait: number) {
      it.now += wait;
      await it.poller.runDue();
    },
  };
  const log = (level: string) => (_fields: object, message: string) =>
    void it.logged.push(`${level}: ${message}`);
  const logger: Log = { info: log('info'), warn: log('warn'), error: log('error') };

  function restart() {
    it.poller = createPoller({
      sources: async () => it.feeds,
      states: {
        ...it.states,
        setAll: async (states) => {
          await it.states.setAll(states);
          it.steps.push('note');
        },
      },
      claim: it.claim,
      inbox: {
        async receive(batch) {
          if (it.inboxFails) throw new Error('the database is locked');
          it.steps.push('receive');
          it.batches.push(batch);
        },
      },
      trouble: {
        async onTrouble(feed, { since, message, final, received }) {
          it.steps.push(`trouble since ${since}`);
          if (it.reportFails) throw new Error('the queue is locked');
          it.troubles.push(
            `${feed.id} ${final ? 'ended' : 'failing'} since ${(it.now - since) / hour} h: ${message}${received ? '' : ' (never worked)'}`,
          );
          return it.settles;
        },
        async onRecovery(feed, { since }) {
          it.troubles.push(`${feed.id} back after ${(it.now - since) / hour} h`);
        },
      },
      fetcher: {
        async fetch(request) {
          it.requests.push(request);
          return typeof it.answer === 'function' ? it.answer(request) : it.answer;
        },
      },
      parser: { parse: parseBody },
      clock: { now: () => it.now },
      log: logger,
      settings: { interval: 5 * minute, ...settings },
    });
  }
  restart();
  return it;
}

export const feedA: PolledFeed = { id: 'a', title: 'A', url: 'https://a.example/feed' };
