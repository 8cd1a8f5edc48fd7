import type { PolledFeed } from './feed.ts';
import { type FeedHealth, healthOf } from './health.ts';
import { createLanes } from './lanes.ts';
import type { PollerParts } from './parts.ts';
import { createPoll } from './poll.ts';
import { type FeedState, newFeedState } from './state.ts';

export interface Poller {
  /**
   * One tick: starts every feed that is due and is not being polled already. Resolves when those it
   * started are done; a scheduler need not wait for that to tick again.
   */
  runDue(): Promise<void>;
  /** In the order of the sources. */
  health(): Promise<readonly FeedHealth[]>;
  /** Starts nothing more, breaks off what is being fetched, and resolves when all is at rest. */
  close(): Promise<void>;
}

export function createPoller<F extends PolledFeed>(parts: PollerParts<F>): Poller {
  const { clock, states, settings, log } = parts;
  const lanes = createLanes({ total: settings.concurrency ?? 128, perHost: settings.perHost ?? 2 });
  const known = new Map<string, FeedState>();
  const polling = new Map<string, Promise<void>>();
  const stop = new AbortController();
  const poll = createPoll(parts, stop.signal);
  let loading: Promise<void> | undefined;

  /** States are read once; from then on this process knows them and writes each change. */
  function load(): Promise<void> {
    loading ??= (async () => {
      for await (const [id, state] of states.entries()) known.set(id, state);
    })().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  function stateOf(feed: F): FeedState {
    const state = known.get(feed.id);
    if (state?.source === feed.url) return state;
    const fresh = newFeedState(feed.url, clock.now());
    // At another address the same feed goes on: what was received stays received.
    const begun = state ? { ...fresh, lastReceived: state.lastReceived } : fresh;
    known.set(feed.id, begun);
    return begun;
  }

  async function forget(current: ReadonlySet<string>): Promise<void> {
    for (const id of known.keys()) {
      if (current.has(id) || polling.has(id)) continue;
      known.delete(id);
      await states.delete(id);
    }
  }

  async function start(feed: F): Promise<void> {
    try {
      const host = URL.parse(stateOf(feed).url)?.host ?? '';
      const next = await lanes.run(host, async () => {
        if (stop.signal.aborted) return undefined;
        return poll(feed, stateOf(feed), async (state) => {
          await states.set(feed.id, state);
          known.set(feed.id, state);
        });
      });
      if (next !== undefined) known.set(feed.id, { ...stateOf(feed), next });
    } finally {
      polling.delete(feed.id);
    }
  }

  return {
    async runDue() {
      await load();
      const feeds = await parts.sources();
      if (stop.signal.aborted) return;
      await forget(new Set(feeds.map(({ id }) => id)));
      const now = clock.now();
      const started: Promise<void>[] = [];
      for (const feed of feeds) {
        const state = stateOf(feed);
        if (state.stopped || state.next > now || polling.has(feed.id)) continue;
        const run = start(feed);
        polling.set(feed.id, run);
        started.push(run);
      }
      if (started.length > 0) log.info({ feeds: started.length }, 'polling feeds');
      await Promise.all(started);
    },

    async health() {
      await load();
      const feeds = await parts.sources();
      return feeds.map((feed) => healthOf(feed, known.get(feed.id)));
    },

    async close() {
      stop.abort();
      await Promise.allSettled(polling.values());
    },
  };
}
