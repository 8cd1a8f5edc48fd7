import { itemOf, type LabelledItem } from '../../scripts/eval/labelled.ts';
import type { Item } from '../../src/news/story.ts';
import { near, plain } from './sentences.ts';

/** How items are told: as they are labelled, a title and a sentence, or with descriptions that outlets fill up. */
export type Telling = 'briefly' | 'at length';

/** What the mix is made of, for the report. */
export const mixSays: Readonly<Record<Telling, string>> = {
  briefly:
    'of 20 items 1 is to alert, 1 looks like it, 18 are ordinary; titles and descriptions as labelled, in HTML; ' +
    'every second feed has content:encoded of four times that',
  'at length':
    'the same with descriptions of 200 to 600 characters, a third of them with words of the vocabulary; ' +
    'every second feed has content:encoded of about 1,500',
};

const oneIn = 20;
/** One item in this many has a sentence with words of the vocabulary. */
const nearIn = 3;
const day = 86_400_000;

/** A feed as an outlet serves it, and what a reader hands on of it. */
export interface MixedFeed {
  readonly xml: string;
  readonly items: readonly Item[];
}

/** A month of fixture items under new ids. */
export function mixedFeeds(
  labelled: readonly LabelledItem[],
  feeds: number,
  perFeed: number,
  telling: Telling,
): MixedFeed[] {
  const relevant = labelled.filter(({ alert }) => alert);
  const ordinary = labelled.filter(({ story }) => /^o\d+$/.test(story));
  const lookalike = labelled.filter((item) => !item.alert && !ordinary.includes(item));
  const start = Date.parse('2026-01-01');
  const count = feeds * perFeed;
  const items = Array.from({ length: count }, (_, at): Item => {
    const from = [relevant, lookalike][at % oneIn] ?? ordinary;
    const model = from[(from === ordinary ? at : Math.floor(at / oneIn)) % from.length]!;
    return {
      ...itemOf(model),
      id: `${model.id}-${at}`,
      summary: telling === 'briefly' ? model.summary : toldAtLength(model, labelled, at),
      published: start + (at / count) * 30 * day,
    };
  });
  return Array.from({ length: feeds }, (_, feed) => {
    const own = items.slice(feed * perFeed, (feed + 1) * perFeed);
    return { items: own, xml: asFeed(own, feed % 2 === 1) };
  });
}

/** A summary of 200 to 600 characters: the item's, what others say of the event, then ordinary sentences. */
function toldAtLength(model: LabelledItem, labelled: readonly LabelledItem[], at: number): string {
  const length = 200 + ((at * 97) % 380);
  const siblings = model.alert
    ? labelled.filter(
        ({ id, lang, story }) => id !== model.id && lang === model.lang && story === model.story,
      )
    : [];
  const fill = plain[model.lang === 'ur' || model.lang === 'ps' ? model.lang : 'en'];
  let text = [model.summary, ...siblings.slice(0, 2).map(({ summary }) => summary)].join(' ');
  if (at % nearIn === 0) text += ` ${near[(at / nearIn) % near.length]!}`;
  for (let next = at; text.length < length; next += 1) text += ` ${fill[next % fill.length]!}`;
  return text.slice(0, 600);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const paragraphs = (text: string): string =>
  text
    .split(/(?<=[.۔]) /)
    .map((sentence) => `<p>${sentence}</p>`)
    .join('\n');

function asFeed(items: readonly Item[], isFull: boolean): string {
  const entries = items.map(({ id, title, summary, link, published, source }) => {
    const html = `<img src="${link}/lead.jpg" alt="" width="300" />${paragraphs(summary)}`;
    const body = `${html}${paragraphs(Array(4).fill(summary).join(' ').slice(0, 1500))}`;
    return `<item>
      <title>${escaped(title)}</title>
      <link>${link}</link>
      <guid isPermaLink="false">${id}</guid>
      <pubDate>${new Date(published).toUTCString()}</pubDate>
      <dc:creator><![CDATA[${source}]]></dc:creator>
      <category><![CDATA[World]]></category>
      <category><![CDATA[Pakistan]]></category>
      <description>${isFull ? `<![CDATA[${html}]]>` : escaped(html)}</description>
      ${isFull ? `<content:encoded><![CDATA[${body}]]></content:encoded>` : ''}
    </item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel><title>Mix</title><link>https://outlet.example/</link><description>News</description>
    ${entries.join('\n    ')}
  </channel></rss>`;
}
