import type { Claim } from '../../schema/dataset.ts';
import { hasFigure } from './figures.ts';
import type { Evidence, Library } from './library.ts';
import type { Query } from './query.ts';
import { termOf } from './terms.ts';

const kindsFor: ReadonlyMap<string, readonly Claim['kind'][]> = new Map(
  Object.entries<readonly Claim['kind'][]>({
    mediation: ['mediation', 'denial'],
    deny: ['denial'],
    demand: ['demand'],
    extend: ['ceasefire_extension'],
    start: ['ceasefire_start'],
    end: ['ceasefire_end'],
    kill: ['casualty_figure', 'killing'],
    airstrike: ['airstrike'],
    talks: ['talks'],
    attack: ['attack'],
  }),
);

const saysWhy = /\b(?:request|because|after|result|due|following|led|reason|sign|wants? to|in order to)\b/;
/** Listed by a pack with what tells why. */
const reason = termOf('reason');

/** How well a claim's kind, its speakers and its form suit what is asked for, beside its words. */
export function boost(library: Library, query: Query, evidence: Evidence): number {
  const { claim, entities, range, terms } = evidence;
  let sum = 0;
  if (
    query.terms.includes('announce') &&
    query.terms.includes('ceasefire') &&
    claim.kind === 'ceasefire_declared'
  )
    sum += 0.8;
  for (const term of query.terms) if (kindsFor.get(term)?.includes(claim.kind)) sum += 0.8;
  const people = query.entities.filter(({ ids }) => ids.some((id) => isPerson(library, id)));
  const speakers = (people.length > 0 ? people : query.entities).filter(({ ids }) =>
    ids.some((id) => claim.assertedBy.includes(id)),
  );
  if (query.isOnWords && speakers.length > 0) sum += people.length > 0 ? 2 : 1;
  // Silence is an answer to whether somebody commented.
  if (query.terms.includes('comment') && terms.has('comment')) sum += 2;
  if (query.asks === 'condition' && /\b(?:if|unless|in exchange|must)\b/.test(claim.summary)) sum += 3;
  if (query.asks === 'count' && hasFigure(claim)) sum += 3;
  if ((query.asks === 'when' || query.asks === 'since') && range) sum += 0.7;
  if (query.asks === 'until' && claim.kind === 'ceasefire_end') sum += 0.5;
  if (query.asks === 'where' && namesPlace(library, entities)) sum += 1.5;
  if (query.asks === 'why')
    sum += evidence.paraphrases.has(reason) ? 2 : saysWhy.test(claim.summary) ? 0.8 : 0;
  // Whose words they are is part of the answer to "who said".
  if (query.asks === 'who' && claim.attribution !== 'newsroom' && query.isOnWords) sum += 0.6;
  // To "who", a name is a better answer than a source without one.
  if (query.asks === 'who' && claim.assertedBy.every((id) => isUnnamed(library, id))) sum -= 0.8;
  if (entities.size === 0) sum -= 0.2;
  return sum;
}

/** A place, or a platform that stands for one. */
export function namesPlace({ index }: Library, entities: ReadonlySet<string>): boolean {
  return [...entities].some((id) => ['place', 'platform'].includes(index.actors.get(id)?.type ?? ''));
}

function isPerson(library: Library, id: string): boolean {
  return library.index.actors.get(id)?.type === 'person';
}

function isUnnamed({ index }: Library, id: string): boolean {
  return index.actors.get(id)?.type === 'unnamed_source';
}
