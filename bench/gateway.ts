import { setTimeout as sleep } from 'node:timers/promises';
import { startBot } from './parts/bot.ts';
import { type Child, startChild } from './parts/child.ts';
import { mixOf, type Rooms } from './parts/interaction.ts';
import type { Driven, Opened, Question } from './parts/lean-discord.ts';
import { percentile, report } from './parts/row.ts';

// Commands over the gateway at a steady rate, from the interaction sent to the callback received, beside a bare
// discord.js client that replies a constant. In turns, so that noise of the machine meets both.
const rate = 200;
const turns = 4;
const seconds = 5;
/** Code that has run for some seconds is compiled; a bot lives for weeks. */
const warmUp = 5;

/** Of one kind of commands, to one client: what was sent goes on from turn to turn. */
class Side {
  readonly latencies: number[] = [];
  readonly #discord: Child<Opened>;
  readonly #rooms: Rooms;
  #sent = 0;

  constructor(discord: Child<Opened>, rooms: Rooms) {
    this.#discord = discord;
    this.#rooms = rooms;
  }

  async turn(): Promise<void> {
    this.latencies.push(...(await this.drive(seconds)));
  }

  async drive(span: number): Promise<readonly number[]> {
    const question: Question = { rate, seconds: span, rooms: this.#rooms, from: this.#sent };
    const { sent, latencies } = await this.#discord.ask<Driven>(question);
    if (latencies.length < sent) throw new Error(`${sent - latencies.length} of ${sent} were not answered`);
    this.#sent += sent;
    return latencies;
  }
}

const forBare = await startChild<Opened>('lean-discord.ts');
const forBot = await startChild<Opened>('lean-discord.ts');
const bare = await startChild('bare-client.ts', [forBare.opened.apiUrl]);
const bot = startBot(forBot.opened.apiUrl);
await bot.said('ready');
await sleep(500);

const floor = new Side(forBare, 'constant');
const all = new Side(forBot, 'commands');
const fixed = new Side(forBot, 'fixed');
const sides = [floor, all, fixed];
const mix = mixOf(rate * turns * seconds);
console.log(`gateway: ${rate} commands a second for ${turns} × ${seconds} s`);
for (const side of sides) await side.drive(warmUp);
for (let turn = 0; turn < turns; turn++) for (const side of sides) await side.turn();
await Promise.all([bot.close(), bare.close()]);
await Promise.all([forBare.close(), forBot.close()]);

// A question may take 5 ms of work (see answers.ts), more than all that a constant takes: with it there is no goal here.
for (const [what, { latencies }, share, goal] of [
  ['command answer', fixed, 0.5, undefined],
  ['command answer', fixed, 0.99, 1.3],
  [`the same with questions (${mix})`, all, 0.5, undefined],
  [`the same with questions (${mix})`, all, 0.99, undefined],
] as const) {
  const [least, answered] = [percentile(floor.latencies, share), percentile(latencies, share)];
  report({
    what: `${what} over the gateway, ${rate}/s, p${100 * share}`,
    floor: `${least.toFixed(2)} ms`,
    measured: `${answered.toFixed(2)} ms`,
    result: `${(answered / least).toFixed(2)} ×`,
    ...(goal === undefined ? { goal: '–' } : { goal: `at most ${goal} ×`, met: answered / least <= goal }),
  });
}
