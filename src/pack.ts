import { checkQuotes } from './pack/check-quotes.ts';
import { deepFreeze } from './pack/freeze.ts';
import { chooseLayers } from './pack/layers.ts';
import { PackError, type Problem } from './pack/problem.ts';
import { datasetOf, readPack } from './pack/read-pack.ts';
import type { AskVocabulary } from './schema/ask.ts';
import { type Dataset, type Layer, layers } from './schema/dataset.ts';
import type { FeedSource } from './schema/feeds.ts';
import type { PackInfo } from './schema/pack.ts';
import type { Watch } from './schema/watch.ts';

export { PackError, type Problem, problemLine } from './pack/problem.ts';

/** All that is particular to one conflict. Frozen through and through. */
export interface Pack {
  readonly info: PackInfo;
  /** All layers. */
  readonly dataset: Dataset;
  /** The records of the chosen layers only; the same object for the same choice. */
  layers(chosen: readonly Layer[]): Dataset;
  readonly watch: Watch;
  /** What people call things in questions; empty if the pack has no ask.yaml. */
  readonly ask: AskVocabulary;
  readonly feeds: readonly FeedSource[];
  /** Changes with any file of the pack: SHA-256, as hex. */
  readonly version: string;
}

/** @throws {PackError} naming every problem with its file, line and column */
export async function loadPack(dir: string): Promise<Pack> {
  const { info, watch, ask, feeds, records, version, problems } = await readPack(dir);
  if (!info || !watch || problems.length > 0) throw new PackError(problems);
  const all = datasetOf(records);
  const chosenBefore = new Map<string, Dataset>();
  const choose = (chosen: readonly Layer[]): Dataset => {
    const key = layers.filter((layer) => chosen.includes(layer)).join();
    const dataset = chosenBefore.get(key) ?? deepFreeze(chooseLayers(all, chosen));
    chosenBefore.set(key, dataset);
    return dataset;
  };
  return deepFreeze({
    info,
    dataset: choose(layers),
    layers: choose,
    watch,
    feeds,
    ask,
    version,
  });
}

/**
 * Everything wrong in a pack; empty if nothing is.
 *
 * @param options.seeds folder of the seed documents: then every quote must stand in its document
 */
export async function checkPack(
  dir: string,
  options: { readonly seeds?: string } = {},
): Promise<readonly Problem[]> {
  const { records, problems } = await readPack(dir);
  if (options.seeds === undefined) return problems;
  return [...problems, ...(await checkQuotes(records, options.seeds))];
}
