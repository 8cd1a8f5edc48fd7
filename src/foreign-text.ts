// Controls and format characters (among them direction overrides), but not ZWNJ and ZWJ, which Persian, Urdu and
// Indic scripts need.
const invisible = /(?![\s\u200C\u200D])[\p{Cc}\p{Cf}]/gu;
const piledMarks = /(\p{M}{3})\p{M}+/gu;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Makes text of others, from a feed or a user, fit to be shown: without controls and direction overrides, with at most
 * three combining marks on a letter, on one line, at most `max` UTF-16 units long. Escaping is the renderer's.
 */
export function cleanForeign(text: string, max: number): string {
  // A feed can send megabytes; what lies far beyond the cut need not be looked at.
  const clean = text
    .slice(0, max * 8)
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(piledMarks, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean.length <= max ? clean : `${cut(clean, max - 1)}…`;
}

/** Cuts between graphemes, so that no letter loses its marks. */
function cut(text: string, max: number): string {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}

/** @returns the address if it may be shown as a link: http(s), no credentials, at most 2,000 characters. */
export function safeLink(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username || url.password || url.href.length > 2000) return undefined;
  return url.href;
}
