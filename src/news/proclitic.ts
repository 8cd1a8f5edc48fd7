/** Particles that a language writes together with the word behind them. */
const proclitics: Readonly<Record<string, RegExp>> = { ar: /^(?:[وفبلک]{1,2}(?:ال)?|ال|[وف]?لل)/ };

/** Letters at the start of a word that may be particles glued to it, in a language (BCP 47). */
export const gluedLetters = (word: string, language: string): number =>
  proclitics[language]?.exec(word)?.[0].length ?? 0;

const gluable = new Uint8Array(0x10000);
for (const letter of 'وفبلکا') gluable[letter.charCodeAt(0)] = 1;

/** The same of one letter (UTF-16), whatever the language. */
export const mayBeGlued = (letter: number): boolean => gluable[letter] === 1;
