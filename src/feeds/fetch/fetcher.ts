import type { IncomingHttpHeaders } from 'node:http';
import { Agent } from 'undici';
import type { Clock } from '../../clock.ts';
import { type AddressPolicy, publicOnly } from './address.ts';
import { undoCodings } from './body.ts';
import { guardedConnector, type Lookup } from './connect.ts';
import { failureOf } from './failure.ts';
import { freshFor, retryAfter } from './freshness.ts';
import { type Answer, get, type Stop } from './get.ts';
import { pageKind, pageMessages } from './page.ts';
import type { Failed, FetchRequest, FetchResult } from './result.ts';
import { feedUrl } from './url.ts';

export interface FetchSettings {
  /** Names the project and a contact. */
  readonly userAgent: string;
  readonly allow?: AddressPolicy;
  readonly lookup?: Lookup;
  /** Milliseconds to connect, and in all; 10 s and 20 s unless given. */
  readonly connectTimeout?: number;
  readonly timeout?: number;
  /** Bytes after decompression; 15 MiB unless given. */
  readonly maxBytes?: number;
  readonly perHost?: number;
}

export interface Fetcher {
  /** One conditional GET, redirects followed. Never throws: what goes wrong is `failed`. */
  fetch(request: FetchRequest): Promise<FetchResult>;
  close(): Promise<void>;
}

const maxRedirects = 5;
const permanent = new Set([301, 308]);
const redirects = new Set([301, 302, 303, 307, 308]);
const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** A fetcher with its own connections. The address policy applies to every connection, redirects too. */
export function createFetcher(settings: FetchSettings, clock: Clock): Fetcher {
  const maxBytes = settings.maxBytes ?? 15 * 1024 * 1024;
  const agent = new Agent({
    connect: guardedConnector(
      settings.allow ?? publicOnly,
      settings.connectTimeout ?? 10_000,
      settings.lookup,
    ),
    connections: settings.perHost ?? 2,
    maxHeaderSize: 64 * 1024,
  });

  function ask(url: URL, request: FetchRequest, stop: Stop): Promise<Answer> {
    const headers = {
      'user-agent': settings.userAgent,
      accept,
      'accept-encoding': 'gzip, deflate, br',
      ...(request.etag ? { 'if-none-match': request.etag } : {}),
      ...(request.lastModified ? { 'if-modified-since': request.lastModified } : {}),
    };
    const options = { origin: url.origin, path: url.pathname + url.search, method: 'GET', headers };
    return get(agent, options, hasBodyToRead, maxBytes, stop);
  }

  async function follow(request: FetchRequest, stop: Stop): Promise<FetchResult> {
    let url = feedUrl(request.url);
    let movedTo: string | undefined;
    let allPermanent = true;
    for (let hops = 0; ; hops += 1) {
      if (typeof url === 'string') return { kind: 'failed', failure: 'bad_url', message: url };
      const answer = await ask(url, request, stop);
      const { location } = answer.headers;
      if (!redirects.has(answer.status) || location === undefined) return read(answer, url.href, movedTo);
      if (hops === maxRedirects) {
        return {
          kind: 'failed',
          failure: 'redirects',
          message: `the address redirects more than ${maxRedirects} times`,
        };
      }
      allPermanent &&= permanent.has(answer.status);
      url = feedUrl(location, url.href);
      if (allPermanent && typeof url !== 'string') movedTo = url.href;
    }
  }

  async function read(answer: Answer, url: string, movedTo: string | undefined): Promise<FetchResult> {
    const { status, headers } = answer;
    const answered = {
      url,
      movedTo,
      etag: headers.etag,
      lastModified: headers['last-modified'],
      freshFor: freshFor(headers, clock.now()),
    };
    if (status === 304) return { kind: 'not_modified', ...answered };
    if (status === 410) return { kind: 'gone', url };
    const body = await undoCodings(answer.body, headers['content-encoding'] ?? '', maxBytes);
    if (status === 200 || status === 203) {
      return { kind: 'fresh', ...answered, body, contentType: headers['content-type'] };
    }
    return httpFailure(status, body, url, headers);
  }

  function httpFailure(status: number, body: Uint8Array, url: string, headers: IncomingHttpHeaders): Failed {
    const wait = retryAfter(headers['retry-after'], clock.now());
    const rest = { status, ...(wait === undefined ? {} : { retryAfter: wait }) };
    const page = pageKind(Buffer.from(body).toString('latin1', 0, 100_000), url, headers);
    // What is not there is not barred, whatever else stands on the page that says so.
    if (page === 'challenge' && status !== 404)
      return { kind: 'failed', failure: page, message: pageMessages[page], ...rest };
    if (status === 429) {
      return {
        kind: 'failed',
        failure: 'rate_limited',
        message: 'the server asks for fewer requests (429)',
        ...rest,
      };
    }
    if (status === 401 || status === 407) {
      return { kind: 'failed', failure: 'login', message: pageMessages.login, ...rest };
    }
    return { kind: 'failed', failure: 'http', message: httpMessage(status), ...rest };
  }

  return {
    async fetch(request) {
      const stop: Stop = {};
      const end = (reason: Error) => {
        stop.reason = reason;
        stop.listener?.(reason);
      };
      const timer = setTimeout(() => end(new DOMException('', 'TimeoutError')), settings.timeout ?? 20_000);
      const breakOff = () => end(new DOMException('', 'AbortError'));
      request.signal?.addEventListener('abort', breakOff, { once: true });
      try {
        return await follow(request, stop);
      } catch (error) {
        return failureOf(error);
      } finally {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', breakOff);
      }
    },
    close: () => agent.destroy(),
  };
}

function hasBodyToRead(status: number, headers: IncomingHttpHeaders): boolean {
  return status !== 304 && status !== 410 && !(redirects.has(status) && headers.location !== undefined);
}

function httpMessage(status: number): string {
  if (status === 403) return 'the server refuses to give the feed (403)';
  if (status === 404) return 'there is no feed at this address (404)';
  if (status >= 500) return `the server has a problem of its own (${status})`;
  return `the server answered with status ${status}`;
}
