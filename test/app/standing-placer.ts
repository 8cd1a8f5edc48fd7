import { setTimeout as pause } from 'node:timers/promises';
import { openPlacer } from './placer.ts';

// Takes in one report, and waits before it stores the story until it is told to go on.
const [url = '', outlet = '', title = ''] = process.argv.slice(2);
let waited = false;
const placer = await openPlacer(url, async () => {
  if (waited) return;
  waited = true;
  console.log(process.pid);
  while (!(await placer.redis.exists('go-on'))) await pause(20);
});
await placer.report(outlet, title);
await placer.close();
console.log('placed');
