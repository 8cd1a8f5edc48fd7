import { isUtf8 } from 'node:buffer';
import { parseDate } from './date.ts';
import { limits } from './limits.ts';
import { cut, foldSpace, htmlToText, maybeHtmlToText } from './text.ts';
import type { FieldRule } from './vocabulary.ts';

type Attributes = Readonly<Record<string, string>>;

/**
 * The value of a field: plain text, an ISO date or an absolute address; empty if it gives none.
 * @param text the element's text, without the tags inside it.
 * @param tagged whether there were tags inside it.
 */
export function fieldValue(
  rule: FieldRule,
  text: string,
  attributes: Attributes,
  base: string,
  tagged = false,
): string {
  switch (rule.kind) {
    case 'plain':
      return cut(foldSpace(text), rule.to === 'language' ? limits.language : limits.address);
    case 'date': {
      const at = parseDate(text);
      return at === undefined ? '' : new Date(at).toISOString();
    }
    case 'address':
      return absolute(text, base);
    case 'link':
      return absolute(attributes.href ?? text, base);
    case 'loose':
      return capped(rule, maybeHtmlToText(text));
    case 'construct':
      return capped(rule, constructText(text, attributes, tagged));
  }
}

function capped(rule: FieldRule, text: string): string {
  return cut(text, rule.to === 'title' || rule.to === 'dc:title' ? limits.title : limits.summary);
}

/** An Atom text construct (RFC 4287, 3.1; Atom 0.3 adds `mode`). */
function constructText(text: string, { type = 'text', mode }: Attributes, tagged: boolean): string {
  const kind = type.trim().toLowerCase();
  const binary =
    mode === 'base64' || (kind.includes('/') && !/^text\/|[/+]xml$/.test(kind) && mode === undefined);
  if (binary) return maybeHtmlToText(fromBase64(text));
  if (
    kind === 'html' ||
    (kind === 'text/html' && mode !== 'xml') ||
    (kind === 'text' && mode === 'escaped')
  ) {
    return htmlToText(text);
  }
  // In xhtml the tags are real ones and gone already; whoever escaped them all meant them all the same.
  return !tagged && kind.includes('html') && /<\/[a-z]/i.test(text) ? htmlToText(text) : foldSpace(text);
}

/** The text as it is where it only claims to be base64. */
function fromBase64(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  return /^[\w\s+/=-]*$/.test(text) && isUtf8(bytes) ? bytes.toString('utf8') : text;
}

/** An absolute http(s) address, or nothing. */
function absolute(text: string, base: string): string {
  const address = text.trim();
  if (address === '' || address.length > limits.address) return '';
  const url = URL.parse(address, base || undefined);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : '';
}
