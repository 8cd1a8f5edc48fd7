import { isPage, pageKind, pageMessages } from '../fetch/page.ts';
import { decode } from './decode.ts';
import { parseJson } from './json.ts';
import { limits } from './limits.ts';
import { type BodyInfo, type ParsedFeed, ParseError } from './parsed.ts';
import { parseXml } from './xml.ts';

/**
 * Reads a body as a feed, on the thread it is called on; `createParser` keeps it off the main one.
 * @throws ParseError
 */
export async function parseBody(bytes: Uint8Array, about: BodyInfo): Promise<ParsedFeed> {
  if (bytes.byteLength > limits.bytes) throw new ParseError('too_large', 'the feed is larger than is read');
  const text = decode(bytes, about.contentType);
  const start = text.slice(0, 1024).trimStart();
  if (start === '') throw new ParseError('empty', 'the answer is empty');
  if (start.startsWith('{')) return parseJson(text, about);
  if (isPage(text) && !isNamedPage(text)) throw pageError(text, about.url);
  return parseXml(text, about);
}

/** Whether it is a feed whose DOCTYPE alone says that it is a page. */
function isNamedPage(text: string): boolean {
  const start = text.slice(0, 2048).replace(/<!--[\s\S]*?-->/g, '');
  return /<!doctype\s+html\b[^<>[]*>\s*<(?:\w+:)?(?:rss|feed|rdf)\b/i.test(start);
}

function pageError(text: string, url: string): ParseError {
  const kind = pageKind(text, url);
  return kind === 'page'
    ? new ParseError('page', 'this is a web page, not a feed')
    : new ParseError(kind, pageMessages[kind]);
}
