import type { ZodType } from 'zod';
import { type DatasetFile, datasetFileSchema, type InLayer } from '../schema/dataset.ts';
import type { Layer } from '../schema/layers.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';
import { type NodePath, positionIn } from './yaml-position.ts';

export const lists = Object.keys(datasetFileSchema.shape) as readonly ListName[];
export type ListName = keyof DatasetFile;

/** A record and where it stands. */
export interface Located<T> {
  readonly record: InLayer<T>;
  readonly file: YamlFile;
  readonly path: NodePath;
}

/** The located records of a dataset, file after file. */
export type LocatedLists = { readonly [K in ListName]: Located<DatasetFile[K][number]>[] };

/** A pack is read once: compiling its schemas would cost more than it saves. */
const once = { jitless: true };

/** A value in the form of a schema, or what is wrong with it. */
export function parseYaml<T>(schema: ZodType<T>, file: YamlFile): { value?: T; problems: Problem[] } {
  const result = schema.safeParse(file.value, once);
  if (result.success) return { value: result.data, problems: [] };
  return { problems: result.error.issues.map((issue) => problemOf(file, issue)) };
}

/** A problem at a node of a file. */
export function problemAt(file: YamlFile, path: NodePath, message: string): Problem {
  return { file: file.path, ...positionIn(file.text, path), message };
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: NodePath;
  readonly message: string;
  readonly keys?: readonly string[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
}

function problemOf(file: YamlFile, issue: Issue): Problem {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys ?? [];
    const keys = (issue.keys ?? []).map((each) => `"${each}"`).join(', ');
    return problemAt(file, [...issue.path, key], `unknown key ${keys}${named(file, issue.path)}`);
  }
  const key = issue.path.at(-1);
  const what = typeof key === 'string' ? `${key}: ` : '';
  return problemAt(file, issue.path, `${what}${sentence(issue)}${named(file, issue.path)}`);
}

function sentence({ code, message, origin, minimum }: Issue): string {
  if (message.endsWith('received undefined')) return 'is missing';
  if (message.endsWith('expected string, received number')) return 'is read as a number; put it in quotes';
  if (code === 'too_small' && origin === 'array') return `needs at least ${minimum}`;
  return message.replace(/^Invalid (input|option): /, '');
}

/** " (in claims 000-01)": the record that a path lies in, if it has an id. */
function named(file: YamlFile, [list, index]: NodePath): string {
  const record = (file.value as Record<PropertyKey, unknown[]>)?.[list ?? '']?.[Number(index)];
  const id = (record as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? ` (in ${String(list)} ${id})` : '';
}

/**
 * Adds the sound records of a file to `into`. A record with a mistake is left out and named in the
 * problems; its id goes to `broken`, so that references to it are not reported as well.
 */
export function addRecords(
  file: YamlFile,
  layer: Layer,
  into: LocatedLists,
  broken: Set<string>,
): readonly Problem[] {
  const result = datasetFileSchema.safeParse(file.value, once);
  if (result.success) {
    for (const list of lists) addList(file, layer, list, result.data[list], into);
    return [];
  }
  const bad = new Set(
    result.error.issues.map(({ path: [list, index] }) => `${String(list)}/${String(index)}`),
  );
  const value = (file.value ?? {}) as Record<string, unknown>;
  for (const list of lists) {
    const records = value[list];
    if (!Array.isArray(records)) continue;
    for (const [index, record] of records.entries()) {
      if (bad.has(`${list}/${index}`)) broken.add(String(record?.id));
      else {
        const parsed = datasetFileSchema.shape[list].parse([record]);
        addList(file, layer, list, parsed, into, index);
      }
    }
  }
  return result.error.issues.map((issue) => problemOf(file, issue));
}

function addList(
  file: YamlFile,
  layer: Layer,
  list: ListName,
  records: DatasetFile[ListName],
  into: LocatedLists,
  first = 0,
): void {
  // One list at a time: TypeScript cannot see that `into[list]` takes what stands in `records`.
  const target = into[list] as Located<unknown>[];
  for (const [index, record] of records.entries()) {
    target.push({ record: { ...record, layer }, file, path: [list, first + index] });
  }
}
