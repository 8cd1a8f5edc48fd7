import { parseJsonFeed } from 'feedsmith';
import { parseDate } from './date.ts';
import { type RawEntry, withIds } from './entries.ts';
import { fieldValue } from './field.ts';
import { limits } from './limits.ts';
import type { BodyInfo, ParsedFeed } from './parsed.ts';
import { ParseError } from './parsed.ts';
import { cut, foldSpace, htmlToText, legalXml, maybeHtmlToText } from './text.ts';

/** JSON Feed 1.0 and 1.1. @throws ParseError */
export function parseJson(text: string, about: BodyInfo): ParsedFeed {
  if (tooMany(text)) throw new ParseError('too_complex', 'the feed is too complex to be read');
  let feed: ReturnType<typeof parseJsonFeed<string>>;
  let version: string | undefined;
  try {
    const value: unknown = JSON.parse(text.trim());
    if (!isJsonFeed(value)) throw new TypeError('the object has no member of a JSON Feed');
    version = /jsonfeed\.org\/version\/([\d.]+)/.exec(String(value.version))?.[1];
    feed = parseJsonFeed(complete(value));
  } catch (error) {
    throw new ParseError('not_a_feed', 'what is at this address is not a feed', { cause: error });
  }
  const entries = (feed.items ?? []).map((item): RawEntry => {
    const at = parseDate(item.date_published ?? item.date_modified ?? '');
    const body = item.summary || item.content_text || htmlToText(cut(item.content_html ?? '', limits.source));
    return {
      guid: plain(String(item.id ?? ''), limits.address),
      title: plain(maybeHtmlToText(cut(item.title ?? '', limits.source)), limits.title),
      summary: plain(body, limits.summary),
      link: fieldValue({ to: 'link', kind: 'address' }, item.url ?? item.external_url ?? '', {}, about.url),
      published: at === undefined ? undefined : Math.min(at, about.now),
      language: languageOf(item) ?? languageOf(feed),
    };
  });
  return {
    title: plain(maybeHtmlToText(cut(feed.title ?? '', limits.source)), limits.title),
    format: version ? `json feed ${version}` : 'json feed',
    language: languageOf(feed),
    ttl: undefined,
    entries: withIds(entries),
  };
}

/** Whether parsing it would take more memory than a thread has: counted before it is parsed. */
function tooMany(text: string): boolean {
  let values = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 0x5b || unit === 0x7b) values += 2;
    else if (unit === 0x22) values += 1;
  }
  return values / 2 > limits.jsonValues;
}

type JsonObject = { readonly [member: string]: unknown };

const members = [
  'version',
  'home_page_url',
  'feed_url',
  'next_url',
  'icon',
  'favicon',
  'authors',
  'author',
  'hubs',
];
const errors = ['error', 'errors', 'status', 'code', 'message'];

/** Also one that forgets its version, but no other object, and not the error of some service. */
function isJsonFeed(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const object = value as JsonObject;
  const version = object.version;
  if (typeof version === 'string') return version.includes('jsonfeed.org/version/');
  if (errors.some((name) => name in object)) return false;
  return Array.isArray(object.items) || 'title' in object || members.some((name) => name in object);
}

/** With a version, which the parser insists on, and no more items than are read. */
function complete(feed: JsonObject): JsonObject {
  const items = Array.isArray(feed.items) ? feed.items.slice(0, limits.entries) : [];
  return { ...feed, version: 'https://jsonfeed.org/version/1.1', items };
}

function plain(text: string, length: number): string {
  return cut(legalXml(foldSpace(text)), length);
}

function languageOf({ language }: { readonly language?: string }): string | undefined {
  return language ? plain(language, limits.language) : undefined;
}
