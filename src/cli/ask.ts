import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../clock.ts';
import { UserError } from '../command.ts';
import { ask } from '../knowledge/ask/ask.ts';
import { askReply } from '../knowledge/ask/card.ts';
import { indexDataset } from '../knowledge/dataset-index.ts';
import { type Day, dayIn } from '../knowledge/dates.ts';
import { parseDay } from '../knowledge/parse-day.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';
import { layersOf } from './layers.ts';
import { openPack } from './open-pack.ts';
import { replyText } from './reply-text.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  on: z.string().nullish(),
});

/**
 * The answer of /ask; with `--batch` one for each JSON line of standard input. A line whose day is none gets
 * `{id, error: {kind, message}}`, one that holds no question a line on standard error that names it; the others are
 * answered, and the exit code is 1.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      on: { type: 'string' },
      layers: { type: 'string' },
      json: { type: 'boolean', default: false },
      batch: { type: 'boolean', default: false },
    },
  });
  const pack = await openPack();
  const index = indexDataset(pack.layers(layersOf(values.layers)));
  const dyad = pack.info.dyads.find(({ id }) => id === pack.info.defaultDyad)!;
  const today = dayIn(pack.info.timeZone, systemClock.now());
  const answerTo = (question: string, on: Day | undefined) =>
    ask(question, {
      index,
      dyad,
      dyads: pack.info.dyads,
      today,
      vocabulary: pack.ask,
      ...(on !== undefined && { on }),
    });
  const dayOf = (text: string | null | undefined) => (text ? parseDay(text, today) : undefined);
  const given = dayOf(values.on);

  if (values.batch) {
    const { lines, failed: isLineBad } = await readJsonLines((value) => lineSchema.parse(value));
    let failed = isLineBad;
    for (const { id, question, on } of lines) {
      try {
        writeJsonLine({ id, ...answerTo(question, dayOf(on) ?? given) });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        failed = true;
        writeJsonLine({ id, error: { kind: 'on', message: error.message } });
      }
    }
    return failed ? 1 : 0;
  }
  if (positionals.length === 0)
    throw new UserError('ask takes a question, or --batch with JSON lines on standard input.');
  const question = positionals.join(' ');
  const answer = answerTo(question, given);
  if (values.json) writeJsonLine(answer);
  else process.stdout.write(replyText(askReply(index, question, answer)));
  return 0;
}
