import { legalXml } from './text.ts';
import type { Family } from './vocabulary.ts';

/** Fields of a feed or an item, by the name they are written under. */
export type Fields = Map<string, string>;

export interface Link {
  readonly rel: string;
  readonly href: string;
}

/** Writes a feed in the plainest form of its vocabulary, well-formed by construction. */
export function writeFeed(family: Family, feed: Fields, items: readonly string[]): string {
  const head = elements(feed);
  const body = items.join('');
  if (family === 'atom') return `<feed xmlns="http://www.w3.org/2005/Atom">${head}${body}</feed>`;
  if (family === 'rdf') return `<rdf:RDF><channel>${head}</channel>${body}</rdf:RDF>`;
  return `<rss version="2.0"><channel>${head}${body}</channel></rss>`;
}

export function writeItem(family: Family, item: Fields, links: readonly Link[]): string {
  // An element with nothing in it becomes a bare string on the other side.
  let xml = elements(item) || '<title/>';
  if (family === 'atom') {
    for (const { rel, href } of links) xml += `<link rel="${escapeXml(rel)}" href="${escapeXml(href)}"/>`;
    return `<entry>${xml}</entry>`;
  }
  const alternate = links.find(({ rel }) => rel === 'alternate');
  if (alternate && !item.has('link')) xml += element('link', alternate.href);
  return `<item>${xml}</item>`;
}

/** Fields that stand in for others that are missing, and are not written beside them. */
export const standsIn: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  content: 'summary',
  'dc:date': 'pubDate',
};

function elements(fields: Fields): string {
  let xml = '';
  for (const [name, value] of fields) {
    const instead = standsIn[name];
    if (instead === undefined) xml += element(name, value);
    else if (!fields.has(instead)) xml += element(instead, value);
  }
  return xml;
}

function element(name: string, value: string): string {
  return `<${name}>${escapeXml(value)}</${name}>`;
}

function escapeXml(text: string): string {
  return legalXml(text).replace(/[&<>"\r\n\t]/g, (c) => `&#${c.charCodeAt(0)};`);
}
