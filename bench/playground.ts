import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ended } from './parts/child.ts';
import { median, report } from './parts/row.ts';

// From `npm run playground` to the address in the terminal with its page served, and to the bot online in it.
const rounds = 5;
const served: number[] = [];
const online: number[] = [];
for (let round = 0; round < rounds; round++) {
  const spawned = performance.now();
  const child = spawn('node', ['src/main.ts', 'playground'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/\S+/.exec(line) ?? [];
    if (url) {
      await (await fetch(url)).text();
      served.push(performance.now() - spawned);
    }
    if (!line.startsWith('The bot is online')) continue;
    online.push(performance.now() - spawned);
    break;
  }
  await ended(child);
}
const seconds = (times: readonly number[]) => `${(median(times) / 1000).toFixed(2)} s`;
report({
  what: `playground: process spawned → page served, bot online (median of ${rounds})`,
  floor: 'none',
  measured: `${seconds(served)}, ${seconds(online)}`,
  result: seconds(online),
  goal: 'online in under 3 s',
  met: median(online) < 3000,
});
