import { z } from 'zod';
import { actorTypes } from './actor-types.ts';
import type { Layer } from './layers.ts';

/**
 * The form of a dataset file. Terms follow the ETH/PRIO Civil Conflict Ceasefire Dataset, UCDP GED and
 * ACLED. A file holds any of the lists; the folder it stands in (seeds, updates) is its layer.
 */

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'an id has letters, digits, dots and hyphens');
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD')
  .refine(isInCalendar, 'the calendar has no such day');
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is written 'YYYY' (in quotes), YYYY-MM or YYYY-MM-DD")
  .refine(isInCalendar, 'the calendar has no such date');

/** Whether a year, month or day of this form exists: a Date rolls 30 February over into March. */
function isInCalendar(text: string): boolean {
  const [year = 0, month = 1, dayOfMonth = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

/** A date as documented: as precise as its form, with the bounds where they are narrower or wider. */
export const dateSchema = z.strictObject({
  on: partialDate.nullable().describe('null: undated'),
  precision: z.enum(['day', 'month', 'year', 'undated']),
  how: z.enum(['stated', 'derived']).describe('stated in the document, or derived from its words'),
  rule: z.string().optional().describe('how it was derived'),
  earliest: day.optional(),
  latest: day.optional(),
  until: partialDate.optional().describe('end of a span that starts `on`'),
});

const sourceSchema = z.strictObject({
  id,
  title: z.string().describe('how an answer names this document'),
  short: z.string().optional().describe('the same in a few words, where a document has no publisher'),
  publisher: z.string().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  agency: z.string().optional(),
  document: z.string().optional().describe('file name of the seed document, for `check --seeds`'),
  published: dateSchema,
  retrieved: day.optional(),
  textQuality: z.enum(['original', 'paraphrase', 'machine_paraphrase', 'machine_translation', 'excerpt']),
  notes: z.string().optional().describe('what is garbled, and how its date is known'),
});

const actorSchema = z.strictObject({
  id,
  type: z.enum(actorTypes),
  name: z.string(),
  inText: z.string().optional().describe('how a sentence names it, with its article: the TTP'),
  aliases: z.array(z.string()).default([]).describe('other names and spellings, in any script'),
  description: z.string().default('').describe('one line: who or what it is, as the documents say'),
  roles: z
    .array(
      z.strictObject({
        role: z.string(),
        of: id.optional(),
        from: partialDate.optional(),
        to: partialDate.optional(),
        claims: z.array(id).default([]),
      }),
    )
    .default([]),
  /** Easily confused with these, who are somebody else. */
  notToBeConfusedWith: z
    .array(z.strictObject({ name: z.string(), why: z.string(), id: id.optional() }))
    .default([]),
  claims: z.array(id).default([]),
  notes: z.string().optional().describe('what its card should say beside: what is not known of it'),
});

const relationSchema = z.strictObject({
  from: id,
  relation: z.string().regex(/^[a-z_]+$/, 'a relation is snake_case'),
  to: id,
  status: z.enum(['asserted', 'disputed', 'general_knowledge']),
  period: z.string().optional(),
  words: z.string().optional().describe('the relation as a sentence, where “from: relation to” reads badly'),
  claims: z.array(id),
  notes: z.string().optional(),
});

const claimKinds = [
  'ceasefire_declared',
  'ceasefire_start',
  'ceasefire_extension',
  'ceasefire_end',
  'ceasefire_violation',
  'talks',
  'talks_collapse',
  'mediation',
  'agreement',
  'statement',
  'denial',
  'demand',
  'attack',
  'airstrike',
  'military_operation',
  'casualty_figure',
  'killing',
  'political',
  'proscription',
  'organisation_founded',
  'background',
] as const;

/** One thing that one document says, and who says it there. */
const claimSchema = z.strictObject({
  id,
  source: id,
  kind: z.enum(claimKinds),
  dyad: id.nullable().describe('null: of no one dyad (background)'),
  summary: z.string().describe('in our own words, one sentence that can stand alone'),
  quote: z.string().optional().describe('verbatim, at most one sentence; seeds only'),
  date: dateSchema,
  assertedBy: z.array(id).min(1),
  deniedBy: z.array(id).default([]),
  stance: z.enum(['asserts', 'denies', 'declines_comment']).default('asserts'),
  attribution: z.enum(['direct', 'reported', 'unnamed', 'newsroom']),
  actors: z.array(id).default([]),
  places: z.array(id).default([]),
  figure: z
    .strictObject({
      low: z.number().optional(),
      best: z.number().optional(),
      high: z.number().optional(),
      of: z.string(),
    })
    .optional(),
  confidence: z.enum(['high', 'medium', 'low']).default('high'),
  notes: z.string().optional(),
});

/** A date of a ceasefire according to somebody; where documents differ there are several. */
const datedSchema = dateSchema.extend({ by: z.array(id).default([]), claims: z.array(id).min(1) });

/** Of an end documents give the last day (it ran out) or the first day without it (it was called off). */
const endSchema = datedSchema.extend({
  lastDay: z
    .boolean()
    .optional()
    .describe('true: `on` is the last day on which it held; else the first day without it'),
});

const ceasefireSchema = z.strictObject({
  id,
  dyad: id,
  name: z.string(),
  parties: z.array(id).min(1),
  side: z
    .enum(['unilateral', 'bilateral', 'multilateral', 'unclear'])
    .describe('who declared it: one side alone, both, more'),
  agreedIn: z.array(id).default([]).describe('claims that the parties agreed on it'),
  scope: z.enum(['national', 'local']).default('national'),
  places: z.array(id).default([]),
  // Of each date several entries: the documents differ. None: not documented.
  declared: z.array(datedSchema).default([]),
  effective: z.array(datedSchema).default([]).describe('first day on which it holds'),
  plannedEnd: z.array(datedSchema).default([]).describe('last day for which it was declared'),
  openEnded: z.boolean().default(false).describe('declared without a term'),
  actualEnd: z
    .array(endSchema)
    .default([])
    .describe('when it ended; undated if a document tells of its end without the day'),
  held: z.array(datedSchema).default([]).describe('days on which somebody says that it held'),
  endedHow: z
    .enum(['expired', 'not_extended', 'declared_over', 'broken', 'replaced', 'unclear', 'no_record'])
    .default('no_record'),
  extends: id.optional().describe('the ceasefire whose planned end this one moves'),
  purpose: z
    .array(z.enum(['peace_process', 'holiday', 'humanitarian', 'election', 'other', 'unclear']))
    .default([]),
  class: z.enum(['cessation', 'with_compliance', 'definitive', 'unclear']).default('unclear'),
  timing: z.enum(['unrelated', 'before_talks', 'during_talks', 'concluding', 'unclear']).default('unclear'),
  written: z.enum(['none', 'statement', 'signed', 'unclear']).default('unclear'),
  mediation: z
    .strictObject({
      status: z.enum(['yes', 'no', 'disputed', 'unclear']),
      mediators: z.array(id).default([]),
      claims: z.array(id).default([]),
      deniedIn: z.array(id).default([]),
    })
    .default({ status: 'unclear', mediators: [], claims: [], deniedIn: [] }),
  mechanism: z.enum(['yes', 'no', 'unclear']).default('unclear'),
  enforcement: z.enum(['yes', 'no', 'unclear']).default('unclear'),
  ddr: z.enum(['yes', 'no', 'unclear']).default('unclear'),
  claims: z.array(id).default([]).describe('other evidence: terms, reasons, how it ended'),
  notes: z.string().optional(),
});

/** Something that happened, as one or more claims say. Marks on the timeline. */
const eventSchema = z.strictObject({
  id,
  dyad: id.nullable(),
  kind: z.enum(claimKinds),
  title: z.string(),
  date: dateSchema,
  actors: z.array(id).default([]),
  places: z.array(id).default([]),
  claims: z.array(id).min(1),
});

/** What the documents disagree on. Shown, never resolved. */
const disputeSchema = z.strictObject({
  id,
  dyad: id.nullable(),
  question: z.string(),
  type: z.enum([
    'contradiction',
    'change_over_time',
    'framing',
    'silence',
    'different_figures',
    'attribution',
  ]),
  /** Each side in our words, with the claims behind it. One alone only where it adds to a dispute of the seeds. */
  sides: z.array(z.strictObject({ says: z.string(), claims: z.array(id).min(1) })).min(1),
  notes: z.string().optional(),
});

export const datasetFileSchema = z.strictObject({
  sources: z.array(sourceSchema).default([]),
  actors: z.array(actorSchema).default([]),
  relations: z.array(relationSchema).default([]),
  ceasefires: z.array(ceasefireSchema).default([]),
  events: z.array(eventSchema).default([]),
  claims: z.array(claimSchema).default([]),
  disputes: z.array(disputeSchema).default([]),
});

/** Every record of a loaded dataset knows the layer it came from. */
export type InLayer<T> = T & { readonly layer: Layer };

export type DatasetFile = z.infer<typeof datasetFileSchema>;
export type DocumentedDate = z.infer<typeof dateSchema>;
export type Dated = z.infer<typeof datedSchema>;
export type DatedEnd = z.infer<typeof endSchema>;
export type Source = InLayer<z.infer<typeof sourceSchema>>;
export type Actor = InLayer<z.infer<typeof actorSchema>>;
export type Relation = InLayer<z.infer<typeof relationSchema>>;
export type Ceasefire = InLayer<z.infer<typeof ceasefireSchema>>;
export type HistoricEvent = InLayer<z.infer<typeof eventSchema>>;
export type Claim = InLayer<z.infer<typeof claimSchema>>;
export type Dispute = InLayer<z.infer<typeof disputeSchema>>;

/** All records of the chosen layers, in file order. */
export interface Dataset {
  readonly sources: readonly Source[];
  readonly actors: readonly Actor[];
  readonly relations: readonly Relation[];
  readonly ceasefires: readonly Ceasefire[];
  readonly events: readonly HistoricEvent[];
  readonly claims: readonly Claim[];
  readonly disputes: readonly Dispute[];
}
