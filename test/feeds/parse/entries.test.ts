import { describe, expect, test } from 'vitest';
import { type RawEntry, withIds } from '../../../src/feeds/parse/entries.ts';

const raw = (fields: Partial<RawEntry>): RawEntry => ({
  guid: '',
  title: '',
  summary: '',
  link: '',
  published: undefined,
  language: undefined,
  ...fields,
});
const ids = (...entries: Partial<RawEntry>[]) => withIds(entries.map(raw)).map(({ id }) => id);

describe('the id of an entry', () => {
  test('is its guid, else its link, else its title', () => {
    expect(ids({ guid: 'g', link: 'l', title: 't' }, { link: 'l', title: 't' }, { title: 't' })).toEqual([
      'g',
      'l',
      't',
    ]);
  });
  test('does not depend on title, date or link while the guid stays', () => {
    expect(ids({ guid: 'g', link: 'a', title: 'a', published: 1 })).toEqual(
      ids({ guid: 'g', link: 'b', title: 'b' }),
    );
  });
  test('of the others stays when one entry lacks its guid', () => {
    expect(ids({ guid: '1' }, { title: 'bad' }, { guid: '2' }).filter((id) => id !== 'bad')).toEqual(
      ids({ guid: '1' }, { guid: '2' }),
    );
  });
  test('adds the link to a guid that the feed gives to several links, in any order', () => {
    expect(ids({ guid: 'g', link: 'a' }, { guid: 'g', link: 'b' })).toEqual(['g a', 'g b']);
    expect(ids({ guid: 'g', link: 'b' }, { guid: 'g', link: 'a' }, { guid: 'h' })).toEqual([
      'g b',
      'g a',
      'h',
    ]);
  });
  test('keeps the same entry listed twice apart, the first unchanged', () => {
    expect(ids({ guid: 'g', link: 'a' }, { guid: 'g', link: 'a' })).toEqual(['g', 'g#2']);
  });
  test('comes from the text where there is nothing else', () => {
    const [a, b] = ids({ summary: 'a' }, { summary: 'b' });
    expect(a).not.toBe(b);
    expect(ids({}, {})).toHaveLength(2);
    expect(new Set(ids({}, {})).size).toBe(2);
  });
});
