import type { MarkKind } from '../timeline.ts';
import { round } from './text.ts';
import { colour } from './theme.ts';

export const markKinds = [
  'talks',
  'attack',
  'killing',
  'strike',
  'operation',
] as const satisfies readonly MarkKind[];

/** Half the width of a mark, in pixels. */
export const markRadius = 14;

/** Each kind has a shape of its own: colour alone does not tell them apart for everybody. */
export function markElement(kind: MarkKind, x: number, y: number): string {
  return shapeOf(kind, x, y, `class="mark ${kind}" fill="${colour[kind]}"`);
}

/** Hollow, on a line over the days on which it may have been: the day is not known. */
export function vagueMarkElement(kind: MarkKind, x: number, y: number, from: number, to: number): string {
  const line = `<path class="span ${kind}" stroke="${colour[kind]}" stroke-width="3" d="M${round(from)} ${round(y)}H${round(to)}"/>`;
  const paint = `class="mark ${kind} vague" fill="${colour.ground}" stroke="${colour[kind]}" stroke-width="3"`;
  return line + shapeOf(kind, x, y, paint);
}

function shapeOf(kind: MarkKind, x: number, y: number, paint: string): string {
  const [cx, cy] = [round(x), round(y)];
  const shapes: Record<MarkKind, string> = {
    talks: `<circle ${paint} cx="${cx}" cy="${cy}" r="12"/>`,
    attack: `<path ${paint} d="M${cx} ${cy - 13}l13 24h-26z"/>`,
    killing: `<path ${paint} d="M${cx - 13} ${cy - 8}l5 -5l8 8l8 -8l5 5l-8 8l8 8l-5 5l-8 -8l-8 8l-5 -5l8 -8z"/>`,
    strike: `<path ${paint} d="M${cx} ${cy - 14}l14 14l-14 14l-14 -14z"/>`,
    operation: `<path ${paint} d="M${cx - 11} ${cy - 11}h22v22h-22z"/>`,
  };
  return shapes[kind];
}
