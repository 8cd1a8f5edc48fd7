import type { Card, Reply, Span, Text } from '../reply.ts';

/** A Reply as plain text for a terminal. Control characters of foreign text are left out. */
export function replyText(reply: Reply): string {
  const parts = [textOf(reply.text ?? ''), ...(reply.cards ?? []).map(cardText)];
  if (reply.picture) parts.push(`[picture: ${reply.picture.alt}]`);
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function cardText({ title = '', body = '', fields = [], sources = [], footer = '' }: Card): string {
  const lines = [
    ...(title && [title, '-'.repeat(Math.min(title.length, 80))]),
    textOf(body),
    ...fields.map(({ name, value }) => `${name}: ${textOf(value).replaceAll('\n', '\n  ')}`),
    ...(sources.length > 0 ? ['Sources:'] : []),
    ...sources.map(
      ({ label, url }) => `  ${/^\[\d+\] /.test(label) ? '' : '- '}${label}${url ? ` <${url}>` : ''}`,
    ),
    footer,
  ];
  return clean(lines.filter(Boolean).join('\n'));
}

function textOf(text: Text): string {
  return clean(typeof text === 'string' ? text : text.map(spanText).join(''));
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  if ('time' in span)
    return new Date(span.time)
      .toISOString()
      .replace(/:\d\d\.\d+Z$/, ' UTC')
      .replace('T', ' ');
  if ('channel' in span) return `#${span.channel}`;
  if ('role' in span) return `@${span.role}`;
  return span.url ? `${span.text} <${span.url}>` : span.text;
}

/** All control characters but the line feed: an escape sequence must not reach the terminal. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' ? '\n' : '',
  );
}
