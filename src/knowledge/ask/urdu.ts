import { dropped, markers, phrases } from './urdu-words.ts';

/** Words of the longest phrase. */
const longest = 3;

/** Words with Urdu ones put into English; words of an English question stay as they are. */
export function fromUrdu(words: readonly string[]): { words: readonly string[]; isUrdu: boolean } {
  const script = words.some((word) => /\p{Script=Arabic}/u.test(word));
  const romanised = new Set(words.map(bare).filter((word) => markers.has(word)));
  if (!script && romanised.size < 2) return { words, isUrdu: false };
  const english: string[] = [];
  for (let at = 0; at < words.length; ) {
    const [length, phrase] = phraseAt(words, at);
    if (phrase !== undefined) english.push(phrase);
    else if (!dropped.has(bare(words[at] ?? ''))) english.push(words[at] ?? '');
    at += length;
  }
  return { words: english.join(' ').split(' ').filter(Boolean), isUrdu: true };
}

function phraseAt(
  words: readonly string[],
  at: number,
): readonly [length: number, english: string | undefined] {
  for (let length = longest; length > 0; length--) {
    const part = words.slice(at, at + length);
    if (part.length < length) continue;
    const phrase = phrases.get(part.map(bare).join(' '));
    if (phrase !== undefined) return [length, phrase];
  }
  return [1, undefined];
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
