import { stopWords } from './stop-words.ts';

/** What may stand between the doer and the deed. */
const adverb = /^(?:first|also|then|ever|else|\w+ly|exactly)$/;

const auxiliary = /^(?:is|are|was|were|did|does|do|has|have|had)$/;
const determiner = /^(?:the|an?|its|their|his|her|this|that|these|those|any|all)$/;

/**
 * What whoever is asked for did: the term that follows "who", or "which minister", at once, as English has it; and
 * what they did it to, by its last word: "meeting" of "who chaired the parliamentary meeting".
 * @param terms of the words that carry content, by their place
 * @param names places of words that are names: "the X team"
 */
export function deedOf(
  words: readonly string[],
  terms: ReadonlyMap<number, string>,
  names: ReadonlySet<number> = new Set(),
): { readonly deed: string | undefined; readonly object: string | undefined } {
  const none = { deed: undefined, object: undefined };
  const asker = words.findIndex((word) => word === 'who' || word === 'which');
  if (asker === -1) return none;
  const isDoer = (place: number) => words[asker] === 'which' && place === asker + 1;
  let place = asker + 1;
  while (isDoer(place) || adverb.test(words[place] ?? '')) place++;
  const deed = terms.get(place);
  if (deed === undefined || (words[asker] === 'which' && namesWhom(words, place))) return none;
  place++;
  while (determiner.test(words[place] ?? '')) place++;
  let object: string | undefined;
  for (; terms.has(place) || names.has(place); place++) object = terms.get(place);
  return { deed, object };
}

/** "Which news agency did …" asks for whom or what it is done to, and names its doer after that. */
function namesWhom(words: readonly string[], from: number): boolean {
  const end = words.findIndex((word, at) => at > from && (auxiliary.test(word) || stopWords.has(word)));
  return auxiliary.test(words[end] ?? '');
}
