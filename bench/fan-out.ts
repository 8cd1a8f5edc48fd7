import { openBench } from './alerts/bot.ts';

// One story to many channels (2,000, or as CHANNELS says): how much of the allowed 50 requests/s is used.
const channels = Number(process.env.CHANNELS ?? 2000);
const bench = await openBench(channels, true);
const start = performance.now();
await bench.tell('Truce extended');
const queued = performance.now();
console.log(`decided and queued ${channels} deliveries in ${(queued - start).toFixed(0)} ms`);
bench.worker.start();
const { arrivals, rateLimited, violations, busiest } = await bench.arrived(channels);
const seconds = ((arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0)) / 1000;
const rate = channels / seconds;
console.log(
  `${channels} messages in ${seconds.toFixed(1)} s: ${rate.toFixed(1)}/s, ${(rate * 2).toFixed(0)} % of 50/s`,
);
console.log(`429: ${rateLimited}, violations: ${violations}, most in a second: ${busiest}`);
await bench.close();
