import { type AskOptions, ask } from '../../../src/knowledge/ask/ask.ts';
import type { Answer } from '../../../src/knowledge/ask/compose.ts';
import { type Library, libraryOf } from '../../../src/knowledge/ask/library.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { loadPack } from '../../../src/pack.ts';

export const pack = await loadPack('config/pakistan-ttp');
const [dyad] = pack.info.dyads;
if (!dyad) throw new Error('the pack has no dyad');

/** The seed layer, asked in late 2026. */
export const seeds: AskOptions = {
  index: indexDataset(pack.layers(['seeds'])),
  dyad,
  dyads: pack.info.dyads,
  today: '2026-11-22',
  vocabulary: pack.ask,
};

/** All layers: the seeds and what came later. */
const all: AskOptions = { ...seeds, index: indexDataset(pack.layers(['seeds', 'updates'])) };

export const askAll = (question: string): Answer => ask(question, all);

export const library: Library = libraryOf(seeds.index, pack.ask);

export const askSeeds = (question: string, on?: string): Answer =>
  ask(question, { ...seeds, ...(on !== undefined && { on }) });
