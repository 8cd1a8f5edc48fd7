import { once } from 'node:events';
import { z } from 'zod';
import type { Inspection } from '../app/inspection.ts';
import { type Clock, createMovableClock } from '../clock.ts';
import { UserError } from '../command.ts';

const itemSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  source: z.string(),
  link: z.string(),
  /** UTC ms. */
  published: z.int(),
});

/** `ahead`: by how many ms the bot's clock is ahead of the system's. `id`: names a question in its answer. */
const messageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('clock'), ahead: z.int() }),
  z.strictObject({ type: z.literal('verdict'), id: z.int(), item: itemSchema }),
  z.strictObject({ type: z.literal('next-digest'), id: z.int() }),
]);
type Message = z.infer<typeof messageSchema>;

/** What comes of the channel to the playground that started this process. */
export interface PlaygroundChannel {
  readonly clock: Clock;
  /** From then on questions are answered, those that came before as well. */
  readonly inspect: (inspection: Inspection) => void;
}

/**
 * Opens the channel to the playground that started this process. Waits for the first word, which sets the clock;
 * later ones move it, or ask. Ends the process when the playground is gone, however that ended.
 * @throws {UserError} if no process with a channel started this one
 */
export async function openPlaygroundChannel(): Promise<PlaygroundChannel> {
  const { channel } = process;
  if (!process.send || !channel)
    throw new UserError('start --playground is for the playground alone: use npm run playground.');
  const clock = createMovableClock();
  const { promise: inspection, resolve: inspect } = Promise.withResolvers<Inspection>();

  async function heed(message: Message): Promise<void> {
    if (message.type === 'clock') {
      clock.ahead = message.ahead;
      return;
    }
    const bot = await inspection;
    const answer = message.type === 'verdict' ? bot.verdict(message.item) : await bot.nextDigest();
    // The playground may be gone by now: then this process ends as well.
    process.send?.({ id: message.id, answer }, undefined, undefined, () => undefined);
  }

  process.on('message', (received) => {
    const { success, data } = messageSchema.safeParse(received);
    if (success)
      heed(data).catch((error: Error) =>
        process.stderr.write(`no answer for the playground: ${error.message}\n`),
      );
    else process.stderr.write('the playground sent a message that is none of its own: ignored\n');
  });
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  await once(process, 'message');
  channel.unref(); // it must not hold up the end
  return { clock, inspect };
}
