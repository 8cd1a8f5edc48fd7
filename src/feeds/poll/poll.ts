import { createHash } from 'node:crypto';
import type { Failed, Fresh } from '../fetch/result.ts';
import { type ParsedFeed, ParseError } from '../parse/parsed.ts';
import type { PolledFeed } from './feed.ts';
import { entriesPerDay } from './health.ts';
import type { PollerParts } from './parts.ts';
import type { FeedState } from './state.ts';
import { afterFailure, afterGone, afterSuccess } from './transition.ts';

const day = 24 * 60 * 60_000;
/** So often a feed that does not change is handed over all the same: the inbox forgets what is not listed. */
const renewal = 30 * day;

/** Without what makes a request conditional, once that is due. */
function renewed(state: FeedState, now: number): FeedState {
  if (now - (state.lastReceived ?? now) < renewal) return state;
  return { ...state, etag: undefined, lastModified: undefined, digest: undefined };
}

type Note = (state: FeedState) => Promise<void>;
type Failure = Pick<Failed, 'message' | 'retryAfter'> & { readonly kind: string };

/**
 * Polls one feed once: fetch, parse, hand over. `note` keeps a state at once.
 * @returns the state to keep when that is done; undefined if the poll was broken off.
 */
export function createPoll<F extends PolledFeed>(parts: PollerParts<F>, signal: AbortSignal) {
  const { clock, fetcher, inbox, log, parser, settings, trouble } = parts;
  const reportAfter = settings.reportAfter ?? day;

  async function fresh(feed: F, state: FeedState, result: Fresh): Promise<FeedState> {
    const digest = createHash('sha256').update(result.body).digest('base64url').slice(0, 22);
    const now = clock.now();
    if (digest === state.digest) {
      const unchanged = { digest, ttl: state.ttl, entriesPerDay: state.entriesPerDay };
      return succeeded(feed, state, afterSuccess(feed.id, state, result, now, settings.interval, unchanged));
    }
    let parsed: ParsedFeed;
    try {
      parsed = await parser.parse(result.body, {
        url: result.url,
        contentType: result.contentType,
        now,
        giveAway: true,
      });
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      return failed(feed, state, { kind: error.kind, message: error.message });
    }
    const first = state.lastReceived === undefined;
    await inbox.receive({ feed, entries: parsed.entries, first, now });
    log.info({ feed: feed.id, entries: parsed.entries.length, first }, 'feed received');
    const read = {
      digest,
      ttl: parsed.ttl,
      entriesPerDay: entriesPerDay(parsed.entries.map((e) => e.published)),
      lastReceived: now,
    };
    return succeeded(feed, state, afterSuccess(feed.id, state, result, now, settings.interval, read));
  }

  async function succeeded(feed: F, before: FeedState, after: FeedState): Promise<FeedState> {
    if (before.reported && before.failingSince !== undefined) {
      await trouble.onRecovery(feed, { since: before.failingSince });
      log.info({ feed: feed.id, since: before.failingSince }, 'feed is back');
    }
    if (after.url !== before.url)
      log.info({ feed: feed.id, to: after.url }, 'feed has moved for good; the new address is kept');
    return after;
  }

  async function failed(feed: F, state: FeedState, failure: Failure): Promise<FeedState> {
    const now = clock.now();
    const after = afterFailure(feed.id, state, failure, now, { interval: settings.interval, reportAfter });
    const fields = {
      feed: feed.id,
      url: state.url,
      kind: failure.kind,
      failures: after.failures,
      next: after.next,
    };
    log.warn(fields, `feed failed: ${failure.message}; see docs/feeds.md#${failure.kind}`);
    const since = after.failingSince ?? now;
    if (after.reported || now - since < reportAfter) return after;
    const received = after.lastReceived !== undefined;
    const reported = await trouble.onTrouble(feed, {
      since,
      message: failure.message,
      final: false,
      received,
    });
    return reported ? { ...after, reported } : after;
  }

  async function gone(feed: F, state: FeedState, note: Note): Promise<FeedState> {
    const now = clock.now();
    const after = afterGone(state, now);
    const message = after.lastError?.message ?? '';
    log.warn({ feed: feed.id, url: state.url }, `feed stopped: ${message}; see docs/feeds.md#gone`);
    const since = after.failingSince ?? now;
    // Noted before it is reported, so that a repeated report names the same moment.
    if (state.failingSince === undefined) await note({ ...state, failingSince: since });
    await trouble.onTrouble(feed, {
      since,
      message,
      final: true,
      received: after.lastReceived !== undefined,
    });
    return { ...after, reported: true };
  }

  return async (feed: F, state: FeedState, note: Note): Promise<FeedState | undefined> => {
    const known = renewed(state, clock.now());
    const { url, etag, lastModified } = known;
    const result = await fetcher.fetch({ url, etag, lastModified, signal });
    if (signal.aborted) return undefined;
    if (result.kind === 'gone') return gone(feed, state, note);
    if (result.kind === 'failed') return failed(feed, state, { ...result, kind: result.failure });
    if (result.kind === 'fresh') return fresh(feed, known, result);
    const after = afterSuccess(feed.id, state, result, clock.now(), settings.interval, undefined);
    return succeeded(feed, state, after);
  };
}
