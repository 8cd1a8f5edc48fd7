import type { Log } from './log.ts';
import { readCompiled, writeCompiled } from './pack/compiled.ts';
import { deepFreeze } from './pack/freeze.ts';
import { chooseLayers } from './pack/layers.ts';
import { type PackFiles, readPackFiles } from './pack/pack-files.ts';
import type { Problem } from './pack/problem.ts';
import type { PackContent } from './pack/read-pack.ts';
import type { AskVocabulary } from './schema/ask.ts';
import type { Dataset } from './schema/dataset.ts';
import type { FeedSource } from './schema/feeds.ts';
import { type Layer, layers } from './schema/layers.ts';
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

export interface LoadOptions {
  /** A folder that may hold the pack as read before, and is given it if not; without it every load reads the YAML. */
  readonly compiled?: string | undefined;
  readonly log?: Pick<Log, 'info'>;
}

/** @throws {PackError} naming every problem with its file, line and column */
export async function loadPack(dir: string, options: LoadOptions = {}): Promise<Pack> {
  const files = await readPackFiles(dir);
  const { version } = files;
  const { info, watch, ask, feeds, records } = await contentOf(files, options);
  const chosenBefore = new Map<string, Dataset>();
  const choose = (chosen: readonly Layer[]): Dataset => {
    const key = layers.filter((layer) => chosen.includes(layer)).join();
    const dataset = chosenBefore.get(key) ?? deepFreeze(chooseLayers(records, chosen));
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

async function contentOf(files: PackFiles, { compiled, log }: LoadOptions): Promise<PackContent> {
  const known = compiled === undefined ? undefined : await readCompiled(compiled, files.version);
  if (known) return known;
  // Loaded here: with a compiled pack neither YAML nor its schemas are needed.
  const { readContent } = await import('./pack/read-pack.ts');
  const content = readContent(files);
  if (compiled === undefined) return content;
  log?.info({ version: files.version }, 'the pack is read from its YAML: no compiled form fits it');
  await writeCompiled(compiled, files.version, content).catch((err: unknown) =>
    log?.info({ err }, 'the compiled form of the pack was not kept: the next start reads the YAML again'),
  );
  return content;
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
  const { readPack } = await import('./pack/read-pack.ts');
  const { records, problems } = readPack(await readPackFiles(dir));
  if (options.seeds === undefined) return problems;
  const { checkQuotes } = await import('./pack/check-quotes.ts');
  return [...problems, ...(await checkQuotes(records, options.seeds))];
}
