/** Letters that are written in several ways, by what they are folded to. */
const letters: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ێ: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ګ: 'گ',
  ه: 'ہ',
  ھ: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ە: 'ہ',
  ٱ: 'ا',
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
};
const variants = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** Marks that may be left out in writing: Latin, Hebrew and Arabic points, tatweel, nukta, joiners, bidi controls. */
const droppable =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u093c\u00ad\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u200d/g;

/** First code point of each decimal digit block that news is written in. */
const digitBlocks = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66];

const digits = new RegExp(
  `[${digitBlocks.map((start) => `${String.fromCharCode(start)}-${String.fromCharCode(start + 9)}`).join('')}]`,
  'g',
);

function digit(character: string): string {
  const code = character.codePointAt(0)!;
  const block = digitBlocks.find((start) => code >= start && code < start + 10);
  return block === undefined ? character : String(code - block);
}

/** Letters in lower case without the variants and marks that writers differ in; digits as 0 to 9. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(droppable, '')
    .toLowerCase()
    .replace(variants, (letter) => letters[letter]!)
    .replace(digits, digit)
    .replace(/[\u3041-\u30fe\u3400-\u9fff\uf900-\ufaff]/g, ' $& ');
}

/** What a UTF-16 unit is to the words of a text. */
export const kinds = {
  unseen: 0,
  letter: 1,
  numeral: 2,
  white: 3,
  /** Ends a sentence. */
  stop: 4,
  /** May end a clause. */
  comma: 5,
  apostrophe: 6,
  dash: 7,
  /** Stands in Arabic numbers where others have a comma or point. */
  fraction: 8,
  sign: 9,
  /** Folds to nothing. */
  dropped: 10,
  /** Half of a character: neither says what it is. */
  half: 11,
  /** Folds to several units, or not by itself. */
  odd: 12,
} as const;

/** Kinds by the pattern of their units, the first that fits. */
const patterns: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [kinds.half, /^[\ud800-\udfff]$/],
  [kinds.stop, /[.!?\n;|…\u061b\u061f\u06d4\u0964\u0965\u3002\uff01\uff1f]/],
  [kinds.comma, /[,:\u060c\u2013\u2014\u3001]/],
  [kinds.apostrophe, /['’‘ʼ`´]/],
  [kinds.dash, /-/],
  [kinds.fraction, /[٫٬]/],
  [kinds.white, /\s/],
  [kinds.letter, /[\p{L}\p{M}]/u],
  [kinds.numeral, /\p{N}/u],
];

const kindOf = (character: string): number =>
  patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? kinds.sign;

/**
 * Of each UTF-16 unit its kind and, in the lower 16 bits, what it is folded to: a look-up is all that a letter costs. An
 * entry is found out when its unit first comes up; until then it is 0.
 */
export const known = new Int32Array(0x10000);
/** What an entry says. */
export const kindOfEntry = (entry: number): number => entry >>> 16;
export const unitOfEntry = (entry: number): number => entry & 0xffff;

/** Marks behind the Indic scripts may change places when they are folded together. */
const marksEnd = 0xe00;

/** Fills in the entry of a unit. */
export function learn(code: number): number {
  const unit = String.fromCharCode(code);
  const to = unit === '…' ? unit : foldText(unit);
  // A sigma looks different at the end of a word.
  const isOdd = to.length > 1 || to === 'σ' || (code >= marksEnd && /\p{M}/u.test(unit));
  const kind = to === '' ? kinds.dropped : isOdd ? kinds.odd : kindOf(to);
  const entry = (kind << 16) | (to === '' ? 0 : to.charCodeAt(0));
  known[code] = entry;
  return entry;
}

const oddKinds = new Map<string, number>();
/** Odd characters that are remembered at most. */
const knownOdd = 10_000;

/** Kind of a character that the tables do not have, in a text that was folded as a whole. */
export function oddKindOf(character: string): number {
  let kind = oddKinds.get(character);
  if (kind === undefined) {
    kind = kindOf(character);
    if (oddKinds.size >= knownOdd) oddKinds.clear();
    oddKinds.set(character, kind);
  }
  return kind;
}

/** Kind of the unit at a place of a text; none behind its end. */
export function kindAt(text: string, at: number): number {
  if (at >= text.length) return kinds.unseen;
  const code = text.charCodeAt(at);
  const kind = kindOfEntry(known[code] || learn(code));
  return kind < kinds.half ? kind : oddKindOf(String.fromCodePoint(text.codePointAt(at)!));
}

/** What a letter or numeral at a place is folded to by itself; 0 for all else. */
export function letterAt(text: string, at: number): number {
  const kind = kindAt(text, at);
  const isLetter = kind === kinds.letter || kind === kinds.numeral;
  if (!isLetter) return 0;
  const entry = known[text.charCodeAt(at)]!;
  return kindOfEntry(entry) === kind ? unitOfEntry(entry) : 0;
}
