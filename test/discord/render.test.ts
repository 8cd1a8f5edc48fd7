import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/discord/render.ts';
import { renderText, safeAddress } from '../../src/discord/text.ts';
import type { Card, Reply } from '../../src/reply.ts';

const words = fc.string({ unit: 'binary', maxLength: 6000 });
const card: fc.Arbitrary<Card> = fc.record({
  title: words,
  body: words,
  fields: fc.array(fc.record({ name: words, value: words }), { maxLength: 40 }),
  sources: fc.array(fc.record({ label: words, url: fc.webUrl() }), { maxLength: 40 }),
  footer: words,
});

describe('render', () => {
  test('foreign text comes out as itself: no formatting, link, mention or timestamp', () => {
    const out = renderText('# *a* [b](https://evil.example) <@1> <#2> <t:1> @everyone `c` > d', 4000);
    expect(out).not.toMatch(/(?<!\\)[*`[\]<]/);
    expect(out).not.toContain('@everyone');
    expect(renderText('> quoted\n# heading', 100)).toMatch(/^\\> quoted\n\\# heading$/);
  });

  test('spans give formatting, links, moments', () => {
    const text = renderText(
      [
        'a ',
        { text: 'b*', bold: true },
        ' ',
        { text: 'c', url: 'https://x.example/(1)' },
        { time: 5000, style: 'relative' },
      ],
      100,
    );
    expect(text).toBe('a **b\\*** [c](https://x.example/%281%29)<t:5:R>');
  });

  test.each([
    'javascript:alert(1)',
    'https://user:pw@x.example/',
    `https://x.example/${'a'.repeat(3000)}`,
    'nonsense',
  ])('an unsafe address is no link: %.40s', (url) => {
    expect(safeAddress(url)).toBeUndefined();
    expect(renderText([{ text: 'label', url }], 100)).toBe('label');
  });

  test('nothing is cut in the middle of an escape, a link or a character', () => {
    expect(renderText('****', 6)).toBe('\\*\\*…');
    expect(renderText(['ab', { text: 'link', url: 'https://x.example/' }], 12)).toBe('ab…');
    expect(renderText('👨‍👩‍👧👨‍👩‍👧', 12)).toBe('👨‍👩‍👧…');
  });

  test('every reply keeps the limits', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 12 }), words, (cards, text) => {
        const { embeds, content } = render({ cards, text });
        let total = 0;
        for (const { title = '', description = '', fields = [], footer } of embeds) {
          expect(title.length).toBeLessThanOrEqual(256);
          expect(description.length).toBeLessThanOrEqual(4096);
          expect(fields.length).toBeLessThanOrEqual(25);
          for (const { name, value } of fields) {
            expect(name.length).toBeGreaterThan(0);
            expect(name.length).toBeLessThanOrEqual(256);
            expect(value.length).toBeGreaterThan(0);
            expect(value.length).toBeLessThanOrEqual(1024);
            total += name.length + value.length;
          }
          total += title.length + description.length + (footer?.text.length ?? 0);
        }
        expect(total).toBeLessThanOrEqual(6000);
        expect(embeds.length).toBeLessThanOrEqual(10);
        expect(content?.length ?? 0).toBeLessThanOrEqual(2000);
      }),
      { numRuns: 60 },
    );
  });

  test('only the chosen role may be mentioned', () => {
    const role = '123456789012345678';
    const reply: Reply = { text: [{ role }, ' <@&999> @here'], mentionRole: role };
    expect(render(reply)).toMatchObject({
      content: expect.stringMatching(/^<@&123456789012345678> \\</),
      allowed_mentions: { parse: [], roles: ['123456789012345678'] },
    });
    expect(render({ text: 'x' }).allowed_mentions).toEqual({ parse: [] });
  });

  test('a picture goes with its words and stands in the first card', () => {
    const { files, embeds } = render({
      cards: [{ title: 'Timeline' }],
      picture: { name: 'timeline.png', png: new Uint8Array([1]), alt: 'two bars' },
    });
    expect(files[0]?.description).toBe('two bars');
    expect(embeds[0]?.image).toEqual({ url: 'attachment://timeline.png' });
  });

  test('an empty reply is still a message', () => {
    expect(render({}).content).toBeTruthy();
    expect(render({ cards: [{}] }).embeds[0]?.description).toBeTruthy();
  });
});
