import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/feeds/parse/parse.ts';
import type { ParsedFeed } from '../../../src/feeds/parse/parsed.ts';

const parse = (text: string): Promise<ParsedFeed> =>
  parseBody(Buffer.from(text), { url: 'https://news.example/feed', now: Date.UTC(2026, 0, 1) });

const base64 = (text: string) => Buffer.from(text).toString('base64');

const atom03 = (title: string) =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#">${title}<entry>${title}</entry></feed>`;
const atom10 = (title: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${title}<entry>${title}</entry></feed>`;
const rss = (title: string) =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${title}<item>${title}</item></channel></rss>`;

describe.each([
  [
    'Atom 1.0',
    atom10,
    [
      ['no type', '<title>Talks in Doha</title>', 'Talks in Doha'],
      ['text', '<title type="text">Talks in Doha</title>', 'Talks in Doha'],
      [
        'text with what looks like a tag',
        '<title type="text">The &lt;blink&gt; tag</title>',
        'The <blink> tag',
      ],
      ['html, escaped', '<title type="html">Talks in &lt;b&gt;Doha&lt;/b&gt;</title>', 'Talks in Doha'],
      [
        'html in CDATA',
        '<title type="html"><![CDATA[Talks in <b>Doha</b> &amp; Kabul]]></title>',
        'Talks in Doha & Kabul',
      ],
      ['html with an escaped ampersand', '<title type="html">Doha &amp;amp; Kabul</title>', 'Doha & Kabul'],
      ['html with an escaped less-than', '<title type="html">1 &amp;lt; 2</title>', '1 < 2'],
      ['html with a comment', '<title type="html">Ta&lt;!-- &lt;b> --&gt;lks</title>', 'Talks'],
      [
        'html with comments of which the last never ends',
        '<title type="html">Ta&lt;!-- a --&gt;lks &lt;!-- b &gt;in&lt;!--</title>',
        'Talks in',
      ],
      ['html that is a tag that never ends', '<title type="html">&lt;a</title>', '<a'],
      [
        'html with a script',
        '<title type="html">Talks&lt;script&gt;alert(1)&lt;/script&gt; today</title>',
        'Talks today',
      ],
      [
        'xhtml',
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Talks in <b>Doha</b></div></title>',
        'Talks in Doha',
      ],
      [
        'xhtml with a prefix',
        '<title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">Talks <x:i>in</x:i> Doha</x:div></title>',
        'Talks in Doha',
      ],
      [
        'xhtml with an escaped tag',
        '<title type="xhtml"><div>The &lt;blink> tag</div></title>',
        'The <blink> tag',
      ],
      [
        'xhtml with an escaped tag and its end',
        '<title type="xhtml"><div>The &lt;p&gt;talks&lt;/p&gt;</div></title>',
        'The <p>talks</p>',
      ],
      [
        'xhtml with all tags escaped',
        '<title type="xhtml"><![CDATA[<div>Talks in <b>Doha</b></div>]]></title>',
        'Talks in Doha',
      ],
      [
        'xhtml with a line break',
        '<title type="xhtml"><div>Talks<br/>in Doha</div></title>',
        'Talks in Doha',
      ],
      [
        'base64 by its type',
        `<title type="application/octet-stream">\n ${base64('Talks in Doha')}\n</title>`,
        'Talks in Doha',
      ],
      ['spaces and lines', '<title>\n  Talks\n\t in   Doha </title>', 'Talks in Doha'],
      ['a comment in it', '<title>Talks <!-- never --> in Doha</title>', 'Talks in Doha'],
      ['empty', '<title/>', ''],
      ['none', '', ''],
    ],
  ],
  [
    'Atom 0.3',
    atom03,
    [
      [
        'inline markup',
        '<title type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml">Talks in <b>Doha</b></div></title>',
        'Talks in Doha',
      ],
      ['naked markup', '<title>Talks in <b>Doha</b></title>', 'Talks in Doha'],
      [
        'escaped',
        '<title type="text/html" mode="escaped">Talks in &lt;b&gt;Doha&lt;/b&gt;</title>',
        'Talks in Doha',
      ],
      [
        'escaped without a type',
        '<title mode="escaped">Talks in &lt;b&gt;Doha&lt;/b&gt;</title>',
        'Talks in Doha',
      ],
      [
        'escaped plain text',
        '<title type="text/plain" mode="escaped">The &lt;blink&gt; tag</title>',
        'The <blink> tag',
      ],
      ['base64', `<title mode="base64">${base64('Talks in Doha')}</title>`, 'Talks in Doha'],
      ['base64 that is none', '<title mode="base64">Talks</title>', 'Talks'],
      ['base64 that is none, in words', '<title mode="base64">Talks in Doha</title>', 'Talks in Doha'],
      [
        'base64 with markup',
        `<title type="text/html" mode="base64">\n${base64('Talks in <b>Doha</b>')}\n</title>`,
        'Talks in Doha',
      ],
      [
        'a character by number',
        '<title type="text/html" mode="escaped">Doha &#38;#38; Kabul</title>',
        'Doha & Kabul',
      ],
    ],
  ],
  [
    'RSS',
    rss,
    [
      ['plain', '<title>Talks in Doha</title>', 'Talks in Doha'],
      ['CDATA', '<title><![CDATA[Talks & truce]]></title>', 'Talks & truce'],
      ['CDATA with markup', '<title><![CDATA[Talks in <b>Doha</b>]]></title>', 'Talks in Doha'],
      ['escaped markup', '<title>Talks in &lt;b&gt;Doha&lt;/b&gt;</title>', 'Talks in Doha'],
      ['naked markup', '<title>Talks in <b>Doha</b></title>', 'Talks in Doha'],
      ['less-than', '<title>1 &lt; 2</title>', '1 < 2'],
      ['both signs', '<title>1 &lt; 2 but 3 &gt; 2</title>', '1 < 2 but 3 > 2'],
      ['an apostrophe', '<title>Mark&apos;s title</title>', "Mark's title"],
      ['entities escaped twice', '<title>Doha &amp;amp; Kabul &amp;#8217;</title>', 'Doha & Kabul ’'],
      ['an HTML entity', '<title>caf&eacute;&nbsp;x</title>', 'café x'],
      ['a bare ampersand', '<title>Q & A with AT&T</title>', 'Q & A with AT&T'],
      ['dc:title', '<dc:title>Talks in Doha</dc:title>', 'Talks in Doha'],
      ['both, dc:title first', '<dc:title>Other</dc:title><title>Talks in Doha</title>', 'Talks in Doha'],
      ['both, title empty', '<title></title><dc:title>Talks in Doha</dc:title>', 'Talks in Doha'],
      [
        'media:title beside it',
        '<media:title>Other</media:title><title>Talks in Doha</title>',
        'Talks in Doha',
      ],
      [
        'only an Atom title',
        '<a:title xmlns:a="http://www.w3.org/2005/Atom" type="html">Talks in &lt;b&gt;Doha&lt;/b&gt;</a:title>',
        'Talks in Doha',
      ],
      [
        'an Atom title beside it',
        '<a:title xmlns:a="http://www.w3.org/2005/Atom">Other</a:title><title>Talks in Doha</title>',
        'Talks in Doha',
      ],
      ['only a media:title', '<media:title>Other</media:title>', ''],
      [
        'an image with a title',
        '<image><title>Other</title></image><title>Talks in Doha</title>',
        'Talks in Doha',
      ],
      [
        'a text input with a title',
        '<title>Talks in Doha</title><textInput><title>Other</title></textInput>',
        'Talks in Doha',
      ],
      ['upper case', '<TITLE>Talks in Doha</TITLE>', 'Talks in Doha'],
      ['Urdu', '<title>جنگ بندی میں توسیع</title>', 'جنگ بندی میں توسیع'],
      ['characters that XML forbids', '<title>Talks\u0000 \u000bin\u001f Doha</title>', 'Talks in Doha'],
      ['a tag that is spoken of', '<title>The &lt;b&gt; tag</title>', 'The <b> tag'],
      ['a tag that is left open', '<title>Talks&lt;br&gt;in &lt;a href="x"&gt;Doha</title>', 'Talks in Doha'],
      ['a tag that never ends', '<title>&lt;a</title>', '<a'],
      ['signs of windows-1252 by number', '<title>Mark&#146;s talks&#x85;</title>', 'Mark’s talks…'],
      ['signs of windows-1252 as characters', '<title>\u0093Talks\u0094</title>', '“Talks”'],
      ['a character by a forbidden number', '<title>Talks&#0;&#x1F; in Doha</title>', 'Talks\uFFFD in Doha'],
    ],
  ],
] as const)('a title in %s', (_format, document, cases) => {
  test.each(cases as readonly (readonly [string, string, string])[])('%s', async (_name, xml, title) => {
    const feed = await parse(document(xml));
    expect(feed.title).toBe(title);
    expect(feed.entries.map((entry) => entry.title)).toEqual([title]);
  });
});
