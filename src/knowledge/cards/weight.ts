/** Characters that a renderer escapes, by their code. */
const escaped = new Uint8Array(128);
for (const character of '\\*_~`|<>[]()#@+-') escaped[character.charCodeAt(0)] = 1;
const dot = '.'.charCodeAt(0);

/**
 * How many characters a plain text takes at most once a renderer has escaped it: cards are filled by
 * this measure, so that a platform's limits never cut them.
 */
export function weightOf(text: string): number {
  let weight = 0;
  for (let at = 0; at < text.length; at++) weight += weightAt(text, at);
  return weight;
}

function weightAt(text: string, at: number): 1 | 2 {
  const code = text.charCodeAt(at);
  // A digit before a dot begins a list.
  return escaped[code] === 1 || (code === dot && isDigit(text.charCodeAt(at - 1))) ? 2 : 1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const words = new Intl.Segmenter('en', { granularity: 'word' });

/** The text if it fits, else as many whole words as do, and an ellipsis. */
export function fitWords(text: string, weight: number): string {
  if (weightOf(text) <= weight) return text;
  let at = 0;
  for (let used = 0; at < text.length; at++) {
    used += weightAt(text, at);
    if (used >= weight) break;
  }
  const end = words.segment(text).containing(at)?.index;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** As many whole lines as fit, and how many more there are; a first line that is too long is cut at a word. */
export function fitLines(lines: readonly string[], weight: number): string {
  const rest = (shown: number) => `and ${lines.length - shown} more`;
  const shown: string[] = [];
  let room = weight;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const size = weightOf(line) + 1;
    if (size + (isLast ? 0 : rest(index).length + 1) > room + 1) break;
    shown.push(line);
    room -= size;
  }
  if (shown.length === lines.length) return shown.join('\n');
  if (shown.length > 0) return [...shown, rest(shown.length)].join('\n');
  const tail = lines.length > 1 ? `\n${rest(1)}` : '';
  return `${fitWords(lines[0] ?? '', weight - tail.length)}${tail}`;
}
