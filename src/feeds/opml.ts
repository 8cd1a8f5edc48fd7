import { generateOpml, type Opml, parseOpml } from 'feedsmith';
import { feedUrl } from './fetch/url.ts';
import { ParseError } from './parse/parsed.ts';

/** A feed as an OPML subscription list names it. */
export interface OpmlFeed {
  readonly title: string;
  readonly url: string;
  /** BCP 47. */
  readonly lang?: string;
}

/** The feeds of a subscription list, folders flattened, each address once. @throws ParseError if it is no OPML. */
export function readOpml(text: string): OpmlFeed[] {
  let opml: Opml.Document<string>;
  try {
    opml = parseOpml(text);
  } catch (cause) {
    throw new ParseError('not_a_feed', 'this is not an OPML file', { cause });
  }
  const feeds = new Map<string, OpmlFeed>();
  const waiting = [...(opml.body?.outlines ?? [])];
  for (let outline = waiting.shift(); outline; outline = waiting.shift()) {
    waiting.unshift(...(outline.outlines ?? []));
    const url = outline.xmlUrl ? feedUrl(outline.xmlUrl) : undefined;
    if (typeof url !== 'object' || feeds.has(url.href)) continue;
    const title = outline.title || outline.text || url.hostname;
    feeds.set(url.href, { title, url: url.href, ...(outline.language ? { lang: outline.language } : {}) });
  }
  return [...feeds.values()];
}

/** An OPML 2.0 subscription list. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  return generateOpml({
    head: { title },
    body: {
      outlines: feeds.map((feed) => ({
        type: 'rss',
        text: feed.title,
        title: feed.title,
        xmlUrl: feed.url,
        ...(feed.lang ? { language: feed.lang } : {}),
      })),
    },
  });
}
