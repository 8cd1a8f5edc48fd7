/** Particles that a language writes together with the word behind them. */
const proclitics: Readonly<Record<string, RegExp>> = { ar: /^(?:[وفبلک]{1,2}(?:ال)?|ال|[وف]?لل)/ };

/** Letters at the start of a word that may be particles glued to it, in a language (BCP 47). */
export const gluedLetters = (word: string, language: string): number =>
  proclitics[language]?.exec(word)?.[0].length ?? 0;

const gluable = Uint16Array.from([...'وفبلکا'].map((letter) => letter.charCodeAt(0)));
const [first, last] = [Math.min(...gluable), Math.max(...gluable)];

/** The same of one letter (UTF-16), whatever the language. */
export const mayBeGlued = (letter: number): boolean =>
  letter >= first && letter <= last && gluable.includes(letter);
