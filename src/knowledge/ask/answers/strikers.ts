import type { Claim } from '../../../schema/dataset.ts';
import { sideOf } from '../sides.ts';
import { termOf } from '../terms.ts';
import type { Context } from './context.ts';

const force: ReadonlySet<string> = new Set(['attack', 'airstrike']);

/** The parties that a claim tells of as striking: English names the doer before the deed, the nearest one counts. */
export function strikersIn(context: Context, { actors, summary }: Claim): ReadonlySet<string> {
  const deeds = [...summary.matchAll(/\p{L}+/gu)].filter(([word]) => force.has(termOf(word.toLowerCase())));
  return new Set(
    deeds.flatMap(({ index: at }) => {
      const before = summary.slice(0, at).toLowerCase();
      const [nearest] = actors
        .map((id) => ({ id, at: Math.max(...namesOf(context, id).map((name) => before.lastIndexOf(name))) }))
        .filter((each) => each.at !== -1)
        .toSorted((a, b) => b.at - a.at);
      return nearest ? (sideOf(context.index, context.parties, nearest.id) ?? []) : [];
    }),
  );
}

function namesOf({ index }: Context, id: string): readonly string[] {
  const actor = index.actors.get(id);
  return actor ? [actor.name, ...actor.aliases].map((name) => name.toLowerCase()) : [];
}
