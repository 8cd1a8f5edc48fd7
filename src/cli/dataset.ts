import { parseArgs } from 'node:util';
import { ceasefiresCsv } from '../pack/ceasefires-csv.ts';
import { layersOf } from './layers.ts';
import { openPack } from './open-pack.ts';

/** The whole dataset as JSON; with `--csv` the ceasefires with the column names of ETH/PRIO. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      layers: { type: 'string' },
      json: { type: 'boolean' },
      csv: { type: 'boolean', default: false },
    },
  });
  const pack = await openPack();
  const dataset = pack.layers(layersOf(values.layers));
  process.stdout.write(values.csv ? ceasefiresCsv(dataset) : `${JSON.stringify(dataset, undefined, 2)}\n`);
  return 0;
}
