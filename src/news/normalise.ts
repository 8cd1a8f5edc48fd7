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

/** What a plain English text may hold: none of its letters needs folding. */
const plainLatin = /^[\x20-\x7e\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;

/**
 * The words of a text in one form, whatever its script: folded letters, one space around each word,
 * ` . ` where a sentence ends, ` , ` where a clause may end. Starts and ends with a space.
 */
export function normalise(text: string): string {
  const plain = plainLatin.test(text);
  const simple = plain ? text.toLowerCase() : foldLetters(text);
  const signs = plain ? plainSigns : simple === undefined ? anySigns : tableSigns;
  let folded = simple ?? foldText(text);
  // Looking is cheaper than replacing, and most texts lack most of these.
  if (/['’‘ʼ`´]/.test(folded)) folded = withoutApostrophes(folded, signs);
  if (/[a-z]\.[a-z]\./.test(folded)) {
    folded = folded.replace(/(?<![a-z0-9])(?:[a-z]\.){2,}/g, (acronym) => `${acronym.replaceAll('.', '')} `);
  }
  if (/\d[.,٫٬]\d/.test(folded)) folded = folded.replace(/(?<=\d)[.,٫٬](?=\d)/g, '');
  return ` ${folded
    .replace(/[.!?\n;|…\u061b\u061f\u06d4\u0964\u0965\u3002\uff01\uff1f]+/g, ' . ')
    .replace(/[,:\u060c\u2013\u2014\u3001]+|(?<=\s)-+(?=\s)/g, ' , ')
    // The single spaces between words, most of all signs, are left alone.
    .replace(signs.gaps, ' ')
    .trim()} `;
}

const withoutApostrophes = (text: string, { genitive, elision }: Signs): string =>
  text
    .replace(genitive, ' ')
    .replace(elision, '')
    .replace(/['’‘ʼ`´]/g, '');

/** What is no word: what stands between words, an apostrophe with s, an elided article. */
interface Signs {
  readonly gaps: RegExp;
  readonly genitive: RegExp;
  readonly elision: RegExp;
}

// Classes of few ranges: `u`, Unicode properties and long classes cost ten times as much.
const plainSigns: Signs = {
  gaps: /[^a-z0-9.,]{2,}|[^a-z0-9., ]/g,
  genitive: /['’‘ʼ`´]s(?![a-z])/g,
  elision: /(?<![a-z])([ldnsjcmt]|qu)['’‘ʼ](?=[a-z])/g,
};
const anySigns: Signs = {
  gaps: /[^\p{L}\p{M}\p{N}.,]+/gu,
  genitive: /['’‘ʼ`´]s(?![\p{L}\p{M}])/gu,
  elision: /(?<![\p{L}\p{M}])([ldnsjcmt]|qu)['’‘ʼ](?=\p{L})/gu,
};
/** The table has made an underscore of all other signs already. */
const tableSigns: Signs = { ...anySigns, gaps: /[\s_٫٬-]{2,}|[^\S ]|[_٫٬-]/g };

/** Letters in lower case without the variants and marks that writers differ in; digits as 0 to 9. */
function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(droppable, '')
    .toLowerCase()
    .replace(variants, (letter) => letters[letter]!)
    .replace(digits, digit)
    .replace(/[\u3041-\u30fe\u3400-\u9fff\uf900-\ufaff]/g, ' $& ');
}

/** Behind the Arabic block; up to here each letter folds by itself, save sigma. */
const tableEnd = 0x700;
const [dropped, notOne] = [-1, -2];
/** What the letters of the table fold to, as they come up. */
const folded = new Int32Array(tableEnd);
/** Longer texts go the slow way: the codes of a string are passed as arguments. */
const buffer = new Uint16Array(2_048);

/** The same letter by letter, some ten times faster; undefined if the text holds what the table does not. */
function foldLetters(text: string): string | undefined {
  if (text.length > buffer.length) return undefined;
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const to = code < tableEnd ? folded[code] || learn(code) : signCode(code);
    if (to === notOne) return undefined;
    if (to !== dropped) buffer[length++] = to;
  }
  return String.fromCharCode.apply(null, buffer.subarray(0, length) as unknown as number[]);
}

/** Quotes, dashes and the joiner of Persian and Urdu, from behind the table. */
function signCode(code: number): number {
  if (code === 0x2018 || code === 0x2019 || code === 0x2013 || code === 0x2014) return code;
  return code === 0x200c || code === 0x201c || code === 0x201d ? gap : notOne;
}

function learn(code: number): number {
  const to = foldText(String.fromCharCode(code));
  if (to === '') folded[code] = dropped;
  // A sigma looks different at the end of a word.
  else if (to.length !== 1 || to === 'σ') folded[code] = notOne;
  else folded[code] = meant.test(to) ? to.charCodeAt(0) : gap;
  return folded[code]!;
}

const gap = '_'.charCodeAt(0);
/** What one UTF-16 unit folds to: a letter or digit, several, nothing, or a space where no word goes on. */
export function foldLetter(letter: string): string {
  const to = foldText(letter.toWellFormed()).trim();
  if (to === '' && letter.trim() === '') return ' ';
  return to.length === 1 && !/[\p{L}\p{M}\p{N}]/u.test(to) ? ' ' : to;
}

/** What words, clauses and sentences are told by. */
const meant = /[\p{L}\p{M}\p{N}.,٫٬!?\n;|\u061b\u061f\u06d4:\u060c'ʼ`´\s-]/u;
