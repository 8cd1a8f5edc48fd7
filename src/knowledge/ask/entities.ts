import type { Actor } from '../../schema/dataset.ts';
import type { Word } from './normalise.ts';
import { wordsOf } from './terms.ts';

/** An actor, body or place that a question names; several ids if the documents use one name for several. */
export interface EntityMention {
  /** As typed, slips put right. */
  readonly text: string;
  readonly ids: readonly string[];
  /** Where in the words of the question. */
  readonly at: number;
  readonly length: number;
  /** "Besides X": the question is about others. */
  readonly isExcepted?: boolean;
}

/** All names and aliases by their first term, longest first. */
export type NameIndex = ReadonlyMap<string, readonly Name[]>;

interface Name {
  readonly terms: readonly string[];
  readonly ids: readonly string[];
  /** Written in capitals only and short: "US" is a country, "us" is not. */
  readonly capitals: boolean;
}

/** `same`: pairs of ids that the documents give as names of one actor. */
export function indexNames(
  actors: readonly Actor[],
  same: readonly (readonly [string, string])[],
): NameIndex {
  const byTerms = new Map<string, { terms: readonly string[]; ids: Set<string>; capitals: boolean }>();
  const surnames = surnamesOf(actors);
  for (const actor of actors) {
    if (actor.type === 'media' && actor.aliases.length === 0 && /\s/.test(actor.name)) continue;
    // "An official" is anybody.
    if (actor.type === 'unnamed_source' && nameTerms(actor.name).length === 1) continue;
    for (const form of [actor.name, ...actor.aliases, ...(surnames.get(actor.id) ?? [])].flatMap(formsOf)) {
      const terms = nameTerms(form);
      if (terms.length === 0) continue;
      const key = terms.join(' ');
      const name = byTerms.get(key) ?? {
        terms,
        ids: new Set(),
        capitals: /^[A-Z.]{1,3}$/.test(form) && form.length <= 4 && key.length <= 2,
      };
      name.ids.add(actor.id);
      for (const [one, other] of same) {
        if (one === actor.id) name.ids.add(other);
        if (other === actor.id) name.ids.add(one);
      }
      byTerms.set(key, name);
    }
  }
  const index = new Map<string, Name[]>();
  for (const { terms, ids, capitals } of byTerms.values()) {
    const first = terms[0] ?? '';
    const names = index.get(first) ?? [];
    names.push({ terms, ids: [...ids], capitals });
    index.set(first, names);
  }
  for (const names of index.values()) names.sort((a, b) => b.terms.length - a.terms.length);
  return index;
}

/** A shorter last name may be any word. */
const shortestSurname = 5;

/** Last names that nobody else bears in any name, by actor id. */
function surnamesOf(actors: readonly Actor[]): ReadonlyMap<string, readonly string[]> {
  const bearers = new Map<string, Set<string>>();
  for (const { id, name, aliases } of actors) {
    for (const term of [name, ...aliases].flatMap(nameTerms)) {
      bearers.set(term, (bearers.get(term) ?? new Set()).add(id));
    }
  }
  return new Map(
    actors.flatMap(({ id, type, name }) => {
      const [last, ...first] = nameTerms(name).toReversed();
      const isOwn = last !== undefined && last.length >= shortestSurname && bearers.get(last)?.size === 1;
      return type === 'person' && isOwn && first.length > 0 ? [[id, [last]] as const] : [];
    }),
  );
}

/** "Tehreek-e-Taliban Pakistan (TTP)" is two names. */
function formsOf(name: string): readonly string[] {
  const inner = [...name.matchAll(/\(([^)]*)\)/g)].map(([, text = '']) => text);
  const outer = name.replace(/\([^)]*\)/g, ' ').split(/ \/ /);
  return [...outer, ...inner.filter((text) => /^[\p{Lu}\p{N}]+$/u.test(text))].map((form) => form.trim());
}

function nameTerms(name: string): readonly string[] {
  return wordsOf(name.replace(/^(?:the|an?) /i, '')).map(singular);
}

/** Names are not stemmed: "emirs" are no emirate. */
function singular(word: string): string {
  return word.length > 4 ? word.replace(/(?<!s)s$/, '') : word;
}

/** Longest names first, from left to right, no word twice. */
export function findEntities(words: readonly Word[], names: NameIndex): readonly EntityMention[] {
  return exceptionsMarked(words, alternativesJoined(words, namesIn(words, names)));
}

/** "X or Y" names whichever of the two it is. */
function alternativesJoined(
  words: readonly Word[],
  mentions: readonly EntityMention[],
): readonly EntityMention[] {
  const joined: EntityMention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    const between = before && words.slice(before.at + before.length, mention.at).map(({ word }) => word);
    // "X's forces or Y"
    const isOwner = before && /['’]s$/.test(words[before.at + before.length - 1]?.typed ?? '');
    const joint = isOwner ? /^(?:\w+ )?or(?: the)?$/ : /^or(?: the)?$/;
    if (before && between && joint.test(between.join(' '))) {
      joined.splice(-1, 1, {
        text: before.text,
        ids: [...before.ids, ...mention.ids],
        at: before.at,
        length: mention.at + mention.length - before.at,
      });
    } else joined.push(mention);
  }
  return joined;
}

/** "Besides X" is about others. */
function exceptionsMarked(
  words: readonly Word[],
  mentions: readonly EntityMention[],
): readonly EntityMention[] {
  return mentions.map((mention) => {
    const { at } = mention;
    const before = words
      .slice(Math.max(0, at - 3), at)
      .map(({ word }) => word)
      .join(' ');
    const isExcepted = /\b(?:besides|except|other than|apart from|not counting)(?: the)?$/.test(before);
    return isExcepted ? { ...mention, isExcepted } : mention;
  });
}

function namesIn(words: readonly Word[], names: NameIndex): readonly EntityMention[] {
  const terms = words.map(({ word }) => singular(word));
  const found: EntityMention[] = [];
  for (let at = 0; at < terms.length; ) {
    const name = names.get(terms[at] ?? '')?.find((each) => matches(each, names, terms, words, at));
    if (name) {
      const length = name.terms.length;
      found.push({
        text: words
          .slice(at, at + length)
          .map(written)
          .join(' '),
        ids: name.ids,
        at,
        length,
      });
      at += length;
    } else at++;
  }
  return found;
}

/** As typed, unless it was a slip. */
function written({ typed, word }: Word): string {
  const plain = typed.replace(/['’]s$/i, '');
  return plain.toLowerCase() === word || plain.includes('-') ? plain : word;
}

const opening = /^(?:|of|is|was|did|does|in|on|about)$/;

function matches(
  name: Name,
  names: NameIndex,
  terms: readonly string[],
  words: readonly Word[],
  at: number,
): boolean {
  // "The us" is nobody's pronoun, nor is what opens a question or follows "between" and stands before a name.
  const before = words[at - 1]?.word;
  const isPlain = before !== 'the' && !/^[A-Z.]+$/.test(words[at]?.typed ?? '');
  const isBeforeName = names.has(terms[at + name.terms.length] ?? '') && opening.test(before ?? '');
  if (name.capitals && isPlain && !isBeforeName && before !== 'between') return false;
  return name.terms.every((term, offset) => terms[at + offset] === term);
}
