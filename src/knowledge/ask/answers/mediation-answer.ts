import type { Episode } from '../../episodes.ts';
import { recordsOf } from '../../episodes.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { sayAlternatives, sayNames } from '../../wording/names.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import type { EntityMention } from '../entities.ts';
import type { Query } from '../query.ts';
import { isNamedBy, isPlaceOnly, roundsMeant } from '../rounds.ts';
import { partyOf, sayMentions } from '../sides.ts';
import { termOf } from '../terms.ts';
import type { Context } from './context.ts';
import { isOnlyAbout } from './only-about.ts';

/** Of so many a line each; of more, the last. */
const listed = 8;
const most = 8;
const mostClosest = 3;

/** Who mediated, or whether somebody did: with who affirms and who denies it. */
export function answerMediation(context: Context): Draft | undefined {
  const { query, index, dyad, parties } = context;
  if (!query.terms.includes('mediation') || query.asks === 'why') return undefined;
  // What somebody says to mediate or arrange is told by their own words.
  if (query.asks === 'what' && /\b(?:say|said|says|tell|told)\b/.test(query.text)) return undefined;
  const all = roundsMeant(index, dyad, query, context.on);
  const isNaming = (each: EntityMention) =>
    isPlaceOnly(index, each) && all.some((round) => isNamedBy(round, each));
  const others = query.entities.filter(
    (each) => partyOf(index, parties, each) === undefined && !isNaming(each),
  );
  const bare = {
    ...context,
    query: { ...query, entities: query.entities.filter((each) => !others.includes(each) && !isNaming(each)) },
  };
  if (!isOnlyAbout(bare, ['mediation', 'talks', 'peac'])) return undefined;
  const rounds = all.filter(({ ceasefire }) => ceasefire.mediation.status !== 'unclear');
  if (rounds.length === 0) return undefined;
  const mediators = new Set(
    rounds.flatMap((episode) => recordsOf(episode).flatMap(({ mediation }) => mediation.mediators)),
  );
  const party = mediatingParty(context);
  const asked = party ? [party] : others;
  const strange = asked.filter(({ ids }) => !ids.some((id) => mediators.has(id)));
  // Speakers and places are for the search; another mediator is one that no document names.
  if (strange.length > 0 && (party || strange.some(({ ids }) => ids.some((id) => mayMediate(context, id))))) {
    const names = sayAlternatives(strange.flatMap((each) => sayMentions(index, parties, each)));
    return declined(
      context,
      `no document says that ${names} mediated; named as mediating: ${sayNames(index, [...mediators])}`,
      rounds.flatMap(closest(context, 1)).slice(0, mostClosest),
    );
  }
  if (strange.length > 0) return undefined;
  const told = rounds.slice(-listed);
  return {
    kind: 'mediation',
    lead: [
      ...(rounds.length > listed ? [`Of ${rounds.length} ceasefires, the last ${listed}:`] : []),
      ...told.map((episode) => lead(context, episode)),
    ],
    claims: told.flatMap(closest(context, 2)).slice(0, most),
  };
}

/** "Which ceasefires did X mediate", of a party: nobody mediates between others and itself, unless a document says so. */
function mediatingParty({ index, parties, query }: Context): EntityMention | undefined {
  const doer = doerIn(query);
  return doer && partyOf(index, parties, doer) !== undefined ? doer : undefined;
}

function doerIn({ clause, entities, text }: Query): EntityMention | undefined {
  const verb = clause?.verb;
  if (verb !== undefined && termOf(verb) === 'mediation') {
    return entities.find(({ at }) => at === clause?.subject?.at);
  }
  const words = text.split(' ');
  return entities.find(({ at }) =>
    /^mediated by(?: the)?$/.test(words.slice(words[at - 1] === 'the' ? at - 3 : at - 2, at).join(' ')),
  );
}

const kinds = new Set(['state', 'government', 'armed_group', 'armed_group_government', 'organisation']);

function mayMediate({ index }: Context, id: string): boolean {
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

/** So many who affirm and as many who deny, the first and the last. */
const closest =
  ({ index }: Context, each: number) =>
  ({ ceasefire }: Episode) => {
    const { claims, deniedIn } = ceasefire.mediation;
    const denials = claimsOf(index, deniedIn);
    const spread =
      each > 1 && denials.length > each ? [...denials.slice(0, each - 1), ...denials.slice(-1)] : denials;
    return [...claimsOf(index, claims).slice(0, each), ...spread.slice(0, each)];
  };
