import type { MarkKind } from '../timeline.ts';
import { round } from './text.ts';
import { colour } from './theme.ts';

export const markKinds = ['talks', 'attack', 'strike'] as const satisfies readonly MarkKind[];

/** Half the width of a mark, in pixels. */
export const markRadius = 14;

/** Each kind has a shape of its own: colour alone does not tell them apart for everybody. */
export function markElement(kind: MarkKind, x: number, y: number): string {
  const [cx, cy] = [round(x), round(y)];
  const paint = `class="mark ${kind}" fill="${colour[kind]}"`;
  const shapes: Record<MarkKind, string> = {
    talks: `<circle ${paint} cx="${cx}" cy="${cy}" r="12"/>`,
    attack: `<path ${paint} d="M${cx} ${cy - 13}l13 24h-26z"/>`,
    strike: `<path ${paint} d="M${cx} ${cy - 14}l14 14l-14 14l-14 -14z"/>`,
  };
  return shapes[kind];
}
