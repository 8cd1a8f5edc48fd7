import type { PolledFeed } from './feed.ts';
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
  /** Feeds that wait for a place, are polled, or whose state is being kept. */
  const polling = new Set<string>();
  /** The same without the last. */
  let underWay = 0;
  const rounds = new Set<Promise<void>>();
  const stop = new AbortController();
  const poll = createPoll(parts, stop.signal);
  let loading: Promise<void> | undefined;

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

  /** Little is made for each feed until its turn comes: thousands may be due at once. */
  function start(due: readonly F[]): Promise<void> {
    const round = Promise.withResolvers<void>();
    let left = due.length;
    const done = () => {
      left -= 1;
      if (left === 0) round.resolve();
    };
    underWay += due.length;
    for (const feed of due) {
      polling.add(feed.id);
      lanes.add(URL.parse(stateOf(feed).url)?.host ?? '', () => pollInTurn(feed, done));
    }
    return round.promise;
  }

  /** Holds a place of the host until what the feed holds is taken in; keeping its state needs none. */
  async function pollInTurn(feed: F, done: () => void): Promise<void> {
    let release: Release | undefined;
    let after: FeedState | undefined;
    try {
      if (claim && !stop.signal.aborted) release = await claim(feed.id);
      if (claim && !release) postpone(feed, settings.interval / 10);
      const state = release ? await dueState(feed) : claim ? undefined : stateOf(feed);
      if (state && !stop.signal.aborted) after = await poll(feed, state, (between) => note(feed, between));
    } catch (error) {
      failed(feed, error);
    }
    underWay -= 1;
    void keep(feed, after, release).finally(done);
  }

  async function keep(feed: F, after: FeedState | undefined, release: Release | undefined): Promise<void> {
    try {
      const kept = after && notes.note(feed.id, after);
      // Others may end in this very moment.
      if (underWay === 0) setImmediate(notes.flush);
      await kept;
      if (after) known.set(feed.id, after);
    } catch (error) {
      failed(feed, error);
    }
    try {
      await release?.();
    } catch (error) {
      log.warn({ feed: feed.id, err: error }, 'the claim on a feed could not be given up; it lapses in time');
    }
    polling.delete(feed.id);
  }

  function failed(feed: F, error: unknown): void {
    log.error({ feed: feed.id, err: error }, 'what the feed holds could not be stored; it is polled again');
    postpone(feed, settings.interval);
  }

  function postpone(feed: F, wait: number): void {
    known.set(feed.id, { ...stateOf(feed), next: clock.now() + wait });
  }

  return {
    async runDue() {
      await load();
      const feeds = await parts.sources();
      if (stop.signal.aborted) return;
      await forget(new Set(feeds.map(({ id }) => id)));
      const now = clock.now();
      const due = feeds.filter((feed) => isDue(stateOf(feed), now) && !polling.has(feed.id));
      if (due.length === 0) return;
      log.info({ feeds: due.length }, 'polling feeds');
      const round = start(due);
      rounds.add(round);
      await round;
      rounds.delete(round);
    },

    async close() {
      stop.abort();
      await Promise.all(rounds);
    },
  };
}

function isDue(state: FeedState, now: number): boolean {
  return !state.stopped && state.next <= now;
}
