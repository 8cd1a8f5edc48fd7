import { z } from 'zod';

/**
 * The form of `learned.json`, which `npm run train` writes: a linear model of what labelled items are about, that the
 * rules of `watch.yaml` are looked over with. A pack need not have it.
 */
export const learnedSchema = z
  .strictObject({
    /** `none`, then topics that alert. */
    topics: z.array(z.string()).min(2),
    /** Of each topic. Weights are in hundredths. */
    bias: z.array(z.int()),
    /**
     * Parted by spaces a feature, what it adds to each topic where it stands anywhere, and what it adds to each where it
     * stands in the title.
     */
    weights: z.array(z.string().regex(/^[^ ]+( -?\d+)+$/, 'a feature and its weights')),
  })
  .refine(
    ({ topics, bias, weights }) =>
      bias.length === topics.length &&
      weights.every((line) => line.split(' ').length === 1 + 2 * topics.length),
    'each topic has a bias, and two weights of each feature',
  );

export type Learned = z.infer<typeof learnedSchema>;
