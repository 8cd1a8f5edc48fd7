import type { EntityMention } from './entities.ts';
import type { Library } from './library.ts';

/**
 * Whether a summary may say that somebody does what a word of it tells: English names the doer before the verb, and
 * after "of" or "by" ("at the request of X", "carried out by X").
 * @param at place of the word in the summary
 */
export function mayDo(
  { index, vocabulary }: Library,
  mention: EntityMention,
  summary: string,
  word: { readonly at: number; readonly length: number },
): boolean {
  const after = summary.slice(word.at + word.length);
  // "At the request of X", "carried out by X"; "the airstrikes of April 2022" are of nobody.
  const [owner = ''] = /^(?: out)? (?:of|by) (?:[^\s\d.,]+ ?){1,7}/.exec(after) ?? [];
  const near = owner === '' ? summary.slice(0, word.at) : owner;
  const names = mention.ids.flatMap((id) => {
    const actor = index.actors.get(id);
    return actor ? [actor.name, ...actor.aliases, ...(vocabulary.names[id] ?? [])] : [];
  });
  return [mention.text, ...names].some((name) => isNamedIn(near, name.toLowerCase()));
}

/** "Northern officials" are the North's, the "Northern Alliance" is another. */
function isNamedIn(text: string, name: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + 1)) {
    if (!/^\p{L}+ \p{Lu}/u.test(text.slice(at + name.length))) return true;
  }
  return false;
}

/** Whether somebody may do any of what certain words of a summary tell; undefined if it has no such word. */
export function doesAny(
  library: Library,
  mention: EntityMention,
  summary: string,
  isDeed: (word: string) => boolean,
): boolean | undefined {
  const deeds = [...summary.matchAll(/\p{L}+/gu)].filter(([word]) => isDeed(word.toLowerCase()));
  if (deeds.length === 0) return undefined;
  return deeds.some(({ index: at, 0: { length } }) => mayDo(library, mention, summary, { at, length }));
}
