import { expect, test } from 'vitest';
import { createLivePack } from '../../src/app/live-pack.ts';
import { loadPack, type Pack, PackError } from '../../src/pack.ts';

const shipped = await loadPack('config/pakistan-ttp');

function setUp() {
  let next: () => Promise<Pack> = async () => shipped;
  const lines: { about: object; message: string }[] = [];
  const write = (about: object, message: string) => void lines.push({ about, message });
  const log = { debug: write, info: write, warn: write, error: write, child: () => log };
  return {
    lines,
    live: () => createLivePack(() => next(), log),
    becomes: (load: () => Promise<Pack>) => {
      next = load;
    },
  };
}

test('what follows from the pack is made anew with it, and only then', async () => {
  const { live, becomes } = setUp();
  const pack = await live();
  let made = 0;
  const feeds = pack.derived(({ pack: { feeds } }) => {
    made++;
    return feeds.length;
  });
  expect([feeds(), feeds()]).toEqual([shipped.feeds.length, shipped.feeds.length]);
  const heard: string[] = [];
  pack.onChange((edition) => void heard.push(edition.pack.version));
  await pack.reload();
  expect({ made, heard }).toEqual({ made: 1, heard: [] });
  becomes(async () => ({ ...shipped, version: 'next', feeds: [] }));
  await pack.reload();
  expect(feeds()).toBe(0);
  expect({ made, heard }).toEqual({ made: 2, heard: ['next'] });
});

test('a pack that does not check out is told with file and line, and the old one stays', async () => {
  const { live, becomes, lines } = setUp();
  const pack = await live();
  const before = pack.current;
  becomes(() =>
    Promise.reject(new PackError([{ file: 'feeds.yaml', line: 3, column: 5, message: 'no url' }])),
  );
  await pack.reload();
  expect(pack.current).toBe(before);
  expect(lines.at(-1)).toMatchObject({
    message: 'the pack was not reloaded',
    about: { problems: [expect.stringContaining('feeds.yaml:3:5')] },
  });
  becomes(() => Promise.reject(new Error('EMFILE')));
  await pack.reload();
  expect(pack.current).toBe(before);
  expect(lines.at(-1)?.about).toMatchObject({ err: { message: 'EMFILE' } });
});

test('readings come one after the other: the last state of the files wins', async () => {
  const { live, becomes } = setUp();
  const pack = await live();
  const slow = Promise.withResolvers<Pack>();
  becomes(() => slow.promise);
  const first = pack.reload();
  await Promise.resolve();
  becomes(async () => ({ ...shipped, version: 'second' }));
  const second = pack.reload();
  slow.resolve({ ...shipped, version: 'first' });
  await Promise.all([first, second]);
  expect(pack.current.pack.version).toBe('second');
});
