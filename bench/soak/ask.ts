import { setTimeout as sleep } from 'node:timers/promises';
import type { LoopbackDiscord } from '../../src/playground/discord/index.ts';
import type { Server } from './servers.ts';

export interface Asked {
  answered: number;
  unanswered: number;
}

const questions = [
  { name: 'ceasefire status', options: {} },
  { name: 'ceasefire timeline', options: {} },
  { name: 'ask', options: { question: 'who mediated the talks in 2022?' } },
  { name: 'actor', options: { name: 'Noor Wali Mehsud' } },
];

/** People ask, one after the other, twice a second until `end` (UTC ms); answers are for their eyes, in a channel of their own. */
export async function ask(
  discord: LoopbackDiscord,
  servers: readonly Server[],
  asked: Asked,
  end: number,
): Promise<void> {
  const guild = discord.createGuild('readers');
  const channel = discord.createChannel(guild, 'general').id;
  const readers = servers.map((_, n) => discord.createUser(`reader ${n}`, guild).id);
  for (let n = 0; Date.now() < end; n++) {
    const { name, options } = questions[n % questions.length]!;
    const user = readers[n % readers.length]!;
    try {
      const { failed } = await discord.command({ user, channel }, name, options);
      if (failed) asked.unanswered += 1;
      else asked.answered += 1;
    } catch {
      asked.unanswered += 1;
    }
    await sleep(500);
  }
}
