import type { Claim } from '../../schema/dataset.ts';
import type { Context } from './answers/context.ts';
import type { Draft } from './compose.ts';

/** Says that the dataset does not hold it, why, and what it holds that comes closest. */
export function declined(
  { library }: Pick<Context, 'library'>,
  why: string,
  closest: readonly Claim[] = [],
): Draft {
  const reason = why === '' ? '' : `: ${why}`;
  const { covers } = library.vocabulary;
  return {
    kind: 'declined',
    answered: false,
    lead: [
      `The dataset does not say${reason}.`,
      ...(closest.length > 0 ? ['What comes closest:'] : covers === '' ? [] : [covers]),
    ],
    claims: closest,
  };
}
