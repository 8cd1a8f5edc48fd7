import { z } from 'zod';

export const headSchema = z.object({
  trucewatch: z.literal('data'),
  /** The form of its documents. */
  version: z.int().positive(),
  /** When it was written, ISO 8601. */
  created: z.string(),
});

const documentSchema = z.strictObject({
  /** Namespace. */
  document: z.string().min(1),
  id: z.string().min(1),
  value: z.json(),
  /** UTC ms. */
  expires: z.int().exactOptional(),
});

const jobSchema = z.strictObject({
  /** Queue. */
  job: z.string().min(1),
  id: z.string().min(1),
  payload: z.json(),
  lane: z.string().exactOptional(),
  /** UTC ms; due at once if left out. */
  at: z.int().exactOptional(),
  /** Why it was parked. */
  parked: z.string().exactOptional(),
});

/** Counts of what came before: an export without it was cut off. */
const endSchema = z.strictObject({ end: z.strictObject({ documents: z.int(), jobs: z.int() }) });

/** A line after the first. */
export const lineSchema = z.union([documentSchema, jobSchema, endSchema]);

export type DocumentLine = z.infer<typeof documentSchema>;
export type JobLine = z.infer<typeof jobSchema>;
export type Line = z.infer<typeof lineSchema>;

/** What an export or import has come to. */
export interface Counts {
  documents: number;
  jobs: number;
}
