import { z } from 'zod';

/** The form of `feeds.yaml`: the watched feeds. */
export const feedsSchema = z.strictObject({
  feeds: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a feed id has small letters, digits and hyphens'),
      title: z.string().min(1),
      url: z.url({ protocol: /^https?$/ }),
      lang: z.string().min(2).describe('BCP 47, for example en, ur, ps'),
      tier: z.enum(['A', 'B', 'C']).describe('A: known to work; B: several uses seen; C: doubtful'),
    }),
  ),
});

export type FeedSource = z.infer<typeof feedsSchema>['feeds'][number];
