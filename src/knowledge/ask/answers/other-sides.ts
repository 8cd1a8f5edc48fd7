import type { Claim } from '../../../schema/dataset.ts';
import { isCommon } from '../match.ts';
import { termsOf } from '../terms.ts';
import type { Context } from './context.ts';

/**
 * Where documents disagree about what these claims say, one claim of each other side: a contradiction is shown,
 * never resolved. Only disputes that the question
 * touches by more than a common word count.
 */
export function otherSides(
  { index, library, query }: Context,
  claims: readonly Claim[],
  most: number,
): readonly Claim[] {
  const shown = new Set(claims.map(({ id }) => id));
  const found: Claim[] = [];
  const disputes = new Set(claims.flatMap(({ id }) => library.evidence.get(id)?.disputes ?? []));
  const ranked = [...disputes]
    .map((dispute) => {
      const asked = termsOf(dispute.question);
      const shared = query.terms.filter((term) => asked.includes(term) && !isCommon(library, term)).length;
      return { dispute, shared };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  for (const { dispute } of ranked.slice(0, 1)) {
    for (const side of dispute.sides) {
      if (side.claims.some((id) => shown.has(id))) continue;
      const claim = index.claims.get(side.claims[0] ?? '');
      if (claim && found.length < most) {
        found.push(claim);
        shown.add(claim.id);
      }
    }
  }
  return found;
}
