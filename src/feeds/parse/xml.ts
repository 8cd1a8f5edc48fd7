import RssParser from 'rss-parser';
import { type RawEntry, withIds } from './entries.ts';
import type { BodyInfo, ParsedFeed } from './parsed.ts';
import { repair } from './repair.ts';

interface FeedFields {
  language?: string;
  ttl?: string;
}

interface ItemFields {
  id?: string;
  language?: string;
}

const parser = new RssParser<FeedFields, ItemFields>({
  customFields: { feed: ['language', 'ttl'], item: ['language'] },
});

/** RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF. @throws ParseError */
export async function parseXml(text: string, about: BodyInfo): Promise<ParsedFeed> {
  const { format, xml } = repair(text, about.url);
  const feed = await parser.parseString(xml);
  const language = feed.language || undefined;
  const entries = feed.items.map((item): RawEntry => {
    const guid = item.guid ?? item.id ?? '';
    return {
      guid,
      title: item.title ?? '',
      summary: item.summary ?? '',
      link: item.link ?? (URL.canParse(guid) && /^https?:/i.test(guid) ? guid : ''),
      published: published(item.isoDate, about.now),
      language: item.language || language,
    };
  });
  return { title: feed.title ?? '', format, language, ttl: minutes(feed.ttl), entries: withIds(entries) };
}

function published(date: string | undefined, now: number): number | undefined {
  return date === undefined ? undefined : Math.min(Date.parse(date), now);
}

/** Milliseconds, from a number of minutes. */
function minutes(text: string | undefined): number | undefined {
  const value = Number(text);
  return text && Number.isFinite(value) && value > 0 ? value * 60_000 : undefined;
}
