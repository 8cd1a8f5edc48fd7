import UFuzzy from '@leeoniya/ufuzzy';
import MiniSearch from 'minisearch';
import type { Actor, Claim } from '../schema/dataset.ts';

/** Longer texts name nobody; the rest is not looked at. */
const NAME_LENGTH = 100;

/** With fewer letters a slip leaves nothing to go by. */
const LETTERS_TO_MEAN = 4;

/** Names, aliases and spellings of all actors, in any script, made quick to look up. */
export interface ActorNames {
  /** Whose name or alias is exactly that: those with the name first, and which of them. */
  called(text: string): { readonly named: readonly Actor[]; readonly known: readonly Actor[] };
  /** Whose names begin with the text. */
  beginning(text: string): readonly Actor[];
  /** Whose names hold the words with at most one slip in each, best first. Nobody for an empty text. */
  like(text: string): readonly Actor[];
  /** Of these, whose name has no other words: all of it is meant. */
  likeWhole(text: string): readonly Actor[];
  /** Whose names share at least a word that is spelt somewhat like it, best first. */
  near(text: string): readonly Actor[];
  /** All, the most documented first. */
  readonly all: readonly Actor[];
}

export function indexActorNames(
  actors: readonly Actor[],
  claimsByActor: ReadonlyMap<string, readonly Claim[]>,
): ActorNames {
  const weightOf = ({ id }: Actor) => claimsByActor.get(id)?.length ?? 0;
  const all = actors.toSorted((a, b) => weightOf(b) - weightOf(a));
  const names = new Map<string, Actor[]>();
  const aliases = new Map<string, Actor[]>();
  const owners: Actor[] = [];
  const haystack: string[] = [];
  const enter = (map: Map<string, Actor[]>, text: string, actor: Actor) => {
    const key = normalised(text);
    map.set(key, [...(map.get(key) ?? []), actor]);
    owners.push(actor);
    haystack.push(key);
  };
  for (const actor of all) {
    enter(names, actor.name, actor);
    for (const alias of actor.aliases) enter(aliases, alias, actor);
  }
  const byWord = new MiniSearch<{ id: number; name: string }>({ fields: ['name'] });
  byWord.addAll(haystack.map((name, id) => ({ id, name })));
  const ownersOf = (positions: readonly number[]) => [
    ...new Set(positions.flatMap((position) => owners[position] ?? [])),
  ];
  return {
    all,
    called: (text) => {
      const key = normalised(text);
      const named = names.get(key) ?? [];
      return { named, known: [...new Set([...named, ...(aliases.get(key) ?? [])])] };
    },
    beginning: (text) => {
      const key = normalised(text);
      if (key === '') return [];
      const positions = haystack.flatMap((name, position) => (name.startsWith(key) ? [position] : []));
      return ownersOf(positions);
    },
    like: (text) => ownersOf(positionsLike(haystack, normalised(text))),
    likeWhole: (text) => {
      const needle = normalised(text);
      if (needle.length < LETTERS_TO_MEAN) return [];
      const slips = needle.split(' ').length;
      // The search also finds a part of a longer word.
      const isWhole = (name: string) =>
        name.split(' ').length === slips && Math.abs(name.length - needle.length) <= slips;
      return ownersOf(
        positionsLike(haystack, needle).filter((position) => isWhole(haystack[position] ?? '')),
      );
    },
    near: (text) => {
      // Of two or three letters nobody can tell what was meant.
      const found = byWord.search(normalised(text), {
        processTerm: (term) => (term.length < 3 ? null : term),
        fuzzy: (term) => (term.length > 3 ? 0.35 : false),
        prefix: true,
      });
      return ownersOf(found.map(({ id }) => Number(id)));
    },
  };
}

/** Where the haystack holds the words of the needle with at most one slip in each, best first. */
function positionsLike(haystack: string[], needle: string): readonly number[] {
  if (needle === '') return [];
  const [found, info, order] = fuzzy.search(haystack, needle, 3);
  return order ? order.map((at) => info.idx[at] ?? -1) : (found ?? []);
}

/** One slip in each word, letters of any script. https://github.com/leeoniya/uFuzzy#options */
const fuzzy = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
});

/** Letters that Urdu, Arabic and Persian keyboards type differently for one sound. */
const arabicForms: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ہ',
  ه: 'ہ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
};

/** One spelling for what looks alike: case, accents, invisible characters, forms of Arabic letters. */
function normalised(text: string): string {
  const plain = text
    .slice(0, NAME_LENGTH)
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[يىكةهأإآ]/g, (letter) => arabicForms[letter] ?? letter)
    .toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
    .join(' ');
}
