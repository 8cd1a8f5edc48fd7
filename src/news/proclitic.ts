/** Particles that a language writes together with the word behind them. */
const proclitics: Readonly<Record<string, RegExp>> = { ar: /^(?:[وفبلک]{1,2}(?:ال)?|ال|[وف]?لل)/ };

/** Those of a language (BCP 47), if it has any. */
export const particlesOf = (language: string): RegExp | undefined => proclitics[language];

/** Letters at the start of a word that may be particles glued to it; one at least is the word's own. */
export const gluedLetters = (word: string, particles: RegExp): number =>
  Math.min(particles.exec(word)?.[0].length ?? 0, word.length - 1);

const gluable = new Uint8Array(0x10000);
for (const letter of 'وفبلکا') gluable[letter.charCodeAt(0)] = 1;

/** The same of one letter (UTF-16), whatever the language. */
export const mayBeGlued = (letter: number): boolean => gluable[letter] === 1;
