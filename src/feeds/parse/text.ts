import { Parser } from 'htmlparser2';

const blocks = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const unread = new Set(['script', 'style', 'applet', 'template']);

/** Whether a tag of this name stands between words. */
export function isBlock(tag: string): boolean {
  return blocks.has(tag);
}

/** Whether what stands in a tag of this name is not for readers. */
export function isUnread(tag: string): boolean {
  return unread.has(tag);
}

/** HTML to plain text, with single spaces. */
export function htmlToText(html: string): string {
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (isUnread(name)) hidden += 1;
      else if (isBlock(name)) text += ' ';
    },
    onclosetag(name) {
      if (isUnread(name)) hidden -= 1;
      else if (isBlock(name)) text += ' ';
    },
    ontext(data) {
      if (hidden === 0) text += data;
    },
  });
  parser.end(withoutOpenComments(html));
  // A tag that never ends is none.
  return foldSpace(text) || (html.includes('>') ? '' : foldSpace(html));
}

/** A comment that never ends goes as far as its first ">", and hides nothing behind that. */
function withoutOpenComments(html: string): string {
  const end = html.lastIndexOf('-->') + 1;
  return html.slice(0, end) + html.slice(end).replace(/<!--[^>]*>?/g, '');
}

const markup = new RegExp(
  [
    '</[a-z][^<>]*>',
    '<[a-z][^<>]*/>',
    '<!--',
    // What is often left open; of others a name alone may be what is spoken of.
    String.raw`<(?:br|div|h[1-6]|hr|img|p)(?:\s[^<>]*)?>`,
    String.raw`<(?:a|abbr|b|em|i|span|strong|u)\s[^<>]*>`,
    String.raw`&(?:#\d+|#x[\da-f]+|[a-z]+\d*);`,
  ].join('|'),
  'i',
);

/** Text that may be HTML or not, as RSS leaves open: "1 < 2" stays, "<b>one</b>" and "&amp;" are read as HTML. */
export function maybeHtmlToText(text: string): string {
  return markup.test(text) ? htmlToText(text) : foldSpace(text);
}

/** With single spaces. Control characters of Latin-1 stand for the signs of windows-1252, as on the web. */
export function foldSpace(text: string): string {
  return (
    text
      .replace(/[\u0080-\u009f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80]!)
      // A space alone, by far the most, is left as it is.
      .replace(/[^\S ]\s*| \s+/g, ' ')
      .trim()
  );
}

const windows1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i),
);

/** Cut at a code point, at most `length` UTF-16 units. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}

/** Without the characters that XML 1.0 forbids, and with no half of a surrogate pair alone. */
export function legalXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
