import type { DatasetIndex } from '../dataset-index.ts';
import type { EntityMention } from './entities.ts';
import { isCountry } from './foreign-places.ts';
import type { Query } from './query.ts';
import { partyOf } from './sides.ts';
import { termOf } from './terms.ts';

const kinds = new Set(['state', 'government', 'armed_group', 'armed_group_government']);
/** What two sides have with each other. */
const shared: ReadonlySet<string> = new Set(['ceasefire', 'talks']);
/** The same, and what another does between them. */
const between: ReadonlySet<string> = new Set([...shared, 'mediation']);
/** "Peace", "Doha", "2020": what may stand between the two and what they have. */
const furthest = 2;
const joint = /^(?:and|versus|or)?(?: the)?$/;
const having = /^(?:sign|agree|reach|make|have|strike|conclude|negotiate|break|violate|breach)/;

type Two = readonly [EntityMention, EntityMention];

/** The two between whom a question sets a ceasefire or talks: "between X and Y", "the X–Y deal", "X's truce with Y". */
export function pairNamed(index: DatasetIndex, { entities, text, clause }: Query): Two | undefined {
  const words = text.split(' ');
  const isSharedNear = (from: number, to: number, terms = shared) =>
    words.slice(Math.max(0, from), Math.max(0, to)).some((word) => terms.has(termOf(word)));
  const parties = entities
    .filter(({ ids }) => ids.some((id) => mayBeParty(index, id)))
    .toSorted((a, b) => a.at - b.at);
  const opening = words.indexOf('between');
  for (const [place, second] of parties.entries()) {
    const opener = words[second.at - 1] === 'the' ? second.at - 2 : second.at - 1;
    if (words[opener] === 'with' && isSharedNear(opener - furthest, opener)) {
      // "Did X have a truce with Y"
      const isHaving = clause?.verb === undefined || having.test(clause.verb);
      const subject = isHaving ? parties.find((each) => each.at === clause?.subject?.at) : undefined;
      const owner = parties.find(
        ({ at, length }) => at < opener && isSharedNear(at + length, at + length + 1),
      );
      const first = subject ?? owner;
      if (first && first !== second) return [first, second];
    }
    const first = parties[place - 1];
    if (!first) continue;
    const end = second.at + second.length;
    const isJoint = joint.test(words.slice(first.at + first.length, second.at).join(' '));
    const isOpened = opening !== -1 && first.at - opening <= 2 && first.at > opening;
    const isNear = isOpened
      ? isSharedNear(opening - furthest, opening, between) || isSharedNear(end, end + furthest)
      : isSharedNear(end, end + furthest);
    if (isJoint && isNear) return [first, second];
  }
  return undefined;
}

/** A country stands for its rulers. */
function mayBeParty(index: DatasetIndex, id: string): boolean {
  const actor = index.actors.get(id);
  return actor !== undefined && (kinds.has(actor.type) || isCountry(actor.name));
}

/** Whether two stand on different sides of these parties. */
export function isBetween(index: DatasetIndex, parties: readonly string[], [one, other]: Two): boolean {
  const side = partyOf(index, parties, one);
  const otherSide = partyOf(index, parties, other);
  return side !== undefined && otherSide !== undefined && side !== otherSide;
}

/** Whether two are the sides of a dyad, of a ceasefire, or of a deal that a claim tells of them alone. */
export function isKnownPair(
  index: DatasetIndex,
  dyads: readonly { readonly parties: readonly string[] }[],
  two: Two,
): boolean {
  const both = two.flatMap(({ ids }) => ids);
  return (
    [...dyads, ...index.dataset.ceasefires].some(({ parties }) => isBetween(index, parties, two)) ||
    index.dataset.claims.some(
      ({ kind, actors }) =>
        kind === 'agreement' &&
        actors.every((id) => both.includes(id)) &&
        two.every(({ ids }) => ids.some((id) => actors.includes(id))),
    )
  );
}
