import type { z } from 'zod';
import {
  type Dataset,
  type datasetFileSchema,
  datasetFileSchema as schema,
} from '../../src/schema/dataset.ts';

export type Records = z.input<typeof datasetFileSchema>;
type CeasefireRecord = NonNullable<Records['ceasefires']>[number];
type ClaimRecord = NonNullable<Records['claims']>[number];
type DateRecord = ClaimRecord['date'];

/** A date as the dataset writes it; `2022-05` and `2022` are vague. */
export function on(text: string, more: Partial<DateRecord> = {}): DateRecord {
  const precision = text.length === 10 ? 'day' : text.length === 7 ? 'month' : 'year';
  return { on: text, precision, how: 'stated', ...more };
}

/** A date of a ceasefire, resting on the one claim that every built dataset has. */
export function dated(text: string, more: Partial<DateRecord> & { by?: string[]; claims?: string[] } = {}) {
  const { by = ['side-a'], claims = ['claim-a'], ...rest } = more;
  return { ...on(text, rest), by, claims };
}

export function ceasefire(record: Partial<CeasefireRecord>): CeasefireRecord {
  return {
    id: 'cf',
    dyad: 'd1',
    name: 'Test ceasefire',
    parties: ['side-a', 'side-b'],
    side: 'bilateral',
    ...record,
  };
}

export function claim(record: Partial<ClaimRecord>): ClaimRecord {
  return {
    id: 'claim',
    source: 'doc-a',
    kind: 'statement',
    dyad: 'd1',
    summary: 'Side A said so.',
    date: { on: null, precision: 'undated', how: 'stated' },
    assertedBy: ['side-a'],
    attribution: 'direct',
    ...record,
  };
}

/** A dataset with two sides, two documents and one undated claim of each side, and these records. */
export function dataset(records: Records = {}): Dataset {
  const file = schema.parse({
    ...records,
    sources: [
      {
        id: 'doc-a',
        title: 'Document A',
        published: on('2020-01-01'),
        textQuality: 'original',
        url: 'https://example.org/a',
      },
      { id: 'doc-b', title: 'Document B', published: on('2020-01-02'), textQuality: 'original' },
      ...(records.sources ?? []),
    ],
    actors: [
      { id: 'side-a', type: 'armed_group', name: 'Side A' },
      { id: 'side-b', type: 'government', name: 'Side B' },
      ...(records.actors ?? []),
    ],
    claims: [
      claim({ id: 'claim-a' }),
      claim({ id: 'claim-b', source: 'doc-b', assertedBy: ['side-b'], summary: 'Side B said so.' }),
      ...(records.claims ?? []),
    ],
  });
  const layered = <T extends object>(list: readonly T[]) =>
    list.map((record) => ({ ...record, layer: 'seeds' as const }));
  return {
    sources: layered(file.sources),
    actors: layered(file.actors),
    relations: layered(file.relations),
    ceasefires: layered(file.ceasefires),
    events: layered(file.events),
    claims: layered(file.claims),
    disputes: layered(file.disputes),
  };
}
