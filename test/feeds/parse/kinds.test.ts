import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/feeds/parse/parse.ts';

const now = Date.UTC(2026, 0, 1);
const parse = (text: string, url = 'https://news.example/feed/') =>
  parseBody(Buffer.from(text), { url, now });

const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const item = '<item><title>One</title><link>https://news.example/1</link></item>';

describe('every kind of feed', () => {
  test.each([
    [
      'rss 0.90',
      `<rdf:RDF ${rdf} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel>${item}</rdf:RDF>`,
    ],
    [
      'rss 0.91',
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title>${item}</channel></rss>`,
    ],
    ['rss 0.92', `<rss version="0.92"><channel><title>T</title>${item}</channel></rss>`],
    ['rss 0.93', `<rss version="0.93"><channel><title>T</title>${item}</channel></rss>`],
    ['rss 0.94', `<rss version="0.94"><channel><title>T</title>${item}</channel></rss>`],
    [
      'rss 1.0',
      `<rdf:RDF ${rdf} xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>T</title><items><rdf:Seq><rdf:li resource="1"/></rdf:Seq></items></channel><image><title>No</title></image>${item}</rdf:RDF>`,
    ],
    [
      'rss 1.0',
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"><s:channel><s:title>T</s:title></s:channel><s:item><s:title>One</s:title><s:link>https://news.example/1</s:link></s:item></r:RDF>`,
    ],
    ['rss 2.0', `<rss version="2.0"><channel><title>T</title>${item}</channel></rss>`],
    [
      'rss 2.0',
      `<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><title>T</title>${item}</channel></rss>`,
    ],
    [
      'rss 2.0',
      `<p:rss version="2.0" xmlns:p="http://backend.userland.com/rss2" xmlns:z="urn:z"><p:channel><z:title>No</z:title><p:title>T</p:title><p:item><z:title>No</z:title><p:title>One</p:title><p:link>https://news.example/1</p:link></p:item></p:channel></p:rss>`,
    ],
    [
      'rss 2.0',
      `<rss version="2.0" xmlns="http://unheard.example/of"><channel><title>T</title>${item}</channel></rss>`,
    ],
    [
      'rss 2.0',
      `<rss version="2.0" xmlns="http://www.w3.org/2005/Atom"><channel><title>T</title>${item}</channel></rss>`,
    ],
    [
      'rss 2.01',
      `<RSS version="2.01"><Channel><Title>T</Title><ITEM><Title>One</Title><LINK>https://news.example/1</LINK></ITEM></Channel></RSS>`,
    ],
    ['rss', `<rss><channel><title>T</title></channel>${item}</rss>`],
    [
      'rss 2.0',
      `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><!-- y --><rss version="2.0"><channel><title>T</title>${item}</channel></rss>`,
    ],
    [
      'atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>One</title><link rel="alternate" href="https://news.example/1"/></entry></feed>',
    ],
    [
      'atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/echo/"><title>T</title><entry><title>One</title><link href="https://news.example/1"/></entry></feed>',
    ],
    [
      'atom 1.0',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title><link href="/1"/></entry></feed>',
    ],
    [
      'atom 1.0',
      '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>T</atom:title><atom:entry><atom:title>One</atom:title><atom:link href="../1"/></atom:entry></atom:feed>',
    ],
    [
      'atom 1.0',
      '<atom:feed><atom:title>T</atom:title><atom:entry><atom:title>One</atom:title><atom:link href="/1"/></atom:entry></atom:feed>',
    ],
    ['atom 1.0', '<feed><title>T</title><entry><title>One</title><link href="/1"/></entry></feed>'],
    [
      'atom 1.0',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><app:collection xmlns:app="http://www.w3.org/2007/app"><title>No</title></app:collection><entry><source><title>No</title></source><title>One</title><link href="/1"/></entry></feed>',
    ],
    [
      'rss 1.1',
      `<Channel ${rdf} xmlns="http://purl.org/net/rss1.1#" rdf:about="x"><title>T</title><items rdf:parseType="Collection">${item}</items></Channel>`,
    ],
    [
      'cdf',
      '<CHANNEL HREF="x"><TITLE>T</TITLE><ITEM HREF="https://news.example/1"><TITLE>One</TITLE></ITEM></CHANNEL>',
    ],
    [
      'json feed 1',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        title: 'T',
        items: [{ id: '1', title: 'One', url: 'https://news.example/1' }],
      }),
    ],
    [
      'json feed 1.1',
      `\uFEFF${JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: ' T ', items: [{ id: 1, title: 'One', url: '/1' }] })}`,
    ],
  ])('%s', async (format, text) => {
    const feed = await parse(text);
    expect(feed).toMatchObject({ format, title: 'T' });
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject({ title: 'One', link: 'https://news.example/1' });
  });

  test.each([
    '<entry xmlns="http://www.w3.org/2005/Atom"><title>One</title></entry>',
    '<?xml version="1.0"?><a:entry xmlns:a="http://www.w3.org/2005/Atom"><a:title>One</a:title></a:entry>',
  ])('one Atom entry alone: %s', async (text) => {
    const feed = await parse(text);
    expect(feed).toMatchObject({ format: 'atom 1.0', title: '' });
    expect(feed.entries.map(({ title }) => title)).toEqual(['One']);
  });

  test.each([
    ['an empty answer', '', 'empty'],
    ['spaces', ' \n ', 'empty'],
    ['words', 'Service unavailable', 'not_a_feed'],
    ['other XML', '<?xml version="1.0"?><catalog><book/></catalog>', 'not_a_feed'],
    ['XML with entries of its own', '<log><entry><title>x</title></entry></log>', 'not_a_feed'],
    ['OPML', '<opml version="2.0"><body/></opml>', 'not_a_feed'],
    ['other JSON', '{"error":"not found"}', 'not_a_feed'],
    ['broken JSON', '{"version":"https://jsonfeed.org/version/1","items":[', 'not_a_feed'],
    ['a web page of feeds', '<!DOCTYPE html><p>about</p><rss/>', 'page'],
    ['a web page', '<!DOCTYPE html><html><body>Hello</body></html>', 'page'],
    [
      'an XHTML page',
      '<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
      'page',
    ],
    ['a challenge', '<html><title>Just a moment...</title>', 'challenge'],
    ['a login page', '<html><form><input name="p" type="password"></form>', 'login'],
    ['a consent page', '<html><h1>Before you continue</h1>', 'consent'],
  ])('%s is no feed, and says why', async (_name, text, kind) => {
    await expect(parse(text)).rejects.toMatchObject({ name: 'ParseError', kind });
  });

  test('a page from a file, without any address, is told apart too', async () => {
    await expect(parse('<html><body>', '')).rejects.toMatchObject({ kind: 'page' });
  });

  test.each([
    '<rss/>',
    '<rss version="2.0"/>',
    '<feed/>',
    '<rdf:RDF/>',
    '<CHANNEL/>',
    '<rss><channel/></rss>',
  ])('%s is an empty feed', async (text) => {
    expect(await parse(text)).toMatchObject({ title: '', entries: [] });
  });
});

describe('the fields of an entry', () => {
  const one = async (xml: string, head = '') =>
    (
      await parse(
        `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${head}<item>${xml}</item></channel></rss>`,
      )
    ).entries[0]!;
  const oneAtom = async (xml: string, attributes = '') =>
    (await parse(`<feed xmlns="http://www.w3.org/2005/Atom"><entry ${attributes}>${xml}</entry></feed>`))
      .entries[0]!;

  test('summary: the description, without markup', async () => {
    expect(
      (
        await one(
          '<description>&lt;p&gt;First.&lt;/p&gt;&lt;p&gt;Second &amp;amp; last.&lt;/p&gt;</description>',
        )
      ).summary,
    ).toBe('First. Second & last.');
  });
  test('summary: the content where there is no description', async () => {
    expect(
      (await one('<description> </description><content:encoded><![CDATA[<p>Body</p>]]></content:encoded>'))
        .summary,
    ).toBe('Body');
    expect(
      (await one('<content:encoded>Body</content:encoded><description>Short</description>')).summary,
    ).toBe('Short');
    expect((await oneAtom('<content type="xhtml"><div><p>a</p><p>b</p></div></content>')).summary).toBe(
      'a b',
    );
  });
  test('summary: cut to 2,000 characters, never within one', async () => {
    const { summary } = await one(`<description>x${'🕊'.repeat(3000)}</description>`);
    expect(summary.length).toBeLessThanOrEqual(2000);
    expect(summary.isWellFormed()).toBe(true);
  });
  test('link: absolute, from the element, the guid, Atom in RSS', async () => {
    expect((await one('<link> /a?b=1&amp;c=2 </link>')).link).toBe('https://news.example/a?b=1&c=2');
    expect((await one('<guid>https://news.example/g</guid>')).link).toBe('https://news.example/g');
    expect((await one('<guid isPermaLink="false">tag:x</guid>')).link).toBe('');
    expect((await one('<atom:link rel="self" href="/s"/><atom:link href="/a"/>')).link).toBe(
      'https://news.example/a',
    );
    expect((await one('<link>javascript:alert(1)</link>')).link).toBe('');
  });
  test('link: the alternate one in Atom, with xml:base', async () => {
    expect((await oneAtom('<link rel="enclosure" href="/e"/><link rel="alternate" href="/a"/>')).link).toBe(
      'https://news.example/a',
    );
    expect((await oneAtom('<link> /text </link>')).link).toBe('https://news.example/text');
    expect((await oneAtom('<link href="a"/>', 'xml:base="https://other.example/b/"')).link).toBe(
      'https://other.example/b/a',
    );
  });
  test('link: without any address of the feed, only what is absolute', async () => {
    const text =
      '<rss><channel><item xml:base="https://b.example/"><link>x</link></item><item><link>y</link></item></channel></rss>';
    expect((await parse(text, '')).entries.map(({ link }) => link)).toEqual(['https://b.example/x', '']);
  });
  test('published: any form, UTC without a zone, never in the future', async () => {
    expect((await one('<pubDate>Wed, 01 May 2024 15:20:30 +0500</pubDate>')).published).toBe(
      Date.UTC(2024, 4, 1, 10, 20, 30),
    );
    expect((await one('<dc:date>2024-05-01 10:20:30</dc:date>')).published).toBe(
      Date.UTC(2024, 4, 1, 10, 20, 30),
    );
    expect((await one('<pubDate>Wed, 01 May 2099 00:00:00 GMT</pubDate>')).published).toBe(now);
    expect((await one('<pubDate>today</pubDate>')).published).toBeUndefined();
    expect(
      (await oneAtom('<updated>2024-05-02T00:00:00Z</updated><published>2024-05-01T00:00:00Z</published>'))
        .published,
    ).toBe(Date.UTC(2024, 4, 1));
    expect(
      (await oneAtom('<updated>2024-05-02T00:00:00Z</updated><published>soon</published>')).published,
    ).toBe(Date.UTC(2024, 4, 2));
  });
  test("language: its own, else the feed's", async () => {
    expect((await one('<dc:language>ps</dc:language>', '<language>ur</language>')).language).toBe('ps');
    expect((await one('<title>x</title>', '<language>ur</language>')).language).toBe('ur');
    expect((await oneAtom('<title>x</title>', 'xml:lang="fa"')).language).toBe('fa');
    expect((await one('<title>x</title>')).language).toBeUndefined();
  });
  test('the feed: ttl in milliseconds, language', async () => {
    const feed = await parse(
      '<rss version="2.0"><channel><ttl>30</ttl><language>en-gb</language></channel></rss>',
    );
    expect(feed).toMatchObject({ ttl: 1_800_000, language: 'en-gb' });
  });
});

describe('a JSON feed', () => {
  const json = (feed: unknown) => parse(JSON.stringify(feed));

  test.each([
    [{ title: 'T', items: [{ id: '1' }] }, 1],
    [{ version: 'https://jsonfeed.org/version/1.1', title: 'T' }, 0],
    [{ title: 'T', home_page_url: 'https://a.example/' }, 0],
    [{ version: '1.0', title: 'T', feed_url: 'https://a.example/f', items: [{ id: '1' }] }, 1],
    [{ title: 'The <em>T</em>', version: 'https://jsonfeed.org/version/1' }, 0],
    [{ title: 'T', items: [{ id: true }, { id: 4.5 }, { id: null }] }, 3],
    [{ title: 'T', items: [{ id: {} }, { id: [1] }, { title: 'no id' }, null, 'x'] }, 1],
    [{ title: 'T', items: [{ id: { of: 'no sense' } }] }, 0],
  ])('%j is one', async (feed, count) => {
    const parsed = await json(feed);
    expect(parsed.title.replace('The ', '')).toBe('T');
    expect(parsed.entries).toHaveLength(count);
  });

  test('with numbers that JSON does not have is one all the same', async () => {
    const parsed = await parse(
      '{"title":"NaN, \\"Infinity\\"","items":[{"id":NaN},{"id":-Infinity},{"id":"NaN"}]}',
    );
    expect(parsed.title).toBe('NaN, "Infinity"');
    expect(parsed.entries.at(-1)?.id).toBe('NaN');
    expect(parsed.entries).toHaveLength(3);
  });

  test('of a title that is nothing but markup keeps it', async () => {
    const title = '<blink><script>x</script></blink>';
    expect((await json({ title, items: [] })).title).toBe(title);
  });

  test.each([
    [{ title: ['T'], home_page_url: 'https://a.example/' }],
    [{ version: 'https://jsonfeed.org/version/1.1' }],
    [{ expired: false }],
    [{ description: 'about' }],
  ])('%j is one without a title', async (feed) => {
    expect(await json(feed)).toMatchObject({ title: '', entries: [] });
  });

  test.each([
    [{ error: 'not found' }],
    [{ title: 'Not found', status: 404 }],
    [{ version: '1.0', title: 'A package', items: [] }],
    [{ code: 1, items: [] }],
    [{}],
    [{ users: [] }],
  ])('%j is none', async (value) => {
    await expect(json(value)).rejects.toMatchObject({ kind: 'not_a_feed' });
  });

  test('of any content has well-formed text of limited length', async () => {
    const long = '\ud83d'.repeat(5000);
    const feed = await json({
      version: 'https://jsonfeed.org/version/1',
      title: long,
      language: long,
      items: [{ id: long, title: long, content_text: long }],
    });
    for (const text of [feed.title, feed.entries[0]!.id, feed.entries[0]!.title, feed.entries[0]!.summary]) {
      expect(text.isWellFormed()).toBe(true);
      expect(text.length).toBeLessThanOrEqual(2048);
    }
  });
});

describe('a broken feed gives what is whole', () => {
  test.each([
    [
      'cut off in a title',
      '<rss><channel><title>T</title><item><title>1</title></item><item><title>2',
      ['1'],
    ],
    ['cut off in a tag', '<rss><channel><title>T</title><item><title>1</title></item><item><tit', ['1']],
    [
      'cut off in CDATA',
      '<rss><channel><title>T</title><item><title>1</title></item><item><title><![CDATA[2',
      ['1'],
    ],
    [
      'cut off in Atom',
      '<feed><title>T</title><entry><title>1</title></entry><entry><title>2</title>',
      ['1'],
    ],
    [
      'an item that is not closed',
      '<rss><channel><title>T</title><item><title>1</title><item><title>2</title></item></channel></rss>',
      ['1', '2'],
    ],
    [
      'an empty item in every item',
      '<rss><channel><title>T</title><item><title>1</title><item /><x/></item><item><title>2</title><item></item></item></channel></rss>',
      ['1', '2'],
    ],
    [
      'an empty item among others',
      '<rss><channel><title>T</title><item/><item><title>2</title></item></channel></rss>',
      ['', '2'],
    ],
    [
      'an image that is not closed',
      '<rss><channel><title>T</title><image><item><title>1</title></item></channel></rss>',
      ['1'],
    ],
    [
      'closing tags too many',
      '<rss></b><channel><title>T</title></x></y><item><title>1</title></item></channel></rss>',
      ['1'],
    ],
    [
      'crossed tags',
      '<rss><channel><title>T</title><item><title>1</title><description><b><i>x</b></i></description></item></channel></rss>',
      ['1'],
    ],
    [
      'an attribute without quotes',
      '<rss version=2.0><channel><title>T</title><item><guid isPermaLink=false>g</guid><title>1</title></item></channel></rss>',
      ['1'],
    ],
    [
      'words before the XML',
      'Warning: x in y\n<?xml version="1.0"?><rss><channel><title>T</title><item><title>1</title></item></channel></rss>',
      ['1'],
    ],
    [
      'words after it',
      '<rss><channel><title>T</title><item><title>1</title></item></channel></rss>\n<!-- 0.2 s --><script>x</script>',
      ['1'],
    ],
  ])('%s', async (_name, text, titles) => {
    const feed = await parse(text);
    expect(feed.title).toBe('T');
    expect(feed.entries.map(({ title }) => title)).toEqual(titles);
  });
});
