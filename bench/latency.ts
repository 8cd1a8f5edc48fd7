import { setTimeout as pause } from 'node:timers/promises';
import { openBench } from './alerts/bot.ts';

// 1,000 subscribed channels, each story to ten of them: how long from taking a story in to its messages.
const told = 10;
const stories = 100;
const bench = await openBench(1000, false);
bench.worker.start();
const begun = new Map<string, number>();
for (let n = 0; n < stories; n++) {
  const title = `Story ${n}`;
  await bench.aim(n);
  begun.set(title, Date.now());
  await bench.tell(title);
  // Ten messages take 210 ms at the rate that is allowed; so the queue runs nearly full.
  await pause(250 + 100 * Math.random());
}
const { arrivals, rateLimited } = await bench.arrived(stories * told);
const waits = arrivals.map(({ at, title }) => at - (begun.get(title) ?? 0)).sort((a, b) => a - b);
const percentile = (share: number) => waits[Math.floor(waits.length * share)];
console.log(
  `${waits.length} messages: median ${percentile(0.5)} ms, 99th percentile ${percentile(0.99)} ms, 429: ${rateLimited}`,
);
await bench.close();
