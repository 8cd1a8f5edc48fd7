import type { EntityMention } from './entities.ts';
import type { Query } from './query.ts';

/** Something that is said against or to somebody, with whose words it is and whom it is said to. */
export interface Act {
  /** "accuse", "demand": of the verb or the noun. */
  readonly word: string;
  readonly by: EntityMention | undefined;
  readonly to: EntityMention | undefined;
}

/** What is said against somebody. */
export const accusing = /^(?:accuse|blame|accusations?|allegations?|complaints?)$/;
const verbs = /^(?:accuse|blame|demand|ask|request|require|urge)$/;
const nouns = /^(?:accusations?|allegations?|complaints?|demands|requests)$/;

const addressed = /^(?:against|of|from|on|to)$/;
const owned = /^(?:of|by|from)$/;

/**
 * "What does X accuse Y of", "what did X ask of Y", "X's demands", "the accusations of X against Y". Undefined if the
 * question asks for no such thing, or names nobody beside it.
 */
export function actOf({ text, entities, clause }: Query): Act | undefined {
  const words = text.split(' ');
  const named = entities.toSorted((a, b) => a.at - b.at);
  const before = ({ at }: EntityMention) => (words[at - 1] === 'the' ? at - 2 : at - 1);
  const verb = clause?.verb ?? '';
  if (verbs.test(verb)) {
    const by = named.find(({ at }) => at === clause?.subject?.at);
    const next = named.find(({ at }) => at > words.lastIndexOf(verb));
    const isTo = next && (accusing.test(verb) || addressed.test(words[before(next)] ?? ''));
    return { word: verb, by, to: isTo ? next : undefined };
  }
  // "Who accuses X of it?"
  const [, charge] = /^who (?:\w+ )?(accuse|blame)[sd]?\b/.exec(text) ?? [];
  if (charge !== undefined) return named[0] && { word: charge, by: undefined, to: named[0] };
  const noun = words.findIndex((word) => nouns.test(word));
  const word = words[noun];
  if (word === undefined || clause !== undefined) return undefined;
  const by = named.find(
    (each) =>
      each.at + each.length === noun || (owned.test(words[before(each)] ?? '') && before(each) === noun + 1),
  );
  const isAfter = (each: EntityMention) => each !== by && each.at > noun;
  const to = named.find((each) => isAfter(each) && addressed.test(words[before(each)] ?? ''));
  return by || to ? { word, by, to } : undefined;
}
