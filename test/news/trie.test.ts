import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Trie } from '../../src/news/trie.ts';

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', ' ', 'ا', 'ب', '😀'),
  minLength: 1,
  maxLength: 7,
});
const units = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length + 3 }, (_, at) => text.charCodeAt(at));

test('a trie finds the longest text that stands at a place, or none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters, { maxLength: 40 }), fc.array(letters), (texts, parts) => {
      const trie = new Trie(texts);
      const text = parts.join('');
      for (let at = 0; at < text.length; at += 1) {
        const standing = texts.filter((one) => text.startsWith(one, at));
        const longest = standing.sort((a, b) => b.length - a.length)[0];
        expect(texts[trie.find(units(text), at)]).toBe(longest);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a trie knows with which of its texts another begins', () => {
  const texts = ['a', 'abc', 'abcd ', 'b'];
  const trie = new Trie(texts);
  expect(texts.map((text) => texts[trie.before(text)])).toEqual([undefined, 'a', 'abc', undefined]);
});
