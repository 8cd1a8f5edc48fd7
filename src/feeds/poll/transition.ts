import type { Failed, Fresh, NotModified } from '../fetch/result.ts';
import { nextAfterFailure, nextAfterSuccess } from './schedule.ts';
import type { FeedState } from './state.ts';

/** A permanent redirect is saved once it was seen in this many polls in a row. */
const pollsUntilMoved = 3;

/** The state after an answer that was read to the end. */
export function afterSuccess(
  id: string,
  state: FeedState,
  answer: Fresh | NotModified,
  now: number,
  interval: number,
  read: Pick<FeedState, 'digest' | 'ttl' | 'entriesPerDay' | 'lastReceived'> | undefined,
): FeedState {
  const seen = answer.movedTo !== undefined && state.moved?.to === answer.movedTo ? state.moved.polls : 0;
  const moved = answer.movedTo === undefined ? undefined : { to: answer.movedTo, polls: seen + 1 };
  const settled = moved !== undefined && moved.polls >= pollsUntilMoved;
  const ttl = read ? read.ttl : state.ttl;
  const due = state.lastSuccess === undefined ? Number.NEGATIVE_INFINITY : state.next;
  return {
    ...state,
    ...read,
    url: settled ? moved.to : state.url,
    moved: settled ? undefined : moved,
    // A 304 may leave its validators out; a 200 without them has none.
    etag: answer.etag ?? (answer.kind === 'fresh' ? undefined : state.etag),
    lastModified: answer.lastModified ?? (answer.kind === 'fresh' ? undefined : state.lastModified),
    ttl,
    lastTry: now,
    lastSuccess: now,
    lastError: undefined,
    failures: 0,
    failingSince: undefined,
    reported: undefined,
    lastReceived: read?.lastReceived ?? state.lastReceived,
    next: nextAfterSuccess(id, now, interval, due, [ttl, answer.freshFor]),
  };
}

/**
 * The state after a failure; never a full stop.
 * @param reportAfter milliseconds of failing after which the outage is told of.
 */
export function afterFailure(
  id: string,
  state: FeedState,
  failure: Pick<Failed, 'message' | 'retryAfter'> & { readonly kind: string },
  now: number,
  { interval, reportAfter }: { readonly interval: number; readonly reportAfter: number },
): FeedState {
  const failures = state.failures + 1;
  const failingSince = state.failingSince ?? now;
  const left = failingSince + reportAfter - now;
  return {
    ...state,
    lastTry: now,
    lastError: { kind: failure.kind, message: failure.message, at: now },
    failures,
    failingSince,
    moved: undefined,
    next: nextAfterFailure(id, now, interval, failures, failure.retryAfter, left > 0 ? left : undefined),
  };
}

/** The state after 410 Gone: stopped until the configured address changes. */
export function afterGone(state: FeedState, now: number): FeedState {
  return {
    ...state,
    lastTry: now,
    lastError: { kind: 'gone', message: 'the publisher has ended this feed (410)', at: now },
    failures: state.failures + 1,
    failingSince: state.failingSince ?? now,
    stopped: true,
  };
}
