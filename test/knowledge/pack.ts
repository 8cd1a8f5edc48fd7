import { indexDataset } from '../../src/knowledge/dataset-index.ts';
import { loadPack } from '../../src/pack.ts';

/** The pack that ships, indexed by choice of layers. */
export const pack = await loadPack('config/pakistan-ttp');
export const indexes = {
  seeds: indexDataset(pack.layers(['seeds'])),
  both: indexDataset(pack.dataset),
};
