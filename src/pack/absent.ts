import type { Actor, Ceasefire, Dataset, Dated } from '../schema/dataset.ts';

/**
 * A dataset whose references all lead to records in it: ids of claims and ceasefires that it lacks are
 * taken out, and with them what then rests on no claim.
 */
export function withoutAbsent(dataset: Dataset): Dataset {
  const present = new Set(dataset.claims.map(({ id }) => id));
  const episodes = new Set(dataset.ceasefires.map(({ id }) => id));
  const kept = (ids: readonly string[]) => ids.filter((id) => present.has(id));
  const resting = <T extends { readonly claims: readonly string[] }>(records: readonly T[]): T[] =>
    records
      .map((record) => ({ ...record, claims: kept(record.claims) }))
      .filter(({ claims }, index) => claims.length > 0 || records[index]?.claims.length === 0);
  return {
    ...dataset,
    actors: dataset.actors.map(
      (actor): Actor => ({
        ...actor,
        claims: kept(actor.claims),
        roles: actor.roles.map((role) => ({ ...role, claims: kept(role.claims) })),
      }),
    ),
    relations: resting(dataset.relations),
    events: resting(dataset.events),
    ceasefires: dataset.ceasefires.map((ceasefire) => ceasefireWithin(ceasefire, episodes, kept, resting)),
    disputes: dataset.disputes
      .map((dispute) => ({ ...dispute, sides: resting(dispute.sides) }))
      .filter(({ sides }) => sides.length > 1),
  };
}

function ceasefireWithin(
  { extends: base, ...ceasefire }: Ceasefire,
  episodes: ReadonlySet<string>,
  kept: (ids: readonly string[]) => string[],
  resting: (dates: readonly Dated[]) => Dated[],
): Ceasefire {
  const { mediation } = ceasefire;
  return {
    ...ceasefire,
    ...(base !== undefined && episodes.has(base) && { extends: base }),
    declared: resting(ceasefire.declared),
    effective: resting(ceasefire.effective),
    plannedEnd: resting(ceasefire.plannedEnd),
    actualEnd: resting(ceasefire.actualEnd),
    held: resting(ceasefire.held),
    mediation: { ...mediation, claims: kept(mediation.claims), deniedIn: kept(mediation.deniedIn) },
    agreedIn: kept(ceasefire.agreedIn),
    claims: kept(ceasefire.claims),
  };
}
