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
  const value = jsonOf(text);
  if (!isJsonFeed(value)) throw new ParseError('not_a_feed', 'what is at this address is not a feed');
  const version = /jsonfeed\.org\/version\/([\d.]+)/.exec(String(value.version))?.[1];
  const feed = membersOf(value);
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
  const title = cut(feed.title ?? '', limits.source);
  return {
    // By the specification it is plain text; what looks like nothing but markup is meant as it stands.
    title: plain(maybeHtmlToText(title) || title, limits.title),
    format: version ? `json feed ${version}` : 'json feed',
    language: languageOf(feed),
    ttl: undefined,
    entries: withIds(entries),
  };
}

/** Whether parsing it would take more memory than a thread has: told by its signs, before it is parsed. */
function tooMany(text: string): boolean {
  let values = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 0x5b || unit === 0x7b) values += 2;
    else if (unit === 0x22 || unit === 0x2c) values += 1;
  }
  return values / 2 > limits.jsonValues;
}

type JsonObject = { readonly [member: string]: unknown };

const members = [
  'home_page_url',
  'feed_url',
  'description',
  'user_comment',
  'next_url',
  'icon',
  'favicon',
  'authors',
  'author',
  'hubs',
  'expired',
];
const errors = ['error', 'errors', 'status', 'code', 'message'];

/** Also one that forgets its version or gives another, but no other object, and not the error of some service. */
function isJsonFeed(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const object = value as JsonObject;
  const version = object.version;
  if (typeof version === 'string' && version.includes('jsonfeed.org/version/')) return true;
  if (version !== undefined) return 'home_page_url' in object || 'feed_url' in object;
  if (errors.some((name) => name in object)) return false;
  return Array.isArray(object.items) || 'title' in object || members.some((name) => name in object);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch (cause) {
    const numbers = withoutOddNumbers(text);
    if (numbers !== text) return jsonOf(numbers);
    throw new ParseError('not_a_feed', 'what is at this address is not a feed', { cause });
  }
}

/** Some libraries write numbers that JSON does not have (NaN, Infinity): here null. */
function withoutOddNumbers(text: string): string {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\bInfinity\b|\bNaN\b/g, (found) =>
    found.startsWith('"') ? found : 'null',
  );
}

/** The members that can be read; the parser refuses a feed that has none. */
function membersOf(feed: JsonObject): ReturnType<typeof parseJsonFeed<string>> {
  try {
    return parseJsonFeed(complete(feed));
  } catch {
    return {};
  }
}

/** With a version, which the parser insists on, no more items than are read, and their ids as text. */
function complete({ title, items, ...feed }: JsonObject): JsonObject {
  return {
    ...feed,
    ...(typeof title === 'string' && { title }),
    version: 'https://jsonfeed.org/version/1.1',
    items: Array.isArray(items) ? items.slice(0, limits.entries).flatMap(withTextId) : [],
  };
}

/** An id of another type is made a string, or its item dropped where that has no sense (JSON Feed 1.1). */
function withTextId(item: unknown): JsonObject[] {
  if (typeof item !== 'object' || item === null) return [];
  if (!('id' in item)) return [{ ...item }];
  const { id } = item;
  return typeof id === 'object' && id !== null ? [] : [{ ...item, id: String(id) }];
}

function plain(text: string, length: number): string {
  return cut(legalXml(foldSpace(text)), length);
}

function languageOf({ language }: { readonly language?: string }): string | undefined {
  return language ? plain(language, limits.language) : undefined;
}
