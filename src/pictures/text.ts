import { advances } from './fonts.ts';
import { colour } from './theme.ts';

const arabicScript = /\p{Script=Arabic}/u;
/** Nastaliq rises and falls about twice as far as Latin. */
const nastaliqLine = 2.1;
const latinLine = 1.35;
/** Advances in em of what only the shaper knows, at most: joined letters, and what no font here holds. */
const nastaliqAdvance = 0.6;
const unknownAdvance = 1;

/**
 * Text as a picture can show it: no control or direction characters (but the joiners that Arabic script needs),
 * no emoji (the fonts have none), no towers of combining marks, white space as single spaces.
 */
export function drawable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/(?<!\p{Script=Arabic})[\u200C\u200D]|(?![\u200C\u200D])\p{Cf}|\p{Cc}|\p{Co}|\p{Cn}/gu, '')
    .replace(/\p{Emoji_Presentation}|\p{Variation_Selector}/gu, '')
    .replace(/\p{Extended_Pictographic}/gu, (sign) => (advances.regular(sign) === undefined ? '' : sign))
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim();
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Width in pixels of a line of text; of Arabic script, what it takes at most. */
export function widthOf(text: string, fontSize: number, weight: 'regular' | 'bold' = 'regular'): number {
  let em = 0;
  for (const character of text) {
    if (arabicScript.test(character)) em += nastaliqAdvance;
    else em += advances[weight](character) ?? unknownAdvance;
  }
  return em * fontSize;
}

/** Height in pixels of a line of this text. */
export function lineHeight(text: string, fontSize: number): number {
  return fontSize * (arabicScript.test(text) ? nastaliqLine : latinLine);
}

/** Cuts the text to a width in pixels, at a word where one ends near, with an ellipsis. */
export function fitted(
  text: string,
  width: number,
  fontSize: number,
  weight: 'regular' | 'bold' = 'regular',
): string {
  if (widthOf(text, fontSize, weight) <= width) return text;
  const room = width - widthOf('…', fontSize, weight);
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (widthOf(kept + segment, fontSize, weight) > room) break;
    kept += segment;
  }
  const words = kept.slice(0, Math.max(0, kept.lastIndexOf(' ')));
  const cut = words.length > kept.length * 0.7 ? words : kept;
  return `${cut.replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Breaks the text between words into lines of a width in pixels, two at most; the last is cut if need be. */
export function inLines(text: string, width: number, fontSize: number, most: 1 | 2): string[] {
  if (most === 1 || widthOf(text, fontSize) <= width) return [fitted(text, width, fontSize)];
  const words = text.split(' ');
  let first = '';
  while (words.length > 1) {
    const longer = first ? `${first} ${words[0]}` : words[0]!;
    if (widthOf(longer, fontSize) > width) break;
    first = longer;
    words.shift();
  }
  const rest = fitted(words.join(' '), width, fontSize);
  return first ? [first, rest] : [rest];
}

export interface TextStyle {
  readonly fontSize: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One line as an SVG element; `y` is its base line. */
export function textElement(x: number, y: number, text: string, style: TextStyle): string {
  const { fontSize, fill = colour.text, bold = false, anchor = 'start' } = style;
  const family = arabicScript.test(text) ? 'Noto Nastaliq Urdu' : 'Noto Sans';
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-family="${family}" font-size="${fontSize}"${weight} fill="${fill}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

/** A tenth of a pixel is enough, and keeps the SVG short. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
