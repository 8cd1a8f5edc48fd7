import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ZodType } from 'zod';
import { type AskVocabulary, askSchema } from '../schema/ask.ts';
import { type Dataset, type Layer, layers } from '../schema/dataset.ts';
import { type FeedSource, feedsSchema } from '../schema/feeds.ts';
import { type PackInfo, packSchema } from '../schema/pack.ts';
import { type Watch, watchSchema } from '../schema/watch.ts';
import { checkDataset } from './check-dataset.ts';
import { checkFeeds, checkInfo } from './check-info.ts';
import { addRecords, type LocatedLists, parseYaml } from './dataset-file.ts';
import type { Problem } from './problem.ts';
import { isProblem, readIfThere, readYaml, type YamlFile } from './yaml-file.ts';

/** A pack as its files hold it: what is sound in them, and what is wrong. */
export interface ReadPack {
  readonly info: PackInfo | undefined;
  readonly watch: Watch | undefined;
  readonly feeds: readonly FeedSource[];
  /** Without ask.yaml, which a pack need not have: empty. */
  readonly ask: AskVocabulary;
  /** Records of all layers as they stand in the files. */
  readonly records: LocatedLists;
  /** SHA-256 of all files, as hex. */
  readonly version: string;
  readonly problems: readonly Problem[];
}

/** Reads and checks all files of a pack's folder; never throws for what stands in them. */
export async function readPack(dir: string): Promise<ReadPack> {
  const datasetFiles = await listDatasetFiles(dir);
  const read = (name: string) => readYaml(join(dir, name));
  const [infoFile, watchFile, feedsFile, askFile, ...dataFiles] = await Promise.all([
    read('pack.yaml'),
    read('watch.yaml'),
    read('feeds.yaml'),
    readIfThere(join(dir, 'ask.yaml')),
    ...datasetFiles.map(({ name }) => read(name)),
  ]);
  const reads = [infoFile, watchFile, feedsFile, askFile, ...dataFiles].filter((each) => each !== undefined);
  const problems = reads.filter(isProblem);
  const info = sound(packSchema, infoFile, problems);
  const watch = sound(watchSchema, watchFile, problems);
  const feeds = sound(feedsSchema, feedsFile, problems)?.feeds ?? [];
  const ask = sound(askSchema, askFile, problems) ?? askSchema.parse({});
  const records: LocatedLists = {
    sources: [],
    actors: [],
    relations: [],
    ceasefires: [],
    events: [],
    claims: [],
    disputes: [],
  };
  const broken = new Set<string>();
  for (const [index, { layer }] of datasetFiles.entries()) {
    const file = dataFiles[index];
    if (file && !isProblem(file)) problems.push(...addRecords(file, layer, records, broken));
  }
  // A file that is no YAML hides records: then a reference that leads nowhere says nothing.
  const isWhole = !dataFiles.some((file) => file && isProblem(file));
  problems.push(...checkDataset(records, broken, info, isWhole));
  if (info && isFile(infoFile)) problems.push(...checkInfo(infoFile, info, records, broken, isWhole));
  if (isFile(feedsFile)) problems.push(...checkFeeds(feedsFile, feeds));
  const hash = createHash('sha256');
  for (const file of reads.filter(isFile))
    hash.update(relative(dir, file.path)).update('\0').update(file.text);
  return { info, watch, ask, feeds, records, version: hash.digest('hex'), problems };
}

/** The located records without their places. */
export function datasetOf(records: LocatedLists): Dataset {
  const entries = Object.entries(records).map(([list, located]) => [
    list,
    located.map(({ record }) => record),
  ]);
  return Object.fromEntries(entries) as Dataset;
}

async function listDatasetFiles(dir: string): Promise<{ name: string; layer: Layer }[]> {
  const files = await Promise.all(
    layers.map(async (layer) => {
      const names = await readdir(join(dir, 'dataset', layer)).catch((): string[] => []);
      const yaml = names.filter((name) => /\.ya?ml$/.test(name)).sort();
      return yaml.map((name) => ({ name: join('dataset', layer, name), layer }));
    }),
  );
  return files.flat();
}

function sound<T>(
  schema: ZodType<T>,
  read: YamlFile | Problem | undefined,
  problems: Problem[],
): T | undefined {
  if (!isFile(read)) return undefined;
  const parsed = parseYaml(schema, read);
  problems.push(...parsed.problems);
  return parsed.value;
}

function isFile(read: YamlFile | Problem | undefined): read is YamlFile {
  return read !== undefined && !isProblem(read);
}
