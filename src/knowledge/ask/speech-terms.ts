import { termOf } from './terms.ts';

/** What somebody says may be called a statement, a wish or a complaint. */
export const speechTerms: ReadonlySet<string> = new Set(
  ['statement', 'complain', 'demand', 'criticise', 'oppose', 'message', 'expect', 'comment', 'claim'].map(
    termOf,
  ),
);
