import type { Actor, Claim } from '../../../schema/dataset.ts';
import { sayRelation } from '../../wording/actor.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { anyOf } from '../any-of.ts';
import type { Draft } from '../compose.ts';
import type { Query } from '../query.ts';
import { termOf } from '../terms.ts';
import type { Context } from './context.ts';

/** How many of an actor's claims an answer tells. */
const most = 3;
/** Of an actor in more claims than this, the first ones are looked at beside those the dataset names. */
const pool = 200;

/** Forms that ask for an introduction and not for something done or said. */
const introduces = anyOf(
  /\b(?:who|what) (?:is|are|was|were|that)\b/,
  /\bstands? for\b/,
  /\bwhat (?:kind|sort|type) of \w+ (?:is|are|was|were)\b/,
  /\bknown as\b/,
  /\b(?:tell|know|known|learn|information|said) .*\babout\b/,
  /\babout\b.*\bknown?\b/,
  /^(?:\w+ ){0,4}(?:is )?(?:who|what)(?: exactly)?$/,
  /\bwho (?:\w+ ){1,4}(?:is|are|was|were)$/,
);

/** What such a form may say beside the name. */
const aboutWhom = new Set(
  'know known learn name named names called call tell give role post position job office person people man group organisation organization story situation say said mean means dat explain describe information exactly kind sort type according article report today now currently play'
    .split(' ')
    .map(termOf),
);

/** "Who is X", "what does X stand for": one name and nothing else that would have to be documented. */
export function answerActor(context: Context): Draft | undefined {
  const { query, index } = context;
  if (
    query.terms.some((term) => !query.asides.has(term)) ||
    query.entities.length !== 1 ||
    !(introduces.test(query.text) || isNameAlone(query))
  )
    return undefined;
  if (query.asking.some((term) => !aboutWhom.has(term))) return undefined;
  if (query.dates.mentions.length > 0) return undefined;
  const actors = (query.entities[0]?.ids ?? []).flatMap((id) => index.actors.get(id) ?? []);
  const actor = actors.find(({ type }) => type !== 'place') ?? actors[0];
  if (!actor) return undefined;
  const about = chosen(context, actor);
  const description = actor.description ? ` — ${actor.description}` : '';
  const relations = (index.relationsByActor.get(actor.id) ?? [])
    .filter(({ from, relation }) => from === actor.id && /_of$/.test(relation))
    .slice(0, 2);
  const confused = actor.notToBeConfusedWith
    .slice(0, 2)
    .map(({ name, why }) => `Not to be confused with ${name}: ${why.replace(/\.$/, '')}.`);
  return {
    kind: 'actor',
    lead: [
      `${actor.name}${description}.`.replace('..', '.'),
      ...relations.map((relation) => `${sayRelation(index, relation)}.`),
      ...confused,
      // What is not known of who bears the name.
      ...(confused.length > 0 && actor.notes !== undefined ? [actor.notes] : []),
    ],
    claims: about,
  };
}

/** "X?" */
function isNameAlone({ text, entities: [only] }: Query): boolean {
  return only !== undefined && only.length === text.replace(/^the /, '').split(' ').length;
}

/** First what the documents tell of the actor, then what the actor says. */
function chosen({ index, library }: Context, actor: Actor): readonly Claim[] {
  const own = new Set(actor.claims);
  const known = index.claimsByActor.get(actor.id) ?? [];
  const claims = known.length <= pool ? known : [...claimsOf(index, actor.claims), ...known.slice(0, pool)];
  const names = nameWords(actor);
  const weigh = (claim: Claim) => {
    const summary = claim.summary.toLowerCase();
    const isNamed = names.some((name) => summary.includes(name)) ? 1 : 0;
    const isBackground = claim.kind === 'background' && claim.attribution === 'newsroom' ? 1 : 0;
    const others = library.evidence.get(claim.id)?.entities.size ?? 0;
    return (own.has(claim.id) ? 1 : 0) + isNamed + isBackground - others * 0.1;
  };
  const ranked = [...new Set(claims)]
    .map((claim) => ({ claim, weight: weigh(claim) }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ claim }) => claim);
  const backgrounds = ranked.filter(({ assertedBy }) => !assertedBy.includes(actor.id));
  const statements = ranked.filter(({ assertedBy }) => assertedBy.includes(actor.id));
  const background = backgrounds.slice(0, statements.length > 0 ? 1 : most);
  return [...background, ...statements].slice(0, most);
}

function nameWords({ name, aliases }: Actor): readonly string[] {
  return [name, ...aliases].map((each) => each.toLowerCase());
}
