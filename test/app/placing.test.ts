import { afterEach, expect, test } from 'vitest';
import type { Story } from '../../src/news/story.ts';
import { startChild } from '../contract/child.ts';
import { useRedis } from '../coordination/redis-clients.ts';
import { openPlacer } from './placer.ts';

const { server } = useRedis();
const title = 'TTP extends ceasefire with Pakistan until May 30';

let placers: Awaited<ReturnType<typeof openPlacer>>[] = [];
afterEach(async () => {
  await Promise.all(placers.map((placer) => placer.close()));
  placers = [];
});
async function placer() {
  const opened = await openPlacer(server().url);
  placers.push(opened);
  return opened;
}

async function stored(): Promise<Pick<Story, 'version' | 'reports'>[]> {
  const found: Story[] = [];
  for await (const [, story] of (await placer()).stories.entries()) found.push(story);
  return found.map(({ version, reports }) => ({ version, reports }));
}
const outlets = ({ reports }: Pick<Story, 'reports'>) => reports.map(({ outlet }) => outlet).toSorted();

/** Another process is about to store the story of this report, and stands still, as a machine does that is paused. */
async function standing(outlet: string): Promise<{ goOn(): Promise<void> }> {
  const child = startChild(new URL('./standing-placer.ts', import.meta.url), server().url, outlet, title);
  await child.printed(1);
  const pid = Number(child.lines[0]);
  process.kill(pid, 'SIGSTOP');
  return {
    async goOn() {
      await server().command('SET', 'go-on', '1');
      process.kill(pid, 'SIGCONT');
      await child.printed(2);
    },
  };
}

test('who stood still while adding to a story adds to what others made of it meanwhile', async () => {
  const here = await placer();
  await here.report('first', title);
  const other = await standing('slow');
  await here.report('quick', title);
  await other.goOn();
  const [story, ...more] = await stored();
  expect(more).toEqual([]);
  expect(outlets(story!)).toEqual(['first', 'quick', 'slow']);
  expect(story!.version).toBe(3);
});

test('who stood still while beginning a story joins the one that others began meanwhile', async () => {
  const here = await placer();
  const other = await standing('slow');
  await here.report('quick', title);
  await other.goOn();
  const [story, ...more] = await stored();
  expect(more).toEqual([]);
  expect(outlets(story!)).toEqual(['quick', 'slow']);
  await here.report('third', title);
  expect((await stored()).map(outlets)).toEqual([['quick', 'slow', 'third']]);
});

test('two that place at once make one story', async () => {
  const [one, two] = [await placer(), await placer()];
  await Promise.all(['a', 'b', 'c', 'd'].map((outlet, n) => (n % 2 ? one : two).report(outlet, title)));
  expect((await stored()).map(outlets)).toEqual([['a', 'b', 'c', 'd']]);
});
