import { namingWords, ordinaryWords } from './english-words.ts';

/** Whether a word only says how a thing is put; the names and things that it stands beside are what a question is about. */
export function isOrdinary(word: string): boolean {
  return baseForms(word).some((base) => ordinaryWords.has(base));
}

/** Whether a word is common English, so that it is no slip of another. */
export function isEnglish(word: string): boolean {
  return baseForms(word).some((base) => ordinaryWords.has(base) || namingWords.has(base));
}

/** A word without the endings of grammar, in American spelling too; not all of these forms are words. */
function baseForms(typed: string): readonly string[] {
  const word = typed.replace(/is(?=(?:e|ed|es|er|ing|ation)$)/, 'iz').replace(/our(?=(?:s|ed|ing)?$)/, 'or');
  const [, stem = '', ending = ''] = /^(.{2,}?)(s|es|ed|ing|er|est|ly)$/.exec(word) ?? [];
  if (stem === '') return [typed, word];
  const plain = [typed, word, stem, stem.replace(/i$/, 'y')];
  if (ending === 's' || ending === 'ly') return plain;
  return ending === 'es' ? [...plain, `${stem}e`] : [...plain, `${stem}e`, stem.replace(/(.)\1$/, '$1')];
}
