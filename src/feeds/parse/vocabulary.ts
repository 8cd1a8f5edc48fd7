/** How the text of a field is read. */
type FieldKind =
  /** RSS: may be HTML or not. */
  | 'loose'
  /** Atom text construct: says by attributes what it is. */
  | 'construct'
  | 'plain'
  | 'date'
  /** The address is the element's text. */
  | 'address'
  /** The address is in `href`, else the element's text. */
  | 'link';

/** Which field of the rewritten feed an element becomes. The first that is not empty counts. */
export interface FieldRule {
  readonly to: string;
  readonly kind: FieldKind;
}

type Rules = Readonly<Record<string, FieldRule>>;

const rule = (to: string, kind: FieldKind): FieldRule => ({ to, kind });

const shared: Rules = {
  'dc:title': rule('dc:title', 'loose'),
  'dc:language': rule('language', 'plain'),
  language: rule('language', 'plain'),
};

/** RSS in all versions, and CDF. */
const rss: Rules = {
  ...shared,
  title: rule('title', 'loose'),
  'atom:title': rule('dc:title', 'construct'),
};

const rssItem: Rules = {
  ...rss,
  link: rule('link', 'address'),
  'atom:link': rule('atom:link', 'link'),
  guid: rule('guid', 'plain'),
  pubdate: rule('pubDate', 'date'),
  'dc:date': rule('dc:date', 'date'),
  'dcterms:issued': rule('dc:date', 'date'),
  'dcterms:created': rule('dc:date', 'date'),
  'atom:published': rule('dc:date', 'date'),
  'atom:updated': rule('dc:date', 'date'),
  description: rule('summary', 'loose'),
  'dc:description': rule('summary', 'loose'),
  'atom:summary': rule('summary', 'construct'),
  abstract: rule('summary', 'loose'),
  'content:encoded': rule('content', 'loose'),
  'atom:content': rule('content', 'construct'),
};

const atomEntry: Rules = {
  ...shared,
  title: rule('title', 'construct'),
  link: rule('link', 'link'),
  id: rule('id', 'plain'),
  published: rule('published', 'date'),
  issued: rule('published', 'date'),
  created: rule('published', 'date'),
  'dc:date': rule('published', 'date'),
  updated: rule('updated', 'date'),
  modified: rule('updated', 'date'),
  summary: rule('summary', 'construct'),
  content: rule('content', 'construct'),
};

const rssChannel: Rules = { ...rss, ttl: rule('ttl', 'plain') };
const atomFeed: Rules = { ...shared, title: rule('title', 'construct') };

export type Family = 'rss' | 'rdf' | 'atom' | 'cdf';

export function rulesOf(family: Family, place: 'feed' | 'item'): Rules {
  if (family === 'atom') return place === 'feed' ? atomFeed : atomEntry;
  return place === 'feed' ? rssChannel : rssItem;
}

/** The family of feed that a root element of this (usual) name begins. */
export function familyOf(root: string): Family | undefined {
  if (root === 'rss') return 'rss';
  if (root === 'rdf:rdf') return 'rdf';
  if (root === 'feed' || root === 'atom:feed') return 'atom';
  return root === 'channel' ? 'cdf' : undefined;
}

/** For people: for example `rss 0.92`, `atom 1.0`. */
export function formatOf(family: Family, version: string | undefined, namespaces: readonly string[]): string {
  if (family === 'cdf')
    return namespaces.some((n) => n.startsWith('http://purl.org/net/rss1.1')) ? 'rss 1.1' : 'cdf';
  if (family === 'rdf')
    return namespaces.some((n) => n.includes('netscape.com/rdf')) ? 'rss 0.90' : 'rss 1.0';
  if (family === 'rss') return version ? `rss ${version.trim().slice(0, 8)}` : 'rss';
  return namespaces.some((n) => n === 'http://www.w3.org/2005/Atom')
    ? 'atom 1.0'
    : `atom ${version?.trim().slice(0, 8) ?? '1.0'}`;
}
