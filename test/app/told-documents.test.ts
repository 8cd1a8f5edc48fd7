import { expect, test } from 'vitest';
import { createOwnChanges } from '../../src/app/own-changes.ts';
import { toldDocuments } from '../../src/app/told-documents.ts';
import { memoryDocuments } from '../feeds/poll/fakes.ts';

test('every change is told once it is made, whatever made it, and reading tells nothing', async () => {
  const changes = createOwnChanges();
  const kept = memoryDocuments<number>();
  const documents = toldDocuments(kept, async (id) => {
    await changes.tell(`${id}=${await kept.get(id)}`);
  });
  const told = async (change: Promise<unknown>) => {
    const result = await change;
    return { result, told: await changes.hear() };
  };
  expect(await told(documents.set('a', 1))).toEqual({ result: undefined, told: ['a=1'] });
  expect(await told(documents.update('a', (value) => Number(value) + 1))).toEqual({
    result: 2,
    told: ['a=2'],
  });
  const more = new Map(Object.entries({ b: 1, c: 2 }));
  expect(await told(documents.setAll(more))).toEqual({ result: undefined, told: ['b=1', 'c=2'] });
  const grown = documents.updateAll(['b', 'c'], (value) => Number(value) + 1);
  expect(await told(grown)).toEqual({
    result: new Map(Object.entries({ b: 2, c: 3 })),
    told: ['b=2', 'c=3'],
  });
  expect(await told(documents.delete('b'))).toEqual({ result: undefined, told: ['b=undefined'] });
  expect(await told(documents.get('a'))).toEqual({ result: 2, told: [] });
  for await (const [id] of documents.entries('c')) expect(id).toBe('c');
  expect(await changes.hear()).toEqual([]);
});
