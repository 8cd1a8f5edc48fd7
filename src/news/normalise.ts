import {
  foldText,
  kindAt,
  kindOfEntry,
  kinds,
  known,
  learn,
  letterAt,
  oddKindOf,
  unitOfEntry,
} from './folding.ts';

/**
 * The words of a text in one form, whatever its script: folded letters, one space around each word,
 * ` . ` where a sentence ends, ` , ` where a clause may end. Starts and ends with a space.
 */
export function normalise(text: string): string {
  page.write(text);
  return page.toString();
}

const [space, comma, dot, s, q, u] = [0x20, 0x2c, 0x2e, 0x73, 0x71, 0x75];
/** Letters that an article is elided to: “l’accord”. */
const elided = new Set([...'ldnsjcmt'].map((letter) => letter.charCodeAt(0)));
/** Apostrophes that articles are elided with. */
const elisions = new Set([..."'’‘ʼ"].map((sign) => sign.charCodeAt(0)));

/** Units of raw text that are read, far more than anybody looks at; and written, each with a space and a sign. */
const most = 40_000;
const source = new Uint16Array(most + 1);
const sourceBytes = Buffer.from(source.buffer);
/**
 * Normalised text as UTF-16 units, and where each of its words begins. Every item is read so, relevant or not, hence
 * in one pass and without a string of its own. There is one page for all: arrays that never change are twice as fast.
 */
const written = new Uint16Array(2 * most + 8);
const begins = new Int32Array(most + 8);
export const units = written;
export const starts = begins;
const unitBytes = Buffer.from(written.buffer);
const bytes = Buffer.from(new ArrayBuffer(written.length));
// A constant of the module itself is built into the machine code; one that is exported or imported is looked up at each use.
const entries = known;
const { white } = kinds;

export class Page {
  /** Units and words that it holds. */
  size = 0;
  words = 0;
  /** Words of the title. */
  titleWords = 0;
  /** All units in one: whether a byte is enough for each. */
  #high = 0;
  // Of the text that is being written:
  #isFolded = false;
  /** What parts the next word from the last one. */
  #separator: number = kinds.unseen;
  /** Where the letters of the word go on behind its last apostrophe. */
  #run = 0;
  /** Units that left no trace. */
  #gone = 0;
  /** An acronym with dots: its letters so far, where it begins, words with it, and the place behind its last dot. */
  #dotted = 0;
  #acronym = 0;
  #acronymWords = 0;
  #behindDot = -1;

  /** Writes a text on the page. */
  write(text: string): void {
    this.#clear();
    this.#add(text);
    this.titleWords = this.words;
    this.#close();
  }

  /** Writes a title and a summary, with the end of a sentence between them. */
  writeItem(title: string, summary: string): void {
    this.#clear();
    this.#add(title);
    this.titleWords = this.words;
    this.#endWord();
    this.#mark(dot);
    this.#add(summary);
    this.#close();
  }

  /** Does what may write on the page, and leaves it as it was. */
  keeping<T>(work: () => T): T {
    const { size, words, titleWords } = this;
    const high = this.#high;
    const text = written.slice(0, size + 1);
    const places = begins.slice(0, words);
    const done = work();
    written.set(text);
    begins.set(places);
    Object.assign(this, { size, words, titleWords });
    this.#high = high;
    return done;
  }

  /** A word begins behind a space. */
  #clear(): void {
    written[0] = space;
    this.size = 1;
    this.words = 0;
    this.#high = 0;
  }

  /** Adds the words of a text behind those that it holds. */
  #add(text: string): void {
    const { size, words } = this;
    this.#isFolded = false;
    if (this.#write(text)) return;
    this.size = size;
    this.words = words;
    this.#isFolded = true;
    this.#write(foldText(text));
  }

  /** Puts a space behind the last word, and nothing that a word could go on with. */
  #close(): void {
    this.#endWord();
    if (this.size === 1) written[this.size++] = space;
    written[this.size] = 0;
  }

  toString(): string {
    const { size } = this;
    if (this.#high > 0xff) return unitBytes.toString('utf16le', 0, size * 2);
    // Text of one byte a letter is searched faster.
    for (let at = 0; at < size; at += 1) bytes[at] = written[at]!;
    return bytes.toString('latin1', 0, size);
  }

  /** Its words, of the string that it is. */
  wordsOf(text: string): string[] {
    const { words } = this;
    const all = new Array<string>(words);
    for (let word = 0; word < words; word += 1) {
      const behind = word + 1 < words ? begins[word + 1]! : this.size;
      all[word] = text.slice(begins[word]!, behind - 1);
    }
    return all;
  }

  /** Writes a text unit by unit; false if some are not to be folded by themselves. */
  #write(text: string): boolean {
    const length = Math.min(text.length, most - (this.size >> 1));
    sourceBytes.write(text, 0, 2 * length, 'utf16le');
    source[length] = 0;
    this.#separator = kinds.unseen;
    this.#run = 0;
    this.#gone = 0;
    this.#dotted = 0;
    for (let at = this.#plain(0, length); at < length; at = this.#plain(at, length)) {
      const code = source[at]!;
      const kind = kindOfEntry(entries[code] || learn(code));
      if (kind <= white) continue;
      const last = this.#sign(text, at, kind);
      if (last === none) return false;
      at = last + 1;
    }
    return true;
  }

  /** Writes letters, numerals and white space from a place on; the first place that has something else or is new. */
  #plain(from: number, length: number): number {
    let { size, words } = this;
    let high = 0;
    let isApart = this.#isApart();
    let at = from;
    for (; at < length; at += 1) {
      const entry = entries[source[at]!]!;
      const kind = entry >>> 16;
      if (kind > white || kind === 0) break;
      if (kind !== white) {
        if (isApart) begins[words++] = size;
        isApart = false;
        const unit = entry & 0xffff;
        written[size++] = unit;
        high |= unit;
      } else {
        if (!isApart) written[size++] = space;
        isApart = true;
        this.#separator = white;
      }
    }
    this.size = size;
    this.words = words;
    this.#high |= high;
    return at;
  }

  /** Writes what is no plain letter; the place of the last unit that belongs to it. */
  #sign(text: string, at: number, kind: number): number {
    switch (kind) {
      case kinds.odd:
        return this.#isFolded ? this.#character(at, String.fromCharCode(text.charCodeAt(at))) : none;
      case kinds.half:
        return this.#character(at, String.fromCodePoint(text.codePointAt(at)!));
      case kinds.apostrophe:
        return this.#apostrophe(text, at);
      case kinds.dropped:
        this.#gone += 1;
        return at;
      case kinds.dash: {
        const isFree = this.#isApart() && (this.#separator === kinds.white || this.#separator === kinds.stop);
        this.#separate(isFree && isBeforeWhite(text, at) ? kinds.comma : kinds.sign);
        return at;
      }
      default: {
        const unit = unitOfEntry(entries[source[at]!]!);
        const isPoint = unit === dot || unit === comma || kind === kinds.fraction;
        if (isPoint && this.#isInNumber(text, at)) return at;
        if (unit === dot && this.#isOfAcronym(at)) this.#separate(kinds.white);
        else if (kind === kinds.stop && isQuoted(text, at)) this.#separate(kinds.comma);
        else this.#separate(kind);
        return at;
      }
    }
  }

  /** Whether no word has begun that letters would go on with. */
  #isApart(): boolean {
    return written[this.size - 1] === space;
  }

  #endWord(): void {
    if (!this.#isApart()) written[this.size++] = space;
  }

  #separate(kind: number): void {
    if (!this.#isApart() || this.#separator !== kind) {
      this.#endWord();
      if (kind === kinds.stop) this.#mark(dot);
      else if (kind === kinds.comma) this.#mark(comma);
    }
    this.#separator = kind;
  }

  #mark(sign: number): void {
    begins[this.words++] = this.size;
    written[this.size++] = sign;
    written[this.size++] = space;
  }

  /** A letter or sign that does not stand in the table; the place of its last unit, none if it is still to be folded. */
  #character(at: number, character: string): number {
    if (!this.#isFolded && foldText(character) !== character) return none;
    const kind = oddKindOf(character);
    if (kind > kinds.numeral) this.#separate(kinds.sign);
    else {
      if (this.#isApart()) begins[this.words++] = this.size;
      for (let unit = 0; unit < character.length; unit += 1) {
        written[this.size++] = character.charCodeAt(unit);
      }
      this.#high |= character.charCodeAt(0);
    }
    return at + character.length - 1;
  }

  /** Apostrophes are passed over, with the s of a genitive behind or an elided article before. */
  #apostrophe(text: string, at: number): number {
    const next = seen(text, at + 1);
    this.#gone += 1;
    const isGenitive = letterAt(text, next) === s && kindAt(text, seen(text, next + 1)) !== kinds.letter;
    if (isGenitive) {
      this.#separate(kinds.white);
      return next;
    }
    if (this.#isApart()) return at;
    const run = this.#runOfLetters();
    const letters = this.size - run;
    const isArticle =
      letters === 1
        ? elided.has(written[run]!)
        : letters === 2 && written[run] === q && written[run + 1] === u;
    const isElision = isArticle && elisions.has(text.charCodeAt(at)) && kindAt(text, next) === kinds.letter;
    if (isElision) {
      this.#gone += letters;
      this.size = run;
      // Its word is begun anew.
      if (this.#isApart()) this.words -= 1;
    }
    this.#run = this.size;
    return at;
  }

  /** Where the letters begin that the word has behind its last digit or apostrophe. */
  #runOfLetters(): number {
    const first = Math.max(begins[this.words - 1]!, this.#run);
    let run = this.size;
    while (
      run > first &&
      kindOfEntry(entries[written[run - 1]!] || learn(written[run - 1]!)) !== kinds.numeral
    )
      run -= 1;
    return run;
  }

  /** A point or comma between digits. */
  #isInNumber(text: string, at: number): boolean {
    return isDigit(written[this.size - 1]!) && isDigit(letterAt(text, heard(text, at + 1)));
  }

  /** A dot behind a letter of an acronym, save the first: then what looked like an end of sentence is taken back. */
  #isOfAcronym(at: number): boolean {
    const last = this.size - 1;
    const letter = written[last]!;
    if (!isLatin(letter)) return false;
    const place = at - this.#gone;
    const word = begins[this.words - 1]!;
    const before = written[last - 1]!;
    if (this.#dotted > 0 && place === this.#behindDot + 1 && last === word) this.#dotted += 1;
    else {
      this.#dotted = last === word || !(isLatin(before) || isDigit(before)) ? 1 : 0;
      this.#acronym = last;
      this.#acronymWords = this.words;
    }
    this.#behindDot = place + 1;
    if (this.#dotted < 2) return false;
    this.size = this.#acronym + this.#dotted;
    this.words = this.#acronymWords;
    this.#run = 0;
    written[this.size - 1] = letter;
    return true;
  }
}

const none = -1;
export const page = new Page();

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLatin = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** The first place from here on that leaves a trace. */
function seen(text: string, from: number): number {
  let at = from;
  while (kindAt(text, at) === kinds.dropped) at += 1;
  return at;
}

/** The same with apostrophes passed over. */
function heard(text: string, from: number): number {
  let at = from;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind !== kinds.dropped && kind !== kinds.apostrophe) return at;
    at += 1;
  }
}

const asking: ReadonlySet<string> = new Set(['?', '!', '؟']);
const closing: ReadonlySet<string> = new Set(["'", '’', '"', '”', '»']);

/** "‘Why?’ a judge asks": who asks is told in the same sentence. */
const isQuoted = (text: string, at: number): boolean =>
  asking.has(text[at]!) && closing.has(text[at + 1]!) && text[at + 2] === ' ';

/** Nothing but dashes stands before the next white space or end of a sentence. */
function isBeforeWhite(text: string, from: number): boolean {
  let at = from;
  while (kindAt(text, at) === kinds.dash) at = heard(text, at + 1);
  const kind = kindAt(text, at);
  return kind === kinds.white || kind === kinds.stop;
}
