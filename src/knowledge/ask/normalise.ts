import { shorthand } from './shorthand.ts';
import { fromUrdu } from './urdu.ts';

/** A word of a question: as typed, and as it is compared. */
export interface Word {
  readonly typed: string;
  readonly word: string;
  /** Written with a capital where English does not ask for one: perhaps a name. */
  readonly name: boolean;
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
  const shouted = english.filter((word) => /^\p{Lu}/u.test(word)).length > english.length * 0.6;
  const words: Word[] = [];
  let startsSentence = true;
  for (const typed of english) {
    const bare = typed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (bare !== '') {
      const name = !startsSentence && !shouted && !isUrdu && /^\p{Lu}/u.test(bare);
      for (const part of expand(bare)) words.push({ typed: bare, word: part, name });
    }
    startsSentence = /[.!?:]["'’”)]*$/.test(typed);
  }
  return { text: english.join(' '), words };
}

/** "what's" is two words, "Khan's" is one; "wat" is "what". */
function expand(typed: string): readonly string[] {
  const lower = typed.toLowerCase().replaceAll('’', "'");
  const known = shorthand.get(lower) ?? shorthand.get(lower.replaceAll("'", ''));
  if (known !== undefined) return known.split(' ').filter(Boolean);
  const bare = lower.replace(/'s?$/, '').replaceAll("'", '');
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
  return text
    .replace(/(?<=^| )w\/o(?= |$)/gi, 'without')
    .replace(/(?<=^| )w\/ ?/gi, 'with ')
    .replace(/ [&+] /g, ' and ')
    .replace(/(?<=[a-z]{3})\?\?+/gi, '?');
}
