import { limits } from './limits.ts';

/** Namespaces by the prefix that feeds usually give them; '' is the feed's own vocabulary. */
const prefixes = new Map<string, string>([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://purl.org/rss/1.0', ''],
  ['http://purl.org/net/rss1.1', ''],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
]);

/** Drafts of Atom had many addresses. */
const atomDraft = /^http:\/\/(purl\.org\/(atom|echo|pie)\b|example\.com\/(newformat|necho))|^uri\/of\/echo/;
/** So have the versions of RSS. */
const rssNamespace =
  /^http:\/\/(backend\.userland\.com\/rss|blogs\.law\.harvard\.edu\/tech\/rss|cyber\.law\.harvard\.edu\/rss|www\.rssboard\.org\/rss|purl\.org\/rss\/1\.0\/?$)/;

/** The usual prefix of a namespace; undefined for one that is not read. */
function usualPrefix(namespace: string): string | undefined {
  const name = namespace
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/[/#]+$/, '');
  if (name === '') return '';
  if (atomDraft.test(name)) return 'atom';
  if (rssNamespace.test(name)) return '';
  return prefixes.get(name);
}

const wellKnown = new Set(['atom', 'dc', 'dcterms', 'content', 'rdf', 'xml']);

/** Namespaces in force at an element: prefix to address. */
export type Scope = ReadonlyMap<string, string>;

/** The scope inside an element with these attributes. */
export function scopeOf(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let scope: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
    if (prefix === undefined || (scope ?? outer).size >= limits.namespaces) continue;
    scope ??= new Map(outer);
    scope.set(prefix, attributes[name]!);
  }
  return scope ?? outer;
}

/** The namespace of an element's name; undefined if its prefix was not declared. */
export function namespaceOf(name: string, scope: Scope): string | undefined {
  return scope.get(name.slice(0, Math.max(name.indexOf(':'), 0)));
}

/**
 * An element's name with the usual prefix, in small letters; `other:…` if it is not read.
 * @param core a namespace that counts as the feed's own.
 */
export function usualName(name: string, scope: Scope, core?: string): string {
  const prefix = name.slice(0, Math.max(name.indexOf(':'), 0));
  const local = name.slice(name.indexOf(':') + 1).toLowerCase();
  const namespace = scope.get(prefix);
  if (namespace !== undefined && namespace === core) return local;
  // A prefix that was never declared means what it usually does.
  const usual =
    namespace === undefined
      ? prefix === '' || wellKnown.has(prefix)
        ? prefix
        : undefined
      : usualPrefix(namespace);
  if (usual === undefined) return `other:${local}`;
  return usual === '' ? local : `${usual}:${local}`;
}
