import type { PolledFeed } from './feed.ts';
import { type FeedHealth, healthOf } from './health.ts';
import { createLanes } from './lanes.ts';
import { createNotes } from './notes.ts';
import type { PollerParts, Release } from './parts.ts';
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

/** So long a feed has to be missing until its state is deleted (ms): another process may know of it sooner. */
const forgetAfter = 2 * 60_000;

export function createPoller<F extends PolledFeed>(parts: PollerParts<F>): Poller {
  const { claim, clock, states, settings, log } = parts;
  const lanes = createLanes({ total: settings.concurrency ?? 128, perHost: settings.perHost ?? 2 });
  const notes = createNotes(states);
  const known = new Map<string, FeedState>();
  /** Feeds with a state that are not watched, and since when. */
  const missing = new Map<string, number>();
  const polling = new Map<string, Promise<void>>();
  /** Polls that were started and have not come to their end but for the note. */
  let underWay = 0;
  const stop = new AbortController();
  const poll = createPoll(parts, stop.signal);
  let loading: Promise<void> | undefined;

  function load(): Promise<void> {
    loading ??= readAll().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function readAll(): Promise<void> {
    for await (const [id, state] of states.entries()) if (!polling.has(id)) known.set(id, state);
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
    const now = clock.now();
    for (const id of known.keys()) {
      if (current.has(id)) missing.delete(id);
      else if (!missing.has(id)) missing.set(id, now);
    }
    for (const [id, since] of missing) {
      if (polling.has(id) || now - since < forgetAfter) continue;
      await states.delete(id);
      known.delete(id);
      missing.delete(id);
    }
  }

  async function note(feed: F, state: FeedState): Promise<void> {
    await states.set(feed.id, state);
    known.set(feed.id, state);
  }

  /** The state of a feed that another process may have polled meanwhile; undefined if it is not due any more. */
  async function dueState(feed: F): Promise<FeedState | undefined> {
    const stored = await states.get(feed.id);
    if (stored) known.set(feed.id, stored);
    const state = stateOf(feed);
    return isDue(state, clock.now()) ? state : undefined;
  }

  async function start(feed: F): Promise<void> {
    let release: Release = async () => {};
    const turn = async () => {
      if (stop.signal.aborted) return undefined;
      if (!claim) return poll(feed, stateOf(feed), (state) => note(feed, state));
      const claimed = await claim(feed.id);
      if (!claimed) return postpone(feed, settings.interval / 10);
      release = claimed;
      const state = await dueState(feed);
      return state && poll(feed, state, (between) => note(feed, between));
    };
    try {
      const host = URL.parse(stateOf(feed).url)?.host ?? '';
      underWay += 1;
      const after = await lanes.run(host, turn).finally(() => {
        underWay -= 1;
      });
      const kept = after && notes.note(feed.id, after);
      // Others may end in this very moment.
      if (underWay === 0) setImmediate(notes.flush);
      await kept;
      if (after) known.set(feed.id, after);
    } catch (error) {
      log.error({ feed: feed.id, err: error }, 'what the feed holds could not be stored; it is polled again');
      postpone(feed, settings.interval);
    } finally {
      await release();
      polling.delete(feed.id);
    }
  }

  function postpone(feed: F, wait: number): undefined {
    known.set(feed.id, { ...stateOf(feed), next: clock.now() + wait });
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
        if (!isDue(state, now) || polling.has(feed.id)) continue;
        const run = start(feed);
        polling.set(feed.id, run);
        started.push(run);
      }
      if (started.length > 0) log.info({ feeds: started.length }, 'polling feeds');
      await Promise.all(started);
    },

    async health() {
      // What this process knows may be old where others poll too.
      await (claim ? readAll() : load());
      const feeds = await parts.sources();
      return feeds.map((feed) => healthOf(feed, known.get(feed.id)));
    },

    async close() {
      stop.abort();
      await Promise.allSettled(polling.values());
    },
  };
}

function isDue(state: FeedState, now: number): boolean {
  return !state.stopped && state.next <= now;
}
