type Header = string | string[] | undefined;

const first = (header: Header): string | undefined => (Array.isArray(header) ? header[0] : header);

/** Milliseconds until a moment or for a number of seconds, as Retry-After gives it (RFC 9110, 10.2.3). */
export function retryAfter(header: Header, now: number): number | undefined {
  const text = first(header)?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Date.parse takes almost anything; an HTTP date begins with its weekday.
  const at = /^[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Milliseconds for which an answer is fresh: max-age less its Age, else Expires against Date (RFC 9111, 4.2). */
export function freshFor(
  headers: { 'cache-control'?: Header; age?: Header; expires?: Header; date?: Header },
  now: number,
): number | undefined {
  const control = [headers['cache-control']].flat().join(',').toLowerCase();
  if (/\bno-(cache|store)\b/.test(control)) return undefined;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  // What a cache on the way held for long is soon replaced.
  if (maxAge) return Math.max(0, Number(maxAge) - (Number(first(headers.age)) || 0)) * 1000;
  const expires = Date.parse(first(headers.expires) ?? '');
  if (Number.isNaN(expires)) return undefined;
  const sent = Date.parse(first(headers.date) ?? '');
  const left = expires - (Number.isNaN(sent) ? now : sent);
  return left > 0 ? left : undefined;
}
