import { once } from 'node:events';
import { z } from 'zod';
import { type Clock, createMovableClock } from '../clock.ts';
import { UserError } from '../command.ts';

/** `ahead`: by how many ms the bot's clock is ahead of the system's. */
const messageSchema = z.strictObject({ type: z.literal('clock'), ahead: z.int() });

/**
 * The channel to the playground that started this process. Waits for the first word, which sets the clock;
 * later ones move it. Ends the process when the playground is gone, however that ended.
 * @throws {UserError} if no process with a channel started this one
 */
export async function clockOfPlayground(): Promise<Clock> {
  const { channel } = process;
  if (!process.send || !channel)
    throw new UserError('start --playground is for the playground alone: use npm run playground.');
  const clock = createMovableClock();
  process.on('message', (message) => {
    const { success, data } = messageSchema.safeParse(message);
    if (success) clock.ahead = data.ahead;
    else process.stderr.write('the playground sent a message that is none of its own: ignored\n');
  });
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  await once(process, 'message');
  channel.unref(); // it must not hold up the end
  return clock;
}
