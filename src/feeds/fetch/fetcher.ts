import { Agent, type Dispatcher } from 'undici';
import type { Clock } from '../../clock.ts';
import { type AddressPolicy, publicOnly } from './address.ts';
import { readBody } from './body.ts';
import { guardedConnector, type Lookup } from './connect.ts';
import { failureOf } from './failure.ts';
import { freshFor, retryAfter } from './freshness.ts';
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

  async function get(url: URL, request: FetchRequest, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    return agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      signal,
      headers: {
        'user-agent': settings.userAgent,
        accept,
        'accept-encoding': 'gzip, deflate, br',
        ...(request.etag ? { 'if-none-match': request.etag } : {}),
        ...(request.lastModified ? { 'if-modified-since': request.lastModified } : {}),
      },
    });
  }

  async function follow(request: FetchRequest, signal: AbortSignal): Promise<FetchResult> {
    let url = feedUrl(request.url);
    let movedTo: string | undefined;
    let allPermanent = true;
    for (let hops = 0; ; hops += 1) {
      if (typeof url === 'string') return { kind: 'failed', failure: 'bad_url', message: url };
      const response = await get(url, request, signal);
      const location = response.headers.location;
      if (!redirects.has(response.statusCode) || typeof location !== 'string') {
        return read(response, url.href, movedTo);
      }
      await response.body.dump();
      if (hops === maxRedirects) {
        return {
          kind: 'failed',
          failure: 'redirects',
          message: `the address redirects more than ${maxRedirects} times`,
        };
      }
      allPermanent &&= permanent.has(response.statusCode);
      url = feedUrl(location, url.href);
      if (allPermanent && typeof url !== 'string') movedTo = url.href;
    }
  }

  async function read(
    response: Dispatcher.ResponseData,
    url: string,
    movedTo: string | undefined,
  ): Promise<FetchResult> {
    const { statusCode: status, headers, body } = response;
    const answered = {
      url,
      movedTo,
      etag: one(headers.etag),
      lastModified: one(headers['last-modified']),
      freshFor: freshFor(headers, clock.now()),
    };
    if (status === 304 || status === 410) {
      await body.dump();
      return status === 304 ? { kind: 'not_modified', ...answered } : { kind: 'gone', url };
    }
    const bytes = await readBody(body, one(headers['content-encoding']) ?? '', maxBytes);
    if (status === 200 || status === 203) {
      return { kind: 'fresh', ...answered, body: bytes, contentType: one(headers['content-type']) };
    }
    return httpFailure(status, bytes, url, headers);
  }

  function httpFailure(
    status: number,
    body: Uint8Array,
    url: string,
    headers: Dispatcher.ResponseData['headers'],
  ): Failed {
    const wait = retryAfter(headers['retry-after'], clock.now());
    const rest = { status, ...(wait === undefined ? {} : { retryAfter: wait }) };
    const page = pageKind(Buffer.from(body).toString('latin1', 0, 100_000), url, headers);
    if (page === 'challenge') return { kind: 'failed', failure: page, message: pageMessages[page], ...rest };
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
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(new DOMException('', 'TimeoutError')), settings.timeout ?? 20_000);
      const breakOff = () => stop.abort();
      request.signal?.addEventListener('abort', breakOff, { once: true });
      try {
        return await follow(request, stop.signal);
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

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function httpMessage(status: number): string {
  if (status === 403) return 'the server refuses to give the feed (403)';
  if (status === 404) return 'there is no feed at this address (404)';
  if (status >= 500) return `the server has a problem of its own (${status})`;
  return `the server answered with status ${status}`;
}
