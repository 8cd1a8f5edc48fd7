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

type Save = (state: FeedState) => Promise<void>;
type Failure = Pick<Failed, 'message' | 'retryAfter'> & { readonly kind: string };

/**
 * Polls one feed once: fetch, parse, hand over, then note. What the inbox or the store refuses is logged
 * and tried again after an interval.
 * @returns when to try again if nothing could be noted (UTC ms).
 */
export function createPoll<F extends PolledFeed>(parts: PollerParts<F>, signal: AbortSignal) {
  const { clock, fetcher, inbox, log, parser, settings, trouble } = parts;
  const reportAfter = settings.reportAfter ?? day;

  async function run(feed: F, state: FeedState, save: Save): Promise<void> {
    const known = renewed(state, clock.now());
    const { url, etag, lastModified } = known;
    const result = await fetcher.fetch({ url, etag, lastModified, signal });
    if (signal.aborted) return;
    if (result.kind === 'gone') return gone(feed, state, save);
    if (result.kind === 'failed') return failed(feed, state, { ...result, kind: result.failure }, save);
    if (result.kind === 'not_modified')
      return succeeded(
        feed,
        state,
        afterSuccess(feed.id, state, result, clock.now(), settings.interval, undefined),
        save,
      );
    return fresh(feed, known, result, save);
  }

  async function fresh(feed: F, state: FeedState, result: Fresh, save: Save): Promise<void> {
    const digest = createHash('sha256').update(result.body).digest('base64url').slice(0, 22);
    const now = clock.now();
    if (digest === state.digest) {
      const unchanged = { digest, ttl: state.ttl, entriesPerDay: state.entriesPerDay };
      return succeeded(
        feed,
        state,
        afterSuccess(feed.id, state, result, now, settings.interval, unchanged),
        save,
      );
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
      return failed(feed, state, { kind: error.kind, message: error.message }, save);
    }
    await inbox.receive({ feed, entries: parsed.entries, first: state.lastReceived === undefined, now });
    const read = {
      digest,
      ttl: parsed.ttl,
      entriesPerDay: entriesPerDay(parsed.entries.map((e) => e.published)),
      lastReceived: now,
    };
    await succeeded(feed, state, afterSuccess(feed.id, state, result, now, settings.interval, read), save);
    log.info(
      { feed: feed.id, entries: parsed.entries.length, first: state.lastReceived === undefined },
      'feed received',
    );
  }

  async function succeeded(feed: F, before: FeedState, after: FeedState, save: Save): Promise<void> {
    if (before.reported && before.failingSince !== undefined) {
      await trouble.onRecovery(feed, { since: before.failingSince });
      log.info({ feed: feed.id, since: before.failingSince }, 'feed is back');
    }
    if (after.url !== before.url)
      log.info({ feed: feed.id, to: after.url }, 'feed has moved for good; the new address is kept');
    await save(after);
  }

  async function failed(feed: F, state: FeedState, failure: Failure, save: Save): Promise<void> {
    const now = clock.now();
    const after = afterFailure(feed.id, state, failure, now, settings.interval);
    const fields = {
      feed: feed.id,
      url: state.url,
      kind: failure.kind,
      failures: after.failures,
      next: after.next,
    };
    log.warn(fields, `feed failed: ${failure.message}; see docs/feeds.md#${failure.kind}`);
    const since = after.failingSince ?? now;
    if (after.reported || now - since < reportAfter) return save(after);
    const received = after.lastReceived !== undefined;
    const reported = await trouble.onTrouble(feed, {
      since,
      message: failure.message,
      final: false,
      received,
    });
    await save(reported ? { ...after, reported } : after);
  }

  async function gone(feed: F, state: FeedState, save: Save): Promise<void> {
    const now = clock.now();
    const after = afterGone(state, now);
    const message = after.lastError?.message ?? '';
    log.warn({ feed: feed.id, url: state.url }, `feed stopped: ${message}; see docs/feeds.md#gone`);
    const since = after.failingSince ?? now;
    // Noted before it is reported, so that a repeated report names the same moment.
    if (state.failingSince === undefined) await save({ ...state, failingSince: since });
    await trouble.onTrouble(feed, {
      since,
      message,
      final: true,
      received: after.lastReceived !== undefined,
    });
    await save({ ...after, reported: true });
  }

  return async (feed: F, state: FeedState, save: Save): Promise<number | undefined> => {
    try {
      await run(feed, state, save);
      return undefined;
    } catch (error) {
      log.error({ feed: feed.id, err: error }, 'what the feed holds could not be stored; it is polled again');
      return clock.now() + settings.interval;
    }
  };
}
