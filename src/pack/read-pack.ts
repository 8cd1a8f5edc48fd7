import type { ZodType } from 'zod';
import { type AskVocabulary, askSchema } from '../schema/ask.ts';
import type { Dataset } from '../schema/dataset.ts';
import { type FeedSource, feedsSchema } from '../schema/feeds.ts';
import { learnedSchema } from '../schema/learned.ts';
import { noVocabulary } from '../schema/no-vocabulary.ts';
import { type PackInfo, packSchema } from '../schema/pack.ts';
import { type Watch, watchSchema } from '../schema/watch.ts';
import { checkAsk } from './check-ask.ts';
import { checkDataset } from './check-dataset.ts';
import { checkFeeds, checkInfo } from './check-info.ts';
import { addRecords, type LocatedLists, parseYaml } from './dataset-file.ts';
import type { PackFiles } from './pack-files.ts';
import { PackError, type Problem } from './problem.ts';
import { isProblem, readJson, readYaml, type YamlFile } from './yaml-file.ts';

/** What a sound pack's files say. */
export interface PackContent {
  readonly info: PackInfo;
  readonly watch: Watch;
  readonly feeds: readonly FeedSource[];
  readonly ask: AskVocabulary;
  /** Records of all layers as they stand in the files. */
  readonly records: Dataset;
}

/** A pack as its files hold it: what is sound in them, and what is wrong. */
export interface ReadPack {
  readonly info: PackInfo | undefined;
  readonly watch: Watch | undefined;
  readonly feeds: readonly FeedSource[];
  /** Without ask.yaml, which a pack need not have: empty. */
  readonly ask: AskVocabulary;
  /** Records of all layers as they stand in the files. */
  readonly records: LocatedLists;
  readonly problems: readonly Problem[];
}

/** Reads and checks what stands in the files of a pack; never throws for it. */
export function readPack(files: PackFiles): ReadPack {
  const [infoFile, watchFile, feedsFile] = [files.info, files.watch, files.feeds].map(readYaml);
  const askFile = files.ask && readYaml(files.ask);
  const learnedFile = files.learned && readJson(files.learned);
  const dataFiles = files.dataset.map(({ layer, file }) => ({ layer, file: readYaml(file) }));
  const reads = [
    infoFile,
    watchFile,
    feedsFile,
    askFile,
    learnedFile,
    ...dataFiles.map(({ file }) => file),
  ].filter((each) => each !== undefined);
  const problems = reads.filter(isProblem);
  const info = sound(packSchema, infoFile, problems);
  const vocabulary = sound(watchSchema, watchFile, problems);
  const learned = sound(learnedSchema, learnedFile, problems);
  const watch = vocabulary && { ...vocabulary, ...(learned && { learned }) };
  const feeds = sound(feedsSchema, feedsFile, problems)?.feeds ?? [];
  const ask = sound(askSchema, askFile, problems) ?? noVocabulary;
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
  for (const { layer, file } of dataFiles)
    if (!isProblem(file)) problems.push(...addRecords(file, layer, records, broken));
  // A file that is no YAML hides records: then a reference that leads nowhere says nothing.
  const isWhole = !dataFiles.some(({ file }) => isProblem(file));
  problems.push(...checkDataset(records, broken, info, isWhole));
  if (info && isFile(infoFile)) problems.push(...checkInfo(infoFile, info, records, broken, isWhole));
  if (isFile(askFile) && isWhole) problems.push(...checkAsk(askFile, ask, records, broken));
  if (isFile(feedsFile)) problems.push(...checkFeeds(feedsFile, feeds));
  return { info, watch, feeds, ask, records, problems };
}

/** @throws {PackError} naming every problem with its file, line and column */
export function readContent(files: PackFiles): PackContent {
  const { info, watch, feeds, ask, records, problems } = readPack(files);
  if (!info || !watch || problems.length > 0) throw new PackError(problems);
  return { info, watch, feeds, ask, records: datasetOf(records) };
}

/** The located records without their places. */
function datasetOf(records: LocatedLists): Dataset {
  const entries = Object.entries(records).map(([list, located]) => [
    list,
    located.map(({ record }) => record),
  ]);
  return Object.fromEntries(entries) as Dataset;
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
