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
  let feed: ReturnType<typeof parseJsonFeed<string>>;
  let version: string | undefined;
  try {
    const value: unknown = JSON.parse(text.trim());
    version = versionOf(value);
    feed = parseJsonFeed(value);
  } catch (error) {
    throw new ParseError('not_a_feed', 'what is at this address is not a feed', { cause: error });
  }
  const items = feed.items?.slice(0, limits.entries) ?? [];
  const entries = items.map((item): RawEntry => {
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

function versionOf(value: unknown): string | undefined {
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : '';
  return /jsonfeed\.org\/version\/([\d.]+)/.exec(version)?.[1];
}
