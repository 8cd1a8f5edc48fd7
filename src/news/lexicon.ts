import type { Terms, Watch } from '../schema/watch.ts';
import { type AnyMeaning, isName, type Meaning, nameVocabulary, spokenVocabulary } from './meaning.ts';
import { normalise, page, starts, units } from './normalise.ts';
import { gluedLetters, particlesOf } from './proclitic.ts';
import { TermIndex } from './term-index.ts';
import { plainTitle } from './text.ts';

/** A term found in a text. `from` and `to` count words; `to` is behind the last. */
export type Mention = Meaning & { readonly text: string; readonly from: number; readonly to: number };

export interface Lexicon {
  /**
   * Finds terms of the watch in the text on the page (BCP 47 language), in their order: names of any language, actions
   * and cues of its own.
   */
  find(text: string, language: string): Mention[];
  /** At how many words on the page an action or cue of a language (BCP 47) begins; 0 for one that the watch has no words of. */
  tells(language: string): number;
  /** Whether an outlet is one of the watch's home outlets. */
  isHome(outlet: string): boolean;
}

type Index = TermIndex<Meaning>;

/** Outlets that are remembered at most; their names come from outside. */
const knownOutlets = 2_000;

/** Compiles a watch: names for all languages, the words of each when a text in it first comes. */
export function createLexicon(watch: Watch): Lexicon {
  const names = new TermIndex(nameVocabulary(watch));
  const spoken = spokenVocabulary(watch);
  const known = new Set([...Object.keys(watch.actions.talks), ...Object.keys(watch.actions.truce)]);
  const indexes = new Map<string, Index>();

  function indexesFor(language: string): readonly [Index, Index] {
    const key = known.has(language) ? language : 'any';
    let index = indexes.get(key);
    if (!index) {
      // Terms are normalised on the page, too.
      index = page.keeping(
        () => new TermIndex(spoken.map(({ terms, meaning }) => ({ meaning, terms: ofLanguage(terms, key) }))),
      );
      indexes.set(key, index);
    }
    return [names, index];
  }

  const home = new TermIndex<Meaning>([{ terms: watch.homeOutlets, meaning: { kind: 'wire', id: 'home' } }]);
  // The same outlets come again and again.
  const outlets = new Map<string, boolean>();
  function isHome(outlet: string): boolean {
    let known = outlets.get(outlet);
    if (known === undefined) {
      known = page.keeping(() => search(normalise(plainTitle(outlet)), [home], '').length > 0);
      if (outlets.size >= knownOutlets) outlets.clear();
      outlets.set(outlet, known);
    }
    return known;
  }
  function tells(language: string): number {
    if (!known.has(language)) return 0;
    const [, index] = indexesFor(language);
    let told = 0;
    let isTold = false;
    const take = (): void => {
      isTold = true;
    };
    for (let word = 0; word < page.words; word += 1) {
      isTold = false;
      index.find(written, begins[word]!, take);
      if (isTold) told += 1;
    }
    return told;
  }
  return {
    isHome,
    tells,
    find: (text, language) => search(text, indexesFor(language), language),
  };
}

const ofLanguage = (terms: Terms, language: string): Terms =>
  language === 'any' ? terms : { [language]: terms[language] ?? [] };

// Faster to use than what is imported.
const [written, begins] = [units, starts];

function search(text: string, indexes: readonly Index[], language: string): Mention[] {
  const { words } = page;
  const particles = particlesOf(language);
  const mentions: Mention[] = [];
  let from = 0;
  let start = 0;
  let namedTo = 0;
  // Of the names at one place the longest.
  let name: Meaning | undefined;
  let [nameStart, nameEnd] = [0, 0];
  const take = (meaning: Meaning, end: number): void => {
    if (!isName(meaning)) add(meaning, end);
    else if (from >= namedTo && (!name || end - start > nameEnd - nameStart)) {
      name = meaning;
      [nameStart, nameEnd] = [start, end];
    }
  };
  const add = (meaning: Meaning, end: number): void => {
    const mention = mentionOf(meaning, text.slice(start, end), from, wordBehind(end, from, words));
    // Of those of one place the longest comes first.
    let at = mentions.length;
    while (at > 0 && mentions[at - 1]!.from === from && mentions[at - 1]!.to < mention.to) at -= 1;
    if (at === mentions.length) mentions.push(mention);
    else mentions.splice(at, 0, mention);
  };
  for (; from < words; from += 1) {
    start = begins[from]!;
    for (const index of indexes) index.find(written, start, take);
    const glued = particles ? gluedLetters(text.slice(start, text.indexOf(' ', start)), particles) : 0;
    for (let left = glued; left > 0; left -= 1) {
      start += 1;
      for (const index of indexes) index.find(written, start, take);
    }
    if (!name) continue;
    start = nameStart;
    add(name, nameEnd);
    namedTo = wordBehind(nameEnd, from, words);
    name = undefined;
  }
  const wholes = mentions.filter(isWhole);
  const isMeant = (one: Mention): boolean =>
    !(isWord(one) && wholes.some((other) => swallows(other, one))) && !isSaidOf(one, mentions);
  return mentions.filter(isMeant);
}

/** Spelt out, since a copy of any object costs several times as much; of one shape, as meanings are. */
function mentionOf(meaning: Meaning, text: string, from: number, to: number): Mention {
  const { kind, party, place, name, decisive, id, action, cue } = meaning as AnyMeaning;
  return { kind, party, place, name, decisive, id, action, cue, text, from, to } as Mention;
}

/** The first word from one on that begins behind a place. */
function wordBehind(place: number, from: number, words: number): number {
  let word = from + 1;
  while (word < words && begins[word]! < place) word += 1;
  return word;
}

/**
 * A word inside a longer name, quantity or idiom is not meant by itself: "open-ended" ends nothing. Nor is what ends
 * with an idiom's beginning: in "a ceasefire over Eid" no ceasefire is over.
 */
const swallows = (longer: Mention, one: Mention): boolean =>
  one.to <= longer.to &&
  (longer.from <= one.from
    ? longer.to - longer.from > one.to - one.from
    : isIdiom(longer) && one.to > longer.from && one.to < longer.to);

const isWord = ({ kind }: Mention): boolean => kind === 'action' || kind === 'cue';

const isWhole = (one: Mention): boolean =>
  one.to - one.from > 1 && ((isName(one) && one.kind !== 'place') || one.kind === 'quantity' || isIdiom(one));

const isIdiom = (one: Mention): boolean => one.kind === 'cue' && one.cue === 'idioms';

/** "No attacks" is a truce, "resumes attacks" the end of one. */
const isSaidOf = (attack: Mention, mentions: readonly Mention[]): boolean =>
  attack.kind === 'action' &&
  attack.action === 'attack' &&
  mentions.some(
    (one) =>
      one.kind === 'action' &&
      (one.action === 'truce' || one.action === 'resume') &&
      one.from <= attack.from &&
      attack.to <= one.to,
  );
