import type { Episode } from '../../episodes.ts';
import { recordsOf } from '../../episodes.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { sayNames } from '../../wording/names.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import { roundsMeant } from '../rounds.ts';
import type { Context } from './context.ts';
import { isOnlyAbout } from './only-about.ts';

/** Who mediated, or whether somebody did: with who affirms and who denies it. */
export function answerMediation(context: Context): Draft | undefined {
  const { query, index, dyad, parties } = context;
  if (!query.terms.includes('mediation') || query.asks === 'why') return undefined;
  // What somebody says to mediate or arrange is told by their own words.
  if (query.asks === 'what' && /\b(?:say|said|says|tell|told)\b/.test(query.text)) return undefined;
  const others = query.entities.filter(({ ids }) => !ids.some((id) => parties.includes(id)));
  const bare = {
    ...context,
    query: { ...query, entities: query.entities.filter((each) => !others.includes(each)) },
  };
  if (!isOnlyAbout(bare, ['mediation', 'talks', 'peac'])) return undefined;
  const rounds = roundsMeant(index, dyad, query, context.on).filter(
    ({ ceasefire }) => ceasefire.mediation.status !== 'unclear',
  );
  if (rounds.length === 0) return undefined;
  const mediators = new Set(
    rounds.flatMap((episode) => recordsOf(episode).flatMap(({ mediation }) => mediation.mediators)),
  );
  const strange = others.filter(({ ids }) => !ids.some((id) => mediators.has(id)));
  // Speakers and places are for the search; another mediator is one that no document names.
  if (strange.some(({ ids }) => ids.some((id) => isPossibleMediator(context, id)))) {
    return declined(
      context,
      `no document says that ${strange.map(({ text }) => text).join(', ')} mediated`,
      rounds.flatMap(closest(context)).slice(0, 2),
    );
  }
  if (strange.length > 0) return undefined;
  return {
    kind: 'mediation',
    lead: rounds.slice(-2).map((episode) => lead(context, episode)),
    claims: rounds.slice(-2).flatMap(closest(context)).slice(0, 5),
  };
}

const kinds = new Set(['state', 'government', 'armed_group', 'armed_group_government', 'organisation']);

function isPossibleMediator({ index }: Context, id: string): boolean {
  return kinds.has(index.actors.get(id)?.type ?? '');
}

function lead({ index }: Context, { ceasefire }: Episode): string {
  const { status, mediators } = ceasefire.mediation;
  const by = mediators.length > 0 ? ` by ${sayNames(index, mediators)}` : '';
  const says = {
    yes: `mediated${by}`,
    no: 'not mediated',
    disputed: `disputed whether mediated${by}`,
    unclear: 'not clear',
  };
  return `${ceasefire.name}: ${says[status]}.`;
}

/** Two who affirm and two who deny. */
const closest =
  ({ index }: Context) =>
  ({ ceasefire }: Episode) => {
    const { claims, deniedIn } = ceasefire.mediation;
    const denials = claimsOf(index, deniedIn);
    const spread = denials.length > 2 ? [denials[0], denials.at(-1)] : denials;
    return [...claimsOf(index, claims).slice(0, 2), ...spread.filter((claim) => claim !== undefined)];
  };
