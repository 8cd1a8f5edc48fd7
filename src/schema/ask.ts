import { z } from 'zod';

/** The form of `ask.yaml`: what people call things in questions, beyond the names in the dataset. Optional. */
export const askSchema = z.strictObject({
  /** Actor id to further names that people type, in any script. */
  names: z.record(z.string(), z.array(z.string().min(1))).default({}),
  /** Words that stand for words of the documents: `aps: school`. */
  words: z.record(z.string().regex(/^\S+$/, 'one word'), z.string().min(1)).default({}),
  /** Claim id to words that people ask for it with and that it does not say itself. */
  claims: z.record(z.string(), z.string().min(1)).default({}),
  /** Words of look-alike conflicts and other matters, small letters: a question with one is declined. */
  elsewhere: z.array(z.string().regex(/^[^\p{Lu}\s]+( [^\p{Lu}\s]+)*$/u, 'small letters')).default([]),
  /** Shown when a question is declined: one sentence on what the dataset covers. */
  covers: z.string().default(''),
});

export type AskVocabulary = z.infer<typeof askSchema>;
