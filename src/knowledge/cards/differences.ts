import type { Dispute } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { type Episode, recordsOf } from '../episodes.ts';

/** What the documents disagree on about one ceasefire: disputes that rest on the claims of its dates. */
export function disputesAbout(index: DatasetIndex, episode: Episode): readonly Dispute[] {
  const ids = new Set(
    recordsOf(episode).flatMap(({ declared, effective, plannedEnd, actualEnd, held, mediation }) => [
      ...[...declared, ...effective, ...plannedEnd, ...actualEnd, ...held].flatMap(({ claims }) => claims),
      ...mediation.claims,
      ...mediation.deniedIn,
    ]),
  );
  return index.dataset.disputes.filter(
    ({ dyad, sides }) =>
      dyad === episode.dyad && sides.some(({ claims }) => claims.some((claim) => ids.has(claim))),
  );
}
