import { expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../src/feeds/opml.ts';

test('what is exported can be imported', () => {
  const feeds = [
    { title: 'A & B', url: 'https://a.example/feed?x=1&y=2', lang: 'en' },
    { title: 'اردو <خبریں>', url: 'https://b.example/', lang: 'ur' },
    { title: 'C', url: 'https://c.example/' },
  ];
  expect(readOpml(writeOpml('Feeds', feeds))).toEqual(feeds);
});

test('folders are flattened, each address is read once, the order stays', () => {
  const opml = `<?xml version="1.0"?><opml version="2.0"><head/><body>
    <outline text="News"><outline text="One" xmlUrl="https://a.example/1"/><outline text="Deep"><outline title="Two" text="x" xmlUrl="https://a.example/2"/></outline></outline>
    <outline text="One again" xmlUrl="https://a.example/1"/><outline text="Three" type="rss" xmlUrl="https://a.example/3"/>
    <outline text="No address"/><outline text="Bad" xmlUrl="javascript:x"/></body></opml>`;
  expect(readOpml(opml).map(({ title, url }) => `${title} ${url}`)).toEqual([
    'One https://a.example/1',
    'Two https://a.example/2',
    'Three https://a.example/3',
  ]);
});

test.each(['', 'hello', '<rss version="2.0"><channel/></rss>'])('%j is not OPML', (text) => {
  expect(() => readOpml(text)).toThrow('not an OPML file');
});
