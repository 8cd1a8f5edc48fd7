import type { AskVocabulary } from './ask.ts';

/** As of a pack without ask.yaml. */
export const noVocabulary: AskVocabulary = { names: {}, words: {}, claims: {}, elsewhere: [], covers: '' };
