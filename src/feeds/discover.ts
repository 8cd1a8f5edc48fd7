import { Parser } from 'htmlparser2';
import type { Clock } from '../clock.ts';
import { type Discovered, NoFeed } from './discovered.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import { isPage } from './fetch/page.ts';
import type { Fresh } from './fetch/result.ts';
import { feedUrl } from './fetch/url.ts';
import { decode } from './parse/decode.ts';
import { type FeedParser, ParseError } from './parse/parsed.ts';

export interface DiscoverTools {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly parser: FeedParser;
  readonly clock: Clock;
}

const feedTypes = /^application\/(rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$/i;
const mostCandidates = 3;
/** So much of a page is searched: its head is at the start. */
const pageBytes = 500_000;

/** The feed at an address, or the one that the page there names by `<link rel="alternate">`. @throws NoFeed */
export async function discoverFeed(address: string, tools: DiscoverTools): Promise<Discovered> {
  const given = feedUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`);
  if (typeof given === 'string') throw new NoFeed(given);
  const answer = await get(given.href, tools);
  let problem: ParseError;
  try {
    return await read(given.href, answer, tools);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    problem = error;
  }
  const page = decode(answer.body.subarray(0, pageBytes), answer.contentType);
  const links = isPage(page) ? feedLinks(page, answer.url) : [];
  // A page that names a feed is of use, also where it asks for a login beside that.
  if (links.length === 0 && problem.kind !== 'page') throw new NoFeed(problem.message, { cause: problem });
  for (const url of links.slice(0, mostCandidates)) {
    try {
      return await read(url, await get(url, tools), tools);
    } catch (error) {
      // Pages also name feeds that are gone: the next one may be there.
      if (!(error instanceof ParseError || error instanceof NoFeed)) throw error;
    }
  }
  throw new NoFeed('this is a web page that names no feed that can be read');
}

async function get(url: string, { fetcher }: DiscoverTools): Promise<Fresh> {
  const result = await fetcher.fetch({ url });
  if (result.kind === 'fresh') return result;
  throw new NoFeed(result.kind === 'failed' ? result.message : 'the publisher has ended this feed (410)');
}

/** @param asked the address that was asked for: a redirect that is not permanent may lead elsewhere tomorrow. */
async function read(asked: string, answer: Fresh, { parser, clock }: DiscoverTools): Promise<Discovered> {
  const { url, movedTo = asked, body, contentType } = answer;
  return { url: movedTo, feed: await parser.parse(body, { url, contentType, now: clock.now() }) };
}

/** Absolute addresses of the feeds that a page names, in its order. */
export function feedLinks(page: string, url: string): string[] {
  const links: string[] = [];
  let base = url;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '' }) {
      const target = href === '' ? undefined : feedUrl(href, base);
      if (typeof target !== 'object') return;
      if (name === 'base') base = target.href;
      else if (/(^|\s)alternate(\s|$)/i.test(rel) && feedTypes.test(type.trim())) links.push(target.href);
    },
  });
  // Only these tags reach the parser: what else stands on the page, however nested, costs nothing.
  for (const [tag] of page.matchAll(/<(?:link|base)\s[^<>]{1,2000}>/gi)) parser.write(tag);
  parser.end();
  return [...new Set(links)];
}
