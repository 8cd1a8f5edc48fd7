import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openBench } from './parts/alerting.ts';
import { report } from './parts/row.ts';

// One story to many channels (2,000, or as CHANNELS says): how much of the allowed 50 requests/s is used.
const channels = Number(process.env.CHANNELS ?? 2000);
const bench = await openBench(channels);
const delay = monitorEventLoopDelay({ resolution: 5 });
const start = performance.now();
await bench.tell('Truce extended');
console.log(
  `fan-out: decided and queued ${channels} deliveries in ${(performance.now() - start).toFixed(0)} ms`,
);
delay.enable();
const before = process.cpuUsage();
bench.worker.start();
const { arrivals, rateLimited, violations, busiest } = await bench.arrived(channels);
delay.disable();
const { user, system } = process.cpuUsage(before);
const seconds = ((arrivals.at(-1)?.at ?? 0) - (arrivals[0]?.at ?? 0)) / 1000;
const rate = channels / seconds;
console.log(
  `  event loop late by ${ms(delay.percentile(99))} at the 99th percentile, ${ms(delay.max)} at most`,
);
console.log(
  `  processor time a message: ${((user + system) / 1000 / channels).toFixed(1)} ms (of 20 ms at 50/s)`,
);
console.log(`  429: ${rateLimited}, violations: ${violations}, most in a second: ${busiest}`);
report({
  what: `fan-out of one story to ${channels} channels`,
  floor: 'allowed 50/s',
  measured: `${rate.toFixed(1)}/s`,
  result: `${(rate / 50).toFixed(3)} ×, ${rateLimited} × 429`,
  goal: 'at least 0.95 ×, no 429',
  met: rate >= 0.95 * 50 && rateLimited === 0,
});
await bench.close();

function ms(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toFixed(0)} ms`;
}
