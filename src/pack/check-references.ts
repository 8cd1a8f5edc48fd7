import type { Layer } from '../schema/layers.ts';
import type { PackInfo } from '../schema/pack.ts';
import { type ListName, type Located, type LocatedLists, lists, problemAt } from './dataset-file.ts';
import type { Problem } from './problem.ts';
import { type Reference, references } from './references.ts';

type Layers = Map<string, Set<Layer>>;

/** Every id leads to a record, and seeds lead to seeds, so that they can be asked alone. */
export function checkReferences(
  records: LocatedLists,
  broken: ReadonlySet<string>,
  info: PackInfo | undefined,
): readonly Problem[] {
  const [actors, sources, claims, ceasefires] = [
    layersById(records.actors),
    layersById(records.sources),
    layersById(records.claims),
    layersById(records.ceasefires),
  ];
  const places = layersById(records.actors.filter(({ record }) => record.type === 'place'));
  const known = { actor: actors, place: places, source: sources, claim: claims, ceasefire: ceasefires };
  const dyads = info?.dyads.map(({ id }) => id);
  const mistake = ({ kind, id }: Reference, layer: Layer): string | undefined => {
    if (broken.has(id)) return undefined;
    if (kind === 'dyad') return !dyads || dyads.includes(id) ? undefined : `pack.yaml has no dyad "${id}"`;
    const found = known[kind].get(id);
    if (!found) return `no ${kind} has the id "${id}"`;
    if (layer === 'seeds' && !found.has('seeds')) return `seeds must not refer to updates: "${id}"`;
    return undefined;
  };
  const problems: Problem[] = [];
  for (const list of lists) {
    const find = references[list] as (record: unknown) => readonly Reference[];
    for (const { record, file, path } of records[list] as Located<{ id?: string }>[]) {
      for (const reference of find(record)) {
        const message = mistake(reference, record.layer);
        if (message)
          problems.push(problemAt(file, [...path, ...reference.path], `${message}${inRecord(list, record)}`));
      }
    }
  }
  return problems;
}

function layersById(located: readonly Located<{ id: string }>[]): Layers {
  const found: Layers = new Map();
  for (const { record } of located) {
    const layers = found.get(record.id);
    if (layers) layers.add(record.layer);
    else found.set(record.id, new Set([record.layer]));
  }
  return found;
}

function inRecord(list: ListName, { id }: { id?: string }): string {
  return id === undefined ? '' : ` (in ${list} ${id})`;
}
