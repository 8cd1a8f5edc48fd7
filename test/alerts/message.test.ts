import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonId, derivedId, parseButton } from '../../src/alerts/ids.ts';
import { type MessageContext, retractionMessage, storyMessage } from '../../src/alerts/message.ts';
import { summaryMessage } from '../../src/alerts/summary.ts';
import { render } from '../../src/discord/render.ts';
import { cleanForeign, safeLink } from '../../src/foreign-text.ts';
import type { Report, Story } from '../../src/news/story.ts';
import type { Text } from '../../src/reply.ts';
import { noon } from './bot.ts';

const report = (outlet: string, more: Partial<Report> = {}): Report => ({
  item: outlet,
  outlet,
  title: 'Truce extended until 30 May',
  link: `https://${outlet}.example/1`,
  published: noon,
  language: 'en',
  ...more,
});

const story = (more: Partial<Story> = {}): Story => ({
  id: '0123456789abcdef',
  version: 1,
  topic: 'truce_extended',
  title: 'Truce extended until 30 May',
  link: 'https://dawn.example/1',
  summary: 'A spokesman said that the truce was extended.',
  reasons: ['names both parties'],
  reports: [report('dawn')],
  languages: ['en'],
  first: noon,
  last: noon,
  standing: 'reported',
  signature: {},
  ...more,
});

const context: MessageContext = { channel: '123456789012345678', lastDocumented: 'truce until 30 May 2022' };

function words(text: Text | undefined): string {
  const spans = typeof text === 'string' ? [text] : (text ?? []);
  return spans.map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : '·')).join('');
}

describe('the message of a story', () => {
  it('says topic, title, what is reported and by whom, how far it is verified, and what was last documented', () => {
    const reply = storyMessage(story(), context);
    const [card] = reply.cards ?? [];
    expect(card?.title).toBe('Truce extended until 30 May');
    expect(card?.url).toBe('https://dawn.example/1');
    expect(words(card?.body)).toBe(
      'Truce extended\nA spokesman said that the truce was extended.\nReported by dawn.',
    );
    expect(card?.footer).toBe('Unverified: reported by 1 outlet');
    expect(card?.fields?.at(-1)).toEqual({ name: 'Last documented', value: 'truce until 30 May 2022' });
    expect(reply.buttons?.map((button) => 'id' in button && button.id)).toEqual([
      'alerts:why:0123456789abcdef:123456789012345678',
      'alerts:context:0123456789abcdef:123456789012345678',
      'alerts:not-relevant:0123456789abcdef:123456789012345678',
    ]);
  });

  it('counts independent outlets apart from copies of one text', () => {
    const reports = [
      report('wire'),
      report('dawn', { copyOf: 0 }),
      report('jang'),
      report('wire', { item: 'x' }),
    ];
    const [card] = storyMessage(story({ reports }), context).cards ?? [];
    expect(card?.footer).toBe(
      'Unverified: reported by 2 outlets independently, 1 more carries the same text',
    );
    expect(words(card?.fields?.[0]?.value)).toContain('dawn · · · carries the text of wire');
  });

  it('shows a step up, a correction and a retraction', () => {
    const three = story({ reports: [report('a'), report('b'), report('c')] });
    const body = (story: Story, more: Partial<MessageContext> = {}) =>
      words(storyMessage(story, { ...context, ...more }).cards?.[0]?.body);
    expect(body(three, { outletsAtFirst: 1 })).toContain(
      'Now reported by 3 independent outlets (first by 1).',
    );
    expect(body(three, { outletsAtFirst: 3 })).not.toContain('Now reported');
    expect(body(three)).not.toContain('Now reported');
    expect(body(story({ standing: 'corrected' }))).toContain('Corrected by an outlet');
    expect(body(story({ standing: 'retracted' }))).toContain('Retracted by an outlet');
    expect(words(retractionMessage(story(), '1').text)).toContain('withdrawn its report Truce extended');
  });

  it('mentions the one role that was chosen, and nobody otherwise', () => {
    expect(storyMessage(story(), { ...context, mentionRole: '5' })).toMatchObject({
      mentionRole: '5',
      text: [{ role: '5' }],
    });
    expect(storyMessage(story(), context).mentionRole).toBeUndefined();
  });

  it('names as many outlets as fit into a field and says how many more there are', () => {
    const reports = Array.from({ length: 60 }, (_, n) => report(`outlet-${n}`));
    const value = storyMessage(story({ reports }), context).cards?.[0]?.fields?.[0]?.value;
    expect(words(value)).toMatch(/and \d+ more$/);
    const rendered = render({ text: value ?? '' }).content ?? '';
    expect(rendered).toMatch(/more$/);
    expect(rendered.length).toBeLessThanOrEqual(1024);
  });

  it('fits into a message, however hostile its text: nothing that was chosen is cut away', () => {
    const worst = '*_[x](http://evil.example)~|`@everyone<>'.repeat(100);
    const reports = Array.from({ length: 60 }, (_, n) =>
      report(`${n} ${worst}`, { link: `https://a.example/${n}${'-'.repeat(120)}` }),
    );
    const many = Array.from({ length: 60 }, (_, n) => story({ id: String(n), title: worst, reports }));
    for (const reply of [storyMessage(many[0]!, context), summaryMessage(many, 's', '1')]) {
      const { embeds } = render(reply);
      const wanted = reply.cards?.[0]?.fields?.map(({ name }) => name);
      expect(embeds[0]?.fields?.map(({ name }) => name)).toEqual(wanted);
      expect(JSON.stringify(embeds)).toMatch(/and \d+ more/);
    }
  });

  it('bears whatever a feed may send', () => {
    const foreign = fc.string({ unit: 'binary', maxLength: 5000 });
    fc.assert(
      fc.property(foreign, foreign, foreign, (title, summary, link) => {
        const hostile = story({ title, summary, link, reports: [report(title, { link })] });
        const [card] = storyMessage(hostile, context).cards ?? [];
        expect(card?.title?.length).toBeGreaterThan(0);
        expect(card?.title?.length).toBeLessThanOrEqual(200);
        expect(words(card?.body).length).toBeLessThan(700);
        expect(JSON.stringify(summaryMessage([hostile], 's', '1'))).not.toMatch(
          /[\u202A-\u202E\u2066-\u2069]/,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('foreign text', () => {
  it.each([
    ['a right-to-left override', 'abc\u202Edef', 'abcdef'],
    ['isolates', '\u2066abc\u2069', 'abc'],
    ['line breaks and tabs', 'a\r\n\tb', 'a b'],
    ['a null', 'a\u0000b', 'ab'],
    ['a zero width space', '@\u200Beveryone', '@everyone'],
    ['a joiner that Persian needs', 'می\u200Cشود', 'می\u200Cشود'],
    ['Urdu', 'جنگ بندی میں توسیع', 'جنگ بندی میں توسیع'],
    ['a lone surrogate', 'a\uD800b', 'a\uFFFDb'],
  ])('cleans %s', (_name, text, expected) => {
    expect(cleanForeign(text, 100)).toBe(expected);
  });

  it('leaves at most three marks on a letter', () => {
    const zalgo = `t${'\u0300\u0316'.repeat(40)}ruce`;
    expect(cleanForeign(zalgo, 100).match(/\p{M}/gu)?.length).toBeLessThanOrEqual(3);
  });

  it('cuts between characters', () => {
    expect(cleanForeign('a'.repeat(4000), 10)).toBe(`${'a'.repeat(9)}…`);
    expect(cleanForeign('👨‍👩‍👧'.repeat(10), 12)).toBe('👨‍👩‍👧…');
  });
});

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:secret@news.example/',
    'https://user@news.example/',
    `https://news.example/${'a'.repeat(3000)}`,
    '/relative',
    '',
    'ftp://news.example/',
  ])('shows none for %s', (link) => expect(safeLink(link)).toBeUndefined());

  it('shows http and https', () => {
    expect(safeLink('https://news.example/a b')).toBe('https://news.example/a%20b');
    expect(safeLink('http://news.example/')).toBe('http://news.example/');
  });
});

describe('ids', () => {
  it('fit a nonce and differ by every part', () => {
    expect(derivedId('a', 'b').length).toBeLessThanOrEqual(25);
    expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'));
    expect(derivedId('a', 'b')).not.toBe(derivedId('ab', ''));
  });

  it('come back from a button', () => {
    expect(parseButton(buttonId('why', 'a:b', '42').slice('alerts:'.length))).toEqual({
      action: 'why',
      subject: 'a:b',
      channel: '42',
    });
    expect(parseButton('nonsense')).toBeUndefined();
    expect(() => buttonId('why', 'x'.repeat(90), '42')).toThrow(RangeError);
  });
});
