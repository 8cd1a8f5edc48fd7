import type { DatasetIndex } from '../dataset-index.ts';
import { sayNames } from '../wording/names.ts';
import type { EntityMention } from './entities.ts';
import { sameActor } from './library.ts';
import { termsOf } from './terms.ts';

/** Relations of those who speak or act for a body. */
const post = /^(?:\w+_)?(?:leader|spokesman|commander|minister|official|head_of_government)_of$/;
/** "The spokesman of the ministry of a government". */
const furthest = 3;

/** The party that an actor is, is another name of, or speaks for; undefined if it stands on no side. */
export function sideOf(
  index: DatasetIndex,
  parties: readonly string[],
  id: string,
  steps: number = furthest,
): string | undefined {
  if (parties.includes(id)) return id;
  if (steps === 0) return undefined;
  const relations = index.relationsByActor.get(id) ?? [];
  const next = [
    ...(index.actors.get(id)?.roles.flatMap(({ of }) => of ?? []) ?? []),
    ...relations.flatMap(({ from, relation, to }) => {
      if (sameActor.has(relation)) return from === id ? to : from;
      return from === id && (post.test(relation) || relation === 'part_of') ? to : [];
    }),
  ];
  return next.map((each) => sideOf(index, parties, each, steps - 1)).find((side) => side !== undefined);
}

/** The party that a name in a question stands for; a country for its rulers. */
export function partyOf(
  index: DatasetIndex,
  parties: readonly string[],
  mention: EntityMention,
): string | undefined {
  return (
    mention.ids.map((id) => sideOf(index, parties, id)).find((side) => side !== undefined) ??
    parties.find((id) => isNamedByTerms(index, id, mention))
  );
}

/** The parties that a name stands for: "X or Y" names two. */
export function partiesOf(
  index: DatasetIndex,
  parties: readonly string[],
  mention: EntityMention,
): readonly string[] {
  const sides = mention.ids.flatMap((id) => sideOf(index, parties, id) ?? []);
  const one = sides.length > 0 ? undefined : partyOf(index, parties, mention);
  return [...new Set(one === undefined ? sides : [one])];
}

/** "Afghanistan" for its rulers: every term of what is named stands in a name of the actor. */
export function isNamedByTerms(index: DatasetIndex, id: string, { text }: EntityMention): boolean {
  const actor = index.actors.get(id);
  const terms = new Set(actor ? [actor.name, ...actor.aliases].flatMap(termsOf) : []);
  const named = termsOf(text);
  return named.length > 0 && named.every((term) => terms.has(term));
}

/** How a sentence names whom a question names; "X or Y" are two. */
export function sayMentions(
  index: DatasetIndex,
  parties: readonly string[],
  mention: EntityMention,
): readonly string[] {
  const sides = partiesOf(index, parties, mention);
  return sides.length > 1 ? sides.map((id) => sayNames(index, [id])) : [sayMention(index, mention)];
}

/** A country as it is called, others with their article. */
function sayMention(index: DatasetIndex, { ids, text }: EntityMention): string {
  const place = ids.find((id) => index.actors.get(id)?.type === 'place');
  const [id = ''] = place === undefined ? ids : [place];
  return index.actors.has(id) ? sayNames(index, [id]) : text;
}
