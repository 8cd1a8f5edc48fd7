/** Characters looked at; a feed's summary may be a whole book. */
const titleCap = 400;
const summaryCap = 1600;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
  '&#8217;': '’',
  '&#8216;': '‘',
  '&rsquo;': '’',
  '&zwnj;': '\u200c',
};

/** Plain text of what may still hold tags, at most `cap` characters of it and well-formed. */
function plain(raw: string, cap: number): string {
  // Tags take room: some more is read than is kept.
  const text = raw.length > cap * 4 ? raw.slice(0, cap * 4) : raw;
  const bare = text.includes('<') ? text.replace(/<[^<>]*>/g, ' ') : text;
  const read = bare.includes('&')
    ? bare.replace(/&#?[a-z0-9]{2,6};/g, (name) => entities[name] ?? ' ')
    : bare;
  return read.slice(0, cap).toWellFormed();
}

export const plainTitle = (raw: string): string => plain(raw, titleCap);
export const plainSummary = (raw: string): string => plain(raw, summaryCap);
