import { z } from 'zod';

/** The form of `pack.yaml`: what a conflict is called, between whom, and which dyad one asks about by default. */
export const packSchema = z.strictObject({
  name: z.string().describe('shown in /about and the digest'),
  /** IANA zone in which "today" and dates without a zone are meant. */
  timeZone: z.string(),
  defaultDyad: z.string(),
  dyads: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string().describe('for example: Pakistan and the TTP'),
        parties: z.array(z.string()).min(2).describe('actor ids'),
      }),
    )
    .min(1),
});

export type PackInfo = z.infer<typeof packSchema>;
export type Dyad = PackInfo['dyads'][number];
