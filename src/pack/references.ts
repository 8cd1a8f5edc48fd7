import type { Dataset } from '../schema/dataset.ts';
import type { ListName } from './dataset-file.ts';
import type { NodePath } from './yaml-position.ts';

/** One record names another, or a dyad of the pack. */
export interface Reference {
  /** Within the record that names. */
  readonly path: NodePath;
  readonly kind: 'actor' | 'place' | 'source' | 'claim' | 'ceasefire' | 'dyad';
  readonly id: string;
}

type RecordOf<K extends ListName> = Dataset[K][number];
type Found = readonly Reference[];

const one = (kind: Reference['kind'], id: string | null | undefined, ...path: PropertyKey[]): Found =>
  id === undefined || id === null ? [] : [{ kind, id, path }];
const many = (kind: Reference['kind'], ids: readonly string[], ...path: PropertyKey[]): Found =>
  ids.map((id, index) => ({ kind, id, path: [...path, index] }));

const datedKeys = ['declared', 'effective', 'plannedEnd', 'actualEnd', 'held'] as const;

/** Everything that a record refers to, by the list it stands in. */
export const references: { readonly [K in ListName]: (record: RecordOf<K>) => Found } = {
  sources: () => [],
  actors: (actor) => [
    ...actor.roles.flatMap((role, index) => [
      ...one('actor', role.of, 'roles', index, 'of'),
      ...many('claim', role.claims, 'roles', index, 'claims'),
    ]),
    ...actor.notToBeConfusedWith.flatMap(({ id }, index) =>
      one('actor', id, 'notToBeConfusedWith', index, 'id'),
    ),
    ...many('claim', actor.claims, 'claims'),
  ],
  relations: (relation) => [
    ...one('actor', relation.from, 'from'),
    ...one('actor', relation.to, 'to'),
    ...many('claim', relation.claims, 'claims'),
  ],
  ceasefires: (ceasefire) => [
    ...one('dyad', ceasefire.dyad, 'dyad'),
    ...one('ceasefire', ceasefire.extends, 'extends'),
    ...many('actor', ceasefire.parties, 'parties'),
    ...many('place', ceasefire.places, 'places'),
    ...datedKeys.flatMap((key) =>
      ceasefire[key].flatMap((dated, index) => [
        ...many('actor', dated.by, key, index, 'by'),
        ...many('claim', dated.claims, key, index, 'claims'),
      ]),
    ),
    ...many('actor', ceasefire.mediation.mediators, 'mediation', 'mediators'),
    ...many('claim', ceasefire.mediation.claims, 'mediation', 'claims'),
    ...many('claim', ceasefire.mediation.deniedIn, 'mediation', 'deniedIn'),
    ...many('claim', ceasefire.agreedIn, 'agreedIn'),
    ...many('claim', ceasefire.claims, 'claims'),
  ],
  events: (event) => [
    ...one('dyad', event.dyad, 'dyad'),
    ...many('actor', event.actors, 'actors'),
    ...many('place', event.places, 'places'),
    ...many('claim', event.claims, 'claims'),
  ],
  claims: (claim) => [
    ...one('source', claim.source, 'source'),
    ...one('dyad', claim.dyad, 'dyad'),
    ...many('actor', claim.assertedBy, 'assertedBy'),
    ...many('actor', claim.deniedBy, 'deniedBy'),
    ...many('actor', claim.actors, 'actors'),
    ...many('place', claim.places, 'places'),
  ],
  disputes: (dispute) => [
    ...one('dyad', dispute.dyad, 'dyad'),
    ...dispute.sides.flatMap((side, index) => many('claim', side.claims, 'sides', index, 'claims')),
  ],
};

/** The ids of all actors and places that the records of a dataset name. */
export function actorsNamedIn(dataset: Dataset): ReadonlySet<string> {
  const named = new Set<string>();
  for (const list of Object.keys(references) as ListName[]) {
    const find = references[list] as (record: unknown) => Found;
    for (const record of dataset[list]) {
      for (const { kind, id } of find(record)) if (kind === 'actor' || kind === 'place') named.add(id);
    }
  }
  return named;
}
