import { setInterval } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { PlaygroundClock } from '../../src/playground/clock.ts';
import { Desk } from '../../src/playground/desk.ts';
import { FeedServer } from '../../src/playground/newsroom/feed-server.ts';
import { sampleOutlets } from '../../src/playground/newsroom/outlets.ts';
import { playReplay } from '../../src/playground/replay.ts';

const day = 86_400_000;

test('the clock goes forward only', () => {
  const start = Date.UTC(2021, 10, 8, 12, 30);
  const clock = new PlaygroundClock(start);
  const since = () => Math.round((clock.now() - start) / 60_000);
  clock.moveTo(start - day);
  expect(since()).toBe(0);
  clock.move('hour');
  expect(since()).toBe(60);
  clock.move('now');
  expect(Math.abs(clock.ahead)).toBeLessThan(1000);
  clock.move('now');
  expect(Math.abs(clock.ahead)).toBeLessThan(1000);
});

test('a replay stops at the digest of a day with news, then goes to the next date', {
  timeout: 20_000,
}, async () => {
  const clock = new PlaygroundClock(Date.UTC(2021, 10, 7));
  const newsroom = new FeedServer(sampleOutlets, clock.now);
  await newsroom.listen();
  onTestFinished(() => newsroom.close());
  const verdict = { alert: false, topic: 'none', reasons: [] };
  const desk = new Desk(newsroom, () => Promise.resolve(verdict));
  const stops: string[] = [];
  clock.on('moved', () => stops.push(new Date(clock.now()).toISOString().slice(0, 16)));
  const ended = new AbortController();
  const asking = askOften(newsroom, ended.signal); // as the bot does
  const item = (slug: string, at: number) => ({
    outlet: 'sample-wire',
    story: { slug, title: slug, summary: '' },
    at,
  });
  const noon = Date.UTC(2021, 10, 8, 12);
  const items = [item('first', noon), item('second', noon), item('third', noon + 5 * day)];
  const bot = {
    running: true,
    /** As if one channel got its digest at 13:00 UTC. */
    nextDigest: async () => {
      const today = new Date(clock.now()).setUTCHours(13, 0, 0, 0);
      return today > clock.now() ? today : today + day;
    },
  };
  await playReplay(items, { bot, clock, newsroom, desk, speed: 60 });
  ended.abort();
  await asking;
  expect(stops).toEqual(['2021-11-08T12:00', '2021-11-08T12:01', '2021-11-08T13:00', '2021-11-13T12:00']);
  expect(desk.list.map(({ title }) => title)).toEqual(['third', 'second', 'first']);
});

async function askOften(newsroom: FeedServer, signal: AbortSignal): Promise<void> {
  for await (const _ of setInterval(100)) {
    if (signal.aborted) return;
    await (await fetch(`${newsroom.url}/sample-wire.xml`)).text();
  }
}
