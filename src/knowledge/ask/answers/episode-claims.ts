import type { Claim } from '../../../schema/dataset.ts';
import type { DatasetIndex } from '../../dataset-index.ts';
import { type Episode, recordsOf } from '../../episodes.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { claimIdsOf } from '../rounds.ts';

/** What the documents tell of the end of a ceasefire and of what became of it. */
export function endingClaims(index: DatasetIndex, episode: Episode): readonly Claim[] {
  return [...claimIdsOf(episode)]
    .flatMap((id) => index.claims.get(id) ?? [])
    .filter(
      ({ kind, summary }) =>
        kind === 'ceasefire_end' || /\b(?:not extended|resum|fail|collaps|broke|violence)/.test(summary),
    );
}

/** Claims behind the dates of a ceasefire. */
export function datesBehind(index: DatasetIndex, episode: Episode): readonly Claim[] {
  const ids = recordsOf(episode).flatMap(({ declared, effective, plannedEnd, actualEnd }) =>
    [...declared, ...effective, ...plannedEnd, ...actualEnd].flatMap(({ claims }) => claims),
  );
  return claimsOf(index, [...new Set(ids)]);
}
