import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../src/feeds/parse/limits.ts';
import { parseBody } from '../../../src/feeds/parse/parse.ts';
import { ParseError } from '../../../src/feeds/parse/parsed.ts';

const pieces = [
  '<rss version="2.0">',
  '</rss>',
  '<channel>',
  '</channel>',
  '<item>',
  '</item>',
  '<title>',
  '</title>',
  '<title type="html">',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '</feed>',
  '<entry>',
  '</entry>',
  '<link href="/a"/>',
  '<link>',
  '</link>',
  '<guid>',
  '</guid>',
  '<rdf:RDF>',
  '<pubDate>',
  '</pubDate>',
  'Wed, 01 May 2024 10:20:30 GMT',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE x [',
  ']>',
  '<?xml ',
  '?>',
  '&lt;b&gt;',
  '&#0;',
  '&#x1F54A;',
  '&nope;',
  '&',
  '<',
  '>',
  '"',
  '\u0000',
  '\uD83D',
  'سلام',
  ' ',
  '{"version":"https://jsonfeed.org/version/1",',
  '"items":[',
  '{"id":1}',
  ']}',
];

const bodies = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
  fc
    .tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), fc.uint8Array({ maxLength: 50 }))
    .map(([parts, bytes]) => Buffer.concat([Buffer.from(parts.join('')), bytes])),
);

test('any body is a feed with sound entries, or refused with a reason', async () => {
  const now = Date.UTC(2026, 0, 1);
  await fc.assert(
    fc.asyncProperty(bodies, fc.constantFrom('', 'https://news.example/'), async (body, url) => {
      const feed = await parseBody(body, { url, now }).catch((error: unknown) => {
        if (error instanceof ParseError) return undefined;
        throw error;
      });
      if (!feed) return;
      expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
      for (const { id, title, summary, link, published } of feed.entries) {
        expect(id).not.toBe('');
        expect(`${id}${title}${summary}${link}`.isWellFormed()).toBe(true);
        expect(title.length).toBeLessThanOrEqual(limits.title);
        expect(link === '' || /^https?:/.test(link)).toBe(true);
        expect(published ?? 0).toBeLessThanOrEqual(now);
      }
    }),
    { numRuns: 2000 },
  );
});
