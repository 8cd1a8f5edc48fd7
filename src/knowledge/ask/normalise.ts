import { shorthand } from './shorthand.ts';
import { stopWords } from './stop-words.ts';
import { fromUrdu } from './urdu.ts';

/** A word of a question: as typed, and as it is compared. */
export interface Word {
  readonly typed: string;
  readonly word: string;
  /** Written with a capital where English does not ask for one: perhaps a name. */
  readonly name: boolean;
  /** Which part of the question it stands in: parts end at a full stop, a colon, or before a comma's question. */
  readonly part: number;
}

/** A question as the later stages read it. */
export interface Wording {
  /** Clean, on one line; for dates and for looking at. */
  readonly text: string;
  readonly words: readonly Word[];
}

/**
 * Takes away what carries no meaning (zero-width and control characters, mentions, addresses, Markdown, emoji),
 * spells out chat abbreviations, and puts Urdu question words into English.
 */
export function normalise(question: string): Wording {
  const clean = spelledOut(cleaned(question));
  const { words: english, isUrdu } = fromUrdu(clean.split(' ').filter(Boolean));
  const shouted = isShouted(english);
  const words: Word[] = [];
  let startsSentence = true;
  let part = 0;
  for (const [at, typed] of english.entries()) {
    const bare = bareOf(typed);
    if (bare !== '') {
      const name = !startsSentence && !shouted && !isUrdu && /^\p{Lu}/u.test(bare);
      for (const word of expand(bare)) words.push({ typed: bare, word, name, part });
    }
    if (endsPart(typed, english[at + 1])) part++;
    startsSentence = /[.!?:]["'’”)]*$/.test(typed);
  }
  return { text: english.join(' '), words };
}

/** In capitals, or with a capital on every word: then a capital makes no name. */
function isShouted(words: readonly string[]): boolean {
  const small = words.slice(1).filter((word) => stopWords.has(bareOf(word).toLowerCase()));
  const capitals = words.filter((word) => /\p{L}{2}/u.test(word) && word === word.toUpperCase());
  const hasSmall = small.some((word) => /^\p{Ll}/u.test(word));
  return capitals.length > words.length * 0.6 || (small.length > 0 && !hasSmall);
}

function bareOf(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

const asksNext =
  /^(?:who|what|wh?at|wen|when|where|why|how|which|whose|whom|did|does|is|was|were|are|has|have|had)\b/i;

function endsPart(typed: string, next = ''): boolean {
  return /[.!?:;]["'’”)]*$/.test(typed) || (/,$/.test(typed) && asksNext.test(next));
}

/** "what's" is two words, "Khan's" is one; "wat" is "what". */
function expand(typed: string): readonly string[] {
  const lower = typed.toLowerCase().replaceAll('’', "'");
  const known = shorthand.get(lower) ?? shorthand.get(lower.replaceAll("'", ''));
  if (known !== undefined) return known.split(' ').filter(Boolean);
  const bare = lower.replace(/'(?:s|d|ll|ve|re|m)?$/, '').replaceAll("'", '');
  return bare.split(/[-/]/).flatMap((part) => (shorthand.get(part) ?? part).split(' ').filter(Boolean));
}

function cleaned(question: string): string {
  return (
    question
      .normalize('NFKC')
      .replace(/<(?:@[!&]?|#|a?:\w+:|t:)[^>]*>/g, ' ')
      .replace(/https?:\/\/\S+/g, ' ')
      .replace(/\u00ad|\p{Cf}/gu, '')
      .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
      .replace(/(?![\d#*])\p{Emoji}|\p{Emoji_Modifier}|\ufe0f/gu, ' ')
      // Vowel signs of Arabic script are optional in writing.
      .replace(/[\u064b-\u065f\u0670]/gu, '')
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
      .replace(/[*_~`>|#\\]+/g, ' ')
      .replace(/[؟?]+/g, '? ')
      .replace(/،/g, ', ')
      .replace(/۔/g, '. ')
      .replace(/([\p{L}\p{N}][!,;)])(?=[\p{L}\p{N}])/gu, '$1 ')
      .replace(/ +/g, ' ')
      .trim()
  );
}

/** Forms with a slash or an ampersand, before words are parted. */
function spelledOut(text: string): string {
  return (
    text
      .replace(/(?<=^| )(in|since|from|until|by|of) ['’]?(0\d)(?=$|[ ?.,!])/gi, '$1 20$2')
      // "In 21", "the 21 truce"; not "in 21 days", "the 21 dead".
      .replace(
        /(?<=^| )(in|since) ['’]?([12]\d)(?=$|[?.,!]| (?!\w+s\b|\d|people|men|women|children|more|other|of|hour|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))/gi,
        '$1 20$2',
      )
      .replace(
        /(?<=^| )(of|in|between) ([12]\d) (and|n|nd|&|or|vs) ([12]\d)(?=$|[ ?.,!])/gi,
        '$1 20$2 $3 20$4',
      )
      .replace(/(?<=^| )['’]?([12]\d) (?=(?:truce|cease-?fire|deal|accord|pact)\b)/gi, '20$1 ')
      .replace(/(?<=^| )([24]) (?=(?:hour|day|week|month|year)s\b)/gi, (_, digit) =>
        digit === '2' ? 'two ' : 'four ',
      )
      .replace(/(?<=^| )w\/o(?= |$)/gi, 'without')
      .replace(/(?<=^| )w\/ ?/gi, 'with ')
      .replace(/ y\/n(?=\W*$)/gi, ' or not')
      .replace(/ [&+] /g, ' and ')
      .replace(/,? (?:right|correct|true|innit|isn't it|is that so|no|yes) ?\?/gi, ' or not?')
      .replace(/(?<=[a-z]{3})\?\?+/gi, '?')
  );
}
