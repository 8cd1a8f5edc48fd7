import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { UserError } from '../command.ts';
import { statusReply } from '../knowledge/cards/status.ts';
import { indexDataset } from '../knowledge/dataset-index.ts';
import { dayIn } from '../knowledge/dates.ts';
import { parseDay } from '../knowledge/parse-day.ts';
import { statusJson, statusOn } from '../knowledge/status.ts';
import { writeJsonLine } from './json-lines.ts';
import { layersOf } from './layers.ts';
import { openPack } from './open-pack.ts';
import { replyText } from './reply-text.ts';

/** The status on a day, from the dataset alone. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      on: { type: 'string' },
      dyad: { type: 'string' },
      layers: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { info, layers } = await openPack();
  const wanted = values.dyad ?? info.defaultDyad;
  const dyad = info.dyads.find(({ id }) => id === wanted);
  if (!dyad)
    throw new UserError(
      `There is no dyad ${wanted}; there are: ${info.dyads.map(({ id }) => id).join(', ')}.`,
    );
  const today = dayIn(info.timeZone, systemClock.now());
  const index = indexDataset(layers(layersOf(values.layers)));
  const { horizon } = index.dyads.get(dyad.id) ?? {};
  const day = values.on === undefined ? today : parseDay(values.on, today, horizon);
  const status = statusOn(index, dyad.id, day);
  if (values.json) writeJsonLine(statusJson(status));
  else process.stdout.write(replyText(statusReply(index, status, dyad.name, [], 'details')));
  return 0;
}
