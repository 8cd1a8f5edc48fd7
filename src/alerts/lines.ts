import type { Span } from '../reply.ts';

/**
 * Whole lines, as many as fit, and a last one that says how many more there are. Links weigh as much as their
 * addresses: platforms count those too.
 * @param room in UTF-16 units, with something to spare for escapes
 */
export function linesWithin(lines: readonly (readonly Span[])[], room: number, more = ''): Span[] {
  const shown: Span[] = [];
  let left = room - 20 - more.length;
  for (const [index, line] of lines.entries()) {
    const weight = line.reduce((sum, span) => sum + weightOf(span), 1);
    if (weight > left && index > 0) return [...shown, `\nand ${lines.length - index} more${more}`];
    shown.push(...(index === 0 ? [] : ['\n']), ...line);
    left -= weight;
  }
  return shown;
}

/** Of what is shown of a time, a channel or a role. */
const mentionWeight = 24;

function weightOf(span: Span): number {
  if (typeof span === 'string') return escapedLength(span);
  if (!('text' in span)) return mentionWeight;
  return escapedLength(span.text) + (span.url === undefined ? 0 : span.url.length + 4) + 8;
}

/** Characters that a platform's markup needs escaped take two. */
function escapedLength(text: string): number {
  return text.length + (text.match(/[\\*_~`|<>[\]()#@-]/g)?.length ?? 0);
}
