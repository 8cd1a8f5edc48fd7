import { boost } from './boost.ts';
import { coverageOf } from './coverage.ts';
import { type Evidence, type Library, weightOf } from './library.ts';
import type { Query } from './query.ts';
import { contraryTo, relatedTo } from './related.ts';

/** A claim and how well it fits a question. */
export interface Hit {
  readonly evidence: Evidence;
  /** Share of what the question names that stands in the claim, 0 to 1, rare things weighing more. */
  readonly coverage: number;
  readonly score: number;
  /** 1: of the time asked about; 0.5: undated; 0: of another time. */
  readonly dateFit: number;
}

/** How many claims are looked at closely; the search has ranked them by their words. */
const candidates = 60;
/** How many entries of the index one search may touch: keeps a search in a large dataset short. */
const searchBudget = 3000;

/** Claims that fit, best first. */
export function retrieve(library: Library, query: Query): readonly Hit[] {
  const { terms, entities } = query;
  const keys = rarest(library, [
    ...terms,
    ...terms.flatMap((term) =>
      library.frequency.has(term) ? [] : [...relatedTo(term), ...contraryTo(term)],
    ),
    ...query.hints,
    ...entities.flatMap(({ ids }) => ids.map((id) => `@${id}`)),
  ]);
  const { documents } = query;
  const found = library.search(keys, candidates);
  const asked = documents ? found.filter(({ claim }) => documents.has(claim.source)) : found;
  return asked.map((evidence) => rate(library, query, evidence)).toSorted((a, b) => b.score - a.score);
}

/** The keys to search by, the telling ones first; common ones only as long as they stay cheap. */
function rarest(library: Library, keys: readonly string[]): readonly string[] {
  const known = [...new Set(keys)]
    .filter((key) => library.frequency.has(key))
    .toSorted((a, b) => weightOf(library, b) - weightOf(library, a));
  let touched = 0;
  return known.filter((key, at) => {
    touched += library.frequency.get(key) ?? 0;
    return at === 0 || touched <= searchBudget;
  });
}

function rate(library: Library, query: Query, evidence: Evidence): Hit {
  const { coverage, dateFit } = coverageOf(library, query, evidence);
  // Of two claims that cover the question, the one that says less beside it answers more plainly.
  const spare = Math.min(evidence.terms.size, 40) / 40;
  const hinted = query.hints.filter((term) => evidence.terms.has(term) || evidence.paraphrases.has(term));
  // Where nothing else is named, they are all there is to choose by.
  const worth = query.terms.length === 0 ? 0.7 : 0.35;
  const hints = Math.min(
    2.5,
    hinted.reduce((sum, term) => sum + weightOf(library, term) * worth, 0),
  );
  // "Besides X" is about others.
  const isExcepted = query.excepted.some((id) => evidence.entities.has(id));
  const score = (isExcepted ? -5 : 0) + coverage * 10 + hints + boost(library, query, evidence) - spare * 0.6;
  return { evidence, coverage, score, dateFit };
}
