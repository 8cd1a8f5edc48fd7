import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { ClaimSearch } from '../../../src/knowledge/ask/claim-search.ts';

const key = fc.constantFrom('talks', 'truce', 'attack', 'elders', '@kabul', '@ttp', 'toString', 'x');

test('the order is that of a general search library for the same keys', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(key, { minLength: 1 }), { minLength: 1 }),
      fc.uniqueArray(key),
      (held, asked) => {
        const library = new MiniSearch<{ id: number; text: string }>({
          fields: ['text'],
          tokenize: (text) => text.split(' '),
          processTerm: (term) => term,
        });
        library.addAll(held.map((keys, id) => ({ id, text: keys.join(' ') })));
        const expected = library.search(asked.join(' '));
        const search = new ClaimSearch(held.map((keys, record) => ({ record, keys: new Set(keys) })));
        const scores = new Map(expected.map(({ id, score }) => [id, score]));
        const found = search.find(asked, held.length);
        expect(new Set(found)).toEqual(new Set(scores.keys()));
        const inOrder = found.map((id) => scores.get(id)!);
        for (const [at, score] of inOrder.entries())
          expect(score).toBeLessThanOrEqual((inOrder[at - 1] ?? score) + 1e-9);
      },
    ),
  );
});

test('no more are found than asked for, the best first', () => {
  const search = new ClaimSearch([
    { record: 'both', keys: new Set(['truce', 'eid']) },
    { record: 'long', keys: new Set(['truce', 'a', 'b', 'c', 'd']) },
    { record: 'neither', keys: new Set(['trade']) },
    { record: 'one', keys: new Set(['truce', 'a']) },
  ]);
  expect(search.find(['truce', 'eid'], 2)).toEqual(['both', 'one']);
  expect(search.find(['unheard'], 2)).toEqual([]);
  expect(new ClaimSearch([]).find(['truce'], 2)).toEqual([]);
});
