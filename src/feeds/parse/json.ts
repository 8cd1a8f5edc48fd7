import { parseJsonFeed } from 'feedsmith';
import { parseDate } from './date.ts';
import { type RawEntry, withIds } from './entries.ts';
import { fieldValue } from './field.ts';
import { limits } from './limits.ts';
import type { BodyInfo, ParsedFeed } from './parsed.ts';
import { ParseError } from './parsed.ts';
import { cut, foldSpace, htmlToText } from './text.ts';

/** JSON Feed 1.0 and 1.1. @throws ParseError */
export function parseJson(text: string, about: BodyInfo): ParsedFeed {
  if (tooMany(text)) throw new ParseError('too_complex', 'the feed is too complex to be read');
  let feed: ReturnType<typeof parseJsonFeed<string>>;
  let version: string | undefined;
  try {
    const value: unknown = JSON.parse(text.trim());
    version = versionOf(value);
    feed = parseJsonFeed(withFewItems(value));
  } catch (error) {
    throw new ParseError('not_a_feed', 'what is at this address is not a feed', { cause: error });
  }
  const entries = (feed.items ?? []).map((item): RawEntry => {
    const at = parseDate(item.date_published ?? item.date_modified ?? '');
    const body = item.summary || item.content_text || htmlToText(cut(item.content_html ?? '', limits.source));
    return {
      guid: String(item.id ?? ''),
      title: cut(foldSpace(item.title ?? ''), limits.title),
      summary: cut(foldSpace(body), limits.summary),
      link: fieldValue({ to: 'link', kind: 'address' }, item.url ?? item.external_url ?? '', {}, about.url),
      published: at === undefined ? undefined : Math.min(at, about.now),
      language: item.language ?? feed.language,
    };
  });
  return {
    title: cut(foldSpace(feed.title ?? ''), limits.title),
    format: `json feed ${version ?? '1.1'}`,
    language: feed.language,
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

function withFewItems(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('items' in value) || !Array.isArray(value.items))
    return value;
  return { ...value, items: value.items.slice(0, limits.entries) };
}

function versionOf(value: unknown): string | undefined {
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : '';
  return /jsonfeed\.org\/version\/([\d.]+)/.exec(version)?.[1];
}
