/** What may stand between the doer and the deed. */
const adverb = /^(?:first|also|then|ever|else|\w+ly|exactly)$/;

/**
 * What whoever is asked for did: the term that follows "who", or "which minister", at once, as English has it.
 * @param terms of the words that carry content, by their place
 */
export function deedOf(words: readonly string[], terms: ReadonlyMap<number, string>): string | undefined {
  const asker = words.findIndex((word) => word === 'who' || word === 'which');
  if (asker === -1) return undefined;
  const isDoer = (place: number) => words[asker] === 'which' && place === asker + 1;
  let place = asker + 1;
  while (isDoer(place) || adverb.test(words[place] ?? '')) place++;
  return terms.get(place);
}
