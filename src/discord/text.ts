import type { Span, Text } from '../reply.ts';
import { escapeMarkdown } from './discord-js.ts';

/**
 * Plain text and spans as Discord Markdown, at most `limit` UTF-16 units long. What does not fit ends in
 * an ellipsis; escapes, links and characters are never cut in two.
 */
export function renderText(text: Text, limit: number): string {
  let out = '';
  for (const span of typeof text === 'string' ? [text] : text) {
    const whole = renderSpan(span);
    if (out.length + whole.length <= limit) {
      out += whole;
      continue;
    }
    return `${out}${shortened(span, limit - out.length - 1)}…`.slice(-limit);
  }
  return out;
}

function renderSpan(span: Span): string {
  if (typeof span === 'string') return escaped(span);
  if ('time' in span) return `<t:${Math.floor(span.time / 1000)}:${timeStyles[span.style]}>`;
  if ('channel' in span) return `<#${span.channel}>`;
  if ('role' in span) return `<@&${span.role}>`;
  let out = escaped(span.text);
  if (span.url !== undefined) out = link(out, span.url);
  if (span.italic) out = `*${out}*`;
  if (span.bold) out = `**${out}**`;
  return out;
}

const timeStyles = { date: 'D', datetime: 'f', relative: 'R' } as const;

/** As much of a span as fits into `room`; nothing of one that can't be cut. */
function shortened(span: Span, room: number): string {
  const textOf = typeof span === 'string' ? span : 'text' in span ? span.text : undefined;
  if (textOf === undefined || room <= 0) return '';
  const with_ = (part: string) =>
    renderSpan(typeof span === 'string' ? part : ({ ...span, text: part } as Span));
  const characters = graphemesWithin(textOf, room);
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (with_(characters.slice(0, middle).join('')).length <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : with_(characters.slice(0, low).join(''));
}

const graphemes = new Intl.Segmenter();

/** The whole characters that end within the first `room` units; what looks like one but is endless is cut. */
function graphemesWithin(text: string, room: number): string[] {
  return [...graphemes.segment(text.slice(0, room + 64))]
    .filter(({ segment, index }) => index + segment.length <= room)
    .map(({ segment }) => segment);
}

/** What formats anywhere, or at the start of a line. Most texts have none of it, and looking costs little. */
const markup = /[`*_~|[\]<@\\]|^\s*(?:[#>+-]|\d+\.)/m;

/** Foreign text as itself: no formatting, no masked link, no mention, no timestamp. */
function escaped(text: string): string {
  if (!markup.test(text)) return text.toWellFormed();
  return escapeMarkdown(text.toWellFormed(), {
    heading: true,
    bulletedList: true,
    numberedList: true,
    maskedLink: true,
  })
    .replace(/[<\]]/g, '\\$&')
    .replace(/^(\s*)>/gm, '$1\\>')
    .replace(/@(?=everyone|here)/g, '@\u200b');
}

/** Plain text where Discord knows no Markdown: titles of fields, footers, buttons. */
export function plain(text: string, limit: number): string {
  const whole = text.toWellFormed();
  return whole.length <= limit ? whole : `${graphemesWithin(whole, limit - 1).join('')}…`;
}

/** Only addresses that Discord takes and that can't break out of a masked link. */
export function link(label: string, url: string): string {
  const address = safeAddress(url);
  return address === undefined ? label : `[${label}](${address})`;
}

export function safeAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, username, password, href } = new URL(url);
  if (!/^https?:$/.test(protocol) || username || password || href.length > 2048) return undefined;
  return href.replace(/\(/g, '%28').replace(/\)/g, '%29');
}
