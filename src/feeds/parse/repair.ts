import { Parser } from 'htmlparser2';
import { fieldValue } from './field.ts';
import { limits } from './limits.ts';
import { namespaceOf, type Scope, scopeOf, usualName } from './names.ts';
import { ParseError } from './parsed.ts';
import { cut, isBlock, isUnread } from './text.ts';
import { type Family, type FieldRule, familyOf, formatOf, rulesOf } from './vocabulary.ts';
import { type Fields, type Link, standsIn, writeFeed, writeItem } from './writer.ts';

export interface Repaired {
  readonly format: string;
  /** Well-formed, with usual prefixes, plain text in every field, ISO dates and absolute links. */
  readonly xml: string;
}

type Attributes = Record<string, string>;

interface Frame {
  /** `markup` is a tag inside a field; what is in `skipped` is not read. */
  readonly kind: 'outside' | 'feed' | 'item' | 'field' | 'markup' | 'skipped';
  readonly scope: Scope;
  readonly base: string;
  /** This element hides its text: a script or a style. */
  readonly hidden: boolean;
}

/** Ends the reading: enough was read, or nothing more can be. */
class Enough extends Error {}

/**
 * Rewrites a feed of any kind and condition so that a strict parser can read it: prefixes become the usual
 * ones, titles and texts plain, what is not read is left out, entries that are cut off are dropped.
 * Nothing is expanded or loaded; time and memory grow with the length of the text only.
 * @throws ParseError if there is no feed in it, or it is nested too deeply.
 */
export function repair(text: string, url: string): Repaired {
  const rewriter = new Rewriter(url);
  const parser = new Parser(
    {
      onopentagname: () => rewriter.tag(),
      onattribute: () => rewriter.attribute(),
      onopentag: (name, attributes) => rewriter.open(name, attributes),
      ontext: (data) => rewriter.text(data),
      onclosetag: () => rewriter.close(),
    },
    { xmlMode: true },
  );
  try {
    const step = 64 * 1024;
    for (let at = 0; at < text.length; at += step) parser.write(text.slice(at, at + step));
    rewriter.cutOff = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return rewriter.result();
}

class Rewriter {
  /** From here on elements are closed because the text has ended. */
  cutOff = false;
  private family: Family | undefined;
  private format = '';
  private tooComplex = false;
  private attributes = 0;
  /** Of the root, where it is one that nobody knows. */
  private namespace: string | undefined;
  private readonly frames: Frame[] = [];
  private readonly feed: Fields = new Map();
  private readonly items: string[] = [];
  private written = 0;
  private item: { readonly fields: Fields; readonly links: Link[]; readonly nested: boolean } | undefined;
  private field:
    | {
        readonly rule: FieldRule;
        readonly attributes: Attributes;
        text: string;
        hidden: number;
        tags: number;
      }
    | undefined;
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  tag(): void {
    this.attributes = 0;
  }

  /** Counted as they come: a tag of a million attributes is not waited for. */
  attribute(): void {
    this.attributes += 1;
    if (this.attributes > limits.attributes) this.giveUp();
  }

  open(tag: string, attributes: Attributes): void {
    if (this.frames.length >= limits.depth) this.giveUp();
    const outer = this.frames.at(-1);
    const scope = scopeOf(outer?.scope ?? new Map(), attributes);
    const base = innerBase(attributes['xml:base'], outer?.base ?? this.url);
    const kind = this.enter(outer?.kind ?? 'outside', tag, attributes, scope, base);
    const hidden = kind === 'markup' && isUnread(tag.toLowerCase());
    this.frames.push({ kind, scope, base, hidden });
    if (this.field && kind === 'markup') {
      this.field.tags += 1;
      if (hidden) this.field.hidden += 1;
      if (isBlock(localName(tag))) this.field.text += ' ';
    }
  }

  text(data: string): void {
    const { field } = this;
    if (!field || field.hidden > 0 || field.text.length >= limits.source) return;
    field.text += cut(data, limits.source - field.text.length);
  }

  close(): void {
    const frame = this.frames.pop();
    if (frame?.kind === 'markup' && this.field) {
      if (frame.hidden) this.field.hidden -= 1;
    } else if (frame?.kind === 'field') this.endField(frame.base);
    else if (frame?.kind === 'item' && !this.cutOff) this.endItem();
  }

  result(): Repaired {
    if (this.items.length === 0 && this.tooComplex) {
      throw new ParseError('too_complex', 'the feed is too complex to be read');
    }
    if (!this.family) throw new ParseError('not_a_feed', 'what is at this address is not a feed');
    return { format: this.format, xml: writeFeed(this.family, this.feed, this.items) };
  }

  private giveUp(): never {
    this.tooComplex = true;
    throw new Enough();
  }

  /** What a new element is, seen from the one around it; begins its field, item or feed. */
  private enter(
    outer: Frame['kind'],
    tag: string,
    attributes: Attributes,
    scope: Scope,
    base: string,
  ): Frame['kind'] {
    if (outer === 'field' || outer === 'markup') return 'markup';
    if (!this.family) return this.begin(tag, attributes, scope, base);
    const name = usualName(tag, scope, this.namespace);
    const core = this.family === 'atom' ? name.replace(/^atom:/, '') : name;
    // Also inside what is not read: an element that somebody forgot to close must not hide the rest.
    if (core === 'item' || core === 'entry') return this.beginItem(outer, attributes, base);
    if (outer === 'skipped') return 'skipped';
    if (outer === 'feed' && core === 'channel') {
      this.language(this.feed, attributes);
      return 'feed';
    }
    if (outer !== 'feed' && outer !== 'item') return 'skipped';
    const rule = rulesOf(this.family, outer)[core];
    if (!rule || Object.hasOwn(Object.prototype, core)) return 'skipped';
    this.field = { rule, attributes: unprefixed(attributes), text: '', hidden: 0, tags: 0 };
    return 'field';
  }

  private begin(tag: string, attributes: Attributes, scope: Scope, base: string): Frame['kind'] {
    const name = usualName(tag, scope);
    // A document may also be one Atom entry alone (RFC 4287, 2); elsewhere "entry" is a word of many formats.
    const alone = name === 'atom:entry' && this.frames.length === 0;
    // What calls itself rss is that, whatever it says of namespaces.
    const foreign = name.startsWith('other:') || localName(tag) === 'rss';
    const family = alone ? 'atom' : familyOf(foreign ? localName(tag) : name);
    if (!family) return 'outside';
    this.family = family;
    if (foreign) this.namespace = namespaceOf(tag, scope);
    this.format = formatOf(family, attributes.version, [...scope.values()]);
    if (alone) return this.beginItem('feed', attributes, base);
    this.language(this.feed, attributes);
    return 'feed';
  }

  private beginItem(outer: Frame['kind'], attributes: Attributes, base: string): Frame['kind'] {
    if (outer === 'skipped' && this.item) return 'skipped';
    // An item inside an item: the first was not closed.
    const nested = this.item !== undefined;
    if (nested) this.endItem();
    if (this.items.length >= limits.entries || this.written >= limits.text) throw new Enough();
    const fields: Fields = new Map();
    this.item = { fields, links: [], nested };
    this.language(fields, attributes);
    const about = attributes['rdf:about'];
    if (about) fields.set('guid', about);
    if (this.family === 'cdf' && attributes['HREF' in attributes ? 'HREF' : 'href']) {
      const href = attributes.HREF ?? attributes.href ?? '';
      this.set(fields, { to: 'link', kind: 'address' }, href, {}, base);
    }
    return 'item';
  }

  private language(fields: Fields, attributes: Attributes): void {
    if (attributes['xml:lang'])
      this.set(fields, { to: 'language', kind: 'plain' }, attributes['xml:lang'], {}, '');
  }

  private endField(base: string): void {
    if (!this.field) return;
    const { rule, attributes, text, tags } = this.field;
    this.field = undefined;
    const fields = this.item?.fields ?? this.feed;
    this.set(fields, rule, text, attributes, base, tags > 0);
  }

  private set(
    fields: Fields,
    rule: FieldRule,
    text: string,
    attributes: Attributes,
    base: string,
    tagged = false,
  ): void {
    if (rule.kind === 'link' ? (this.item?.links.length ?? 0) >= limits.links : isGiven(fields, rule)) return;
    const value = fieldValue(rule, text, attributes, base, tagged);
    if (value === '') return;
    if (rule.kind === 'link')
      this.item?.links.push({ rel: cut((attributes.rel ?? 'alternate').trim(), 100), href: value });
    else fields.set(rule.to, value);
  }

  private endItem(): void {
    if (!this.item || !this.family) return;
    const { fields, links, nested } = this.item;
    this.item = undefined;
    // Some services put an empty item into each.
    if (nested && fields.size === 0 && links.length === 0) return;
    const xml = writeItem(this.family, fields, links);
    this.items.push(xml);
    this.written += xml.length;
  }
}

/** A whole article is not read where a summary stands before it. */
function isGiven(fields: Fields, { to }: FieldRule): boolean {
  return fields.has(to) || fields.has(standsIn[to] ?? to);
}

function innerBase(declared: string | undefined, outer: string): string {
  return declared === undefined ? outer : (URL.parse(declared, outer || undefined)?.href ?? outer);
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1).toLowerCase();
}

/** Attributes by local name in small letters, as feeds write them in any case. */
function unprefixed(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}
