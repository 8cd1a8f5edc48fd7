import type { Field } from '../../reply.ts';
import { fitLines, weightOf } from './weight.ts';

/** What one field of a card is to say; a note without lines is left out. */
export interface Note {
  readonly name: string;
  readonly lines: readonly string[];
}

/** What fields may take each: the most generous of these with which all of them fit. */
const FIELD_WEIGHTS = [1000, 800, 600, 450, 350, 280, 200];

/** Notes as fields that take no more than `room` together. */
export function fieldsWithin(notes: readonly Note[], room: number): readonly Field[] {
  const filled = (weight: number) =>
    notes
      .filter(({ lines }) => lines.length > 0)
      .map(({ name, lines }) => ({ name, value: fitLines(lines, weight) }));
  const size = (fields: readonly { name: string; value: string }[]) =>
    fields.reduce((sum, { name, value }) => sum + weightOf(name) + weightOf(value), 0);
  const fitting = FIELD_WEIGHTS.values()
    .map(filled)
    .find((fields) => size(fields) <= room);
  return fitting ?? filled(FIELD_WEIGHTS.at(-1) ?? 0);
}
