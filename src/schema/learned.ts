import { z } from 'zod';

/**
 * The form of `learned.json`, which `npm run train` writes: a linear model of what labelled items are about, that the
 * rules of `watch.yaml` are looked over with. A pack need not have it.
 */
export const learnedSchema = z.strictObject({
  /** `none`, then topics that alert. */
  topics: z.array(z.string()).min(2),
  /** Of each topic. Weights are in hundredths. */
  bias: z.array(z.int()),
  /**
   * By feature, parted by spaces: what it adds to each topic where it stands anywhere, then what it adds to each where it
   * stands in the title.
   */
  weights: z.record(z.string(), z.string().regex(/^-?\d+( -?\d+)*$/)),
});

export type Learned = z.infer<typeof learnedSchema>;
