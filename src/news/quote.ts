import { kindAt, kindOfEntry, kinds, known, learn, letterAt, unitOfEntry } from './folding.ts';

/**
 * Finds folded phrases in a text as it was written: “ٹی ٹی پی”, not the letters that writers differ in. A phrase that
 * is not found letter by letter, such as an acronym with dots, is given back as it is.
 */
export function quotesOf(...texts: readonly string[]): (phrase: string) => string {
  const lowered = texts.map((text) => text.toLowerCase());
  const read = new Map<string, Folded>();
  const inFolded = (phrase: string, text: string): string | undefined => {
    const folded = read.get(text) ?? foldedOf(text);
    read.set(text, folded);
    const at = folded.letters.indexOf(` ${phrase} `);
    if (at === -1) return undefined;
    let end = folded.places[at + phrase.length]! + 1;
    while (kindAt(text, end) === kinds.dropped) end += 1;
    return text.slice(folded.places[at + 1], end);
  };
  return (phrase) => {
    // Most phrases differ from the text in case at most: that is found in a fraction of the time.
    for (const [at, text] of texts.entries()) {
      const quote = inLowerCase(phrase, text, lowered[at]!);
      if (quote !== undefined) return quote;
    }
    for (const text of texts) {
      const quote = inFolded(phrase, text);
      if (quote !== undefined) return quote;
    }
    return phrase;
  };
}

function inLowerCase(phrase: string, text: string, lower: string): string | undefined {
  const at = lower.length === text.length ? lower.indexOf(phrase) : -1;
  if (at === -1 || isOfWord(text, at - 1) || isOfWord(text, at + phrase.length)) return undefined;
  return text.slice(at, at + phrase.length);
}

function isOfWord(text: string, at: number): boolean {
  const kind = at < 0 ? kinds.unseen : kindAt(text, at);
  return (
    kind === kinds.letter || kind === kinds.numeral || kind === kinds.dropped || kind === kinds.apostrophe
  );
}

const s = 's'.charCodeAt(0);

/** Folded letters with one space between words, and the place in the text of each. */
interface Folded {
  readonly letters: string;
  readonly places: readonly number[];
}

function foldedOf(text: string): Folded {
  let letters = ' ';
  const places = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const entry = known[code] || learn(code);
    const kind = kindOfEntry(entry);
    if (kind === kinds.dropped) continue;
    if (kind === kinds.apostrophe) {
      // Of a genitive.
      if (letterAt(text, at + 1) === s && kindAt(text, at + 2) !== kinds.letter) at += 1;
      continue;
    }
    const isLetter = kind === kinds.letter || kind === kinds.numeral;
    if (!isLetter && letters.endsWith(' ')) continue;
    letters += isLetter ? String.fromCharCode(unitOfEntry(entry)) : ' ';
    places.push(at);
  }
  return { letters: `${letters} `, places };
}
