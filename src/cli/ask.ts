import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../clock.ts';
import { UserError } from '../command.ts';
import { ask } from '../knowledge/ask/ask.ts';
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

/** The answer of /ask; with `--batch` one for each JSON line of standard input. */
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

  if (values.batch) {
    const lines = await readJsonLines((value) => lineSchema.parse(value));
    for (const { id, question, on } of lines) {
      writeJsonLine({ id, ...answerTo(question, dayOf(on ?? values.on)) });
    }
    return 0;
  }
  if (positionals.length === 0)
    throw new UserError('ask takes a question, or --batch with JSON lines on standard input.');
  const answer = answerTo(positionals.join(' '), dayOf(values.on));
  if (values.json) writeJsonLine(answer);
  else {
    const sources = answer.sources.map((id) => ({ label: index.sources.get(id)?.title ?? id }));
    process.stdout.write(replyText({ cards: [{ body: answer.answer, sources }] }));
  }
  return 0;
}
