/**
 * What answering costs: the commands beside an empty one as the floor, loading the pack, and /ask on a dataset a
 * hundred times as large. Wall time in milliseconds of work in the process; no network.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { actor } from '../commands/actor.ts';
import { ask } from '../commands/ask.ts';
import { ceasefire } from '../commands/ceasefire.ts';
import { type AnyCommand, defineCommand } from '../src/command.ts';
import { createDispatch } from '../src/discord/dispatch.ts';
import { render } from '../src/discord/render.ts';
import { ask as answerTo } from '../src/knowledge/ask/ask.ts';
import { indexDataset } from '../src/knowledge/dataset-index.ts';
import { addDays } from '../src/knowledge/dates.ts';
import { type LoadOptions, loadPack } from '../src/pack.ts';
import type { Dataset } from '../src/schema/dataset.ts';
import { median, percentile, report } from './parts/row.ts';

const compiled = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
/** Five times (ms), the first with cold code. */
async function loads(options?: LoadOptions): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const began = performance.now();
    await loadPack('config/pakistan-ttp', options);
    times.push(performance.now() - began);
  }
  return times;
}
const fromYaml = await loads();
await loadPack('config/pakistan-ttp', { compiled });
const fromCompiled = await loads({ compiled });
rmSync(compiled, { recursive: true });

const pack = await loadPack('config/pakistan-ttp');
const index = indexDataset(pack.dataset);
const empty = defineCommand<object>()({
  definition: { name: 'empty', description: 'Does nothing', where: 'anywhere' },
  run: () => ({ text: 'nothing' }),
});
const services = {
  packInfo: pack.info,
  index,
  clock: { now: () => Date.UTC(2026, 10, 22) },
  vocabulary: pack.ask,
  reports: async () => [],
  drawTimeline: async () => ({ name: '', png: new Uint8Array(), alt: '' }),
};
const commands: AnyCommand<typeof services>[] = [ceasefire, actor, ask, empty];
const dispatch = createDispatch(commands, services, { info: () => {}, error: console.error });

/** From the interaction to the body of the reply. */
let askers = 0;

async function answer(command: string, options: object, subcommand?: string): Promise<void> {
  // Everybody asks once: nobody runs into the limit of a command.
  const origin = {
    requestId: '1',
    user: { id: String(++askers) },
    locale: 'en-US',
    channel: '1',
    guild: undefined,
  };
  const call = { ...origin, memberPermissions: 0n, appPermissions: 0n, options: { ...options } };
  JSON.stringify(render(await dispatch.answer({ kind: 'call', command, subcommand, call })));
}

/** @param goal ms at the 99th percentile; none for the floor */
async function measure(
  what: string,
  count: number,
  goal: number | undefined,
  work: (i: number) => unknown,
): Promise<void> {
  for (let i = 0; i < Math.min(count, 200); i += 1) await work(i);
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const began = performance.now();
    await work(i);
    times.push(performance.now() - began);
  }
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  if (goal === undefined) {
    floor = p99;
    console.log(`  ${what}: p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`);
    return;
  }
  report({
    what: `${what}, work at p99`,
    floor: `${floor.toFixed(2)} ms`,
    measured: `${p99.toFixed(2)} ms`,
    result: `p50 ${p50.toFixed(2)} ms`,
    goal: `under ${goal} ms`,
    met: p99 < goal,
  });
}

const { questions } = JSON.parse(readFileSync('test/knowledge/ask/questions.json', 'utf8')) as {
  questions: { question: string }[];
};
const questionAt = (i: number) => questions[i % questions.length]!.question;
const days = Array.from({ length: 730 }, (_, i) => addDays('2021-01-01', i));
const actors = [...index.actors.values()];

for (const [how, times] of [
  ['from its YAML, as after a change', fromYaml],
  ['as every other start does', fromCompiled],
] as const) {
  const middle = median(times);
  report({
    what: `load the pack ${how}, median of five`,
    floor: 'none',
    measured: `${middle.toFixed(0)} ms`,
    result: `the first ${times[0]!.toFixed(0)} ms`,
    goal: 'under 150 ms',
    met: middle < 150,
  });
}
let floor = Number.NaN;
await measure('an empty command (the floor)', 2000, undefined, () => answer('empty', {}));
await measure('/ceasefire status', 2000, 5, (i) => answer('ceasefire', { on: days[i % 730] }, 'status'));
await measure('/actor', 2000, 5, (i) => answer('actor', { name: actors[i % actors.length]!.name }));
await measure('/ask', 2000, 5, (i) => answer('ask', { question: questionAt(i) }));

const large = indexDataset(copies(pack.dataset, 100));
const [dyad] = pack.info.dyads;
const options = {
  index: large,
  dyad: dyad!,
  dyads: pack.info.dyads,
  today: '2026-11-22',
  vocabulary: pack.ask,
};
answerTo('warm', options);
await measure('/ask on 100 times the dataset', 1000, 20, (i) => answerTo(questionAt(i), options));

/** The dataset with copies of its claims and events, each with ids of its own. */
function copies(dataset: Dataset, times: number): Dataset {
  const more = <T extends { id: string }>(list: readonly T[]) =>
    Array.from({ length: times }, (_, n) =>
      list.map((each) => ({ ...each, id: n === 0 ? each.id : `${each.id}-${n}` })),
    ).flat();
  return {
    ...dataset,
    claims: more(dataset.claims),
    events: more(dataset.events),
    sources: more(dataset.sources),
  };
}
