import type { Actor, Claim } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { termsOf } from './terms.ts';

/** Whose description tells something of a claim; a party's stands behind nearly every claim and would tell nothing. */
const told: ReadonlySet<Actor['type']> = new Set([
  'person',
  'unnamed_source',
  'group',
  'party',
  'state_body',
  'platform',
  'place',
]);

/** Kinds of people, by words of their descriptions, that a question may name them by. */
const wider: ReadonlyMap<string, string> = new Map(
  Object.entries({
    minist: 'official politician',
    spokesman: 'official representative',
    prime: 'politician official minister',
    lead: 'politician head',
    analyst: 'expert observer commentator',
  }),
);

/** By claim: places of the events that it tells of. */
export function nearbyOf({ dataset }: DatasetIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const nearby = new Map<string, Set<string>>();
  for (const { claims, places } of dataset.events) {
    for (const id of claims) {
      const known = nearby.get(id) ?? new Set();
      for (const place of places) known.add(place);
      nearby.set(id, known);
    }
  }
  return nearby;
}

/** By claim: terms that describe its people and places, of the events it tells of and of their victims. */
export function contextsOf({ dataset, actors }: DatasetIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const descriptions = new Map<string, readonly string[]>();
  const describe = (id: string): readonly string[] => {
    const known = descriptions.get(id);
    if (known) return known;
    const terms = describedBy(actors.get(id));
    descriptions.set(id, terms);
    return terms;
  };
  const contexts = new Map<string, Set<string>>();
  const summaries = new Map<string, readonly string[]>();
  for (const claim of dataset.claims) {
    const ids = [...claim.assertedBy, ...claim.actors, ...claim.places];
    // A newsroom that a claim tells of is a part of it; the one behind it stands behind many.
    const media = claim.actors.flatMap((id) => actors.get(id) ?? []).filter(({ type }) => type === 'media');
    contexts.set(
      claim.id,
      new Set([...ids.flatMap(describe), ...media.flatMap(({ description }) => termsOf(description))]),
    );
  }
  const claims = new Map<string, Claim>(dataset.claims.map((claim) => [claim.id, claim]));
  const termsOfClaim = (id: string) => {
    const known = summaries.get(id) ?? termsOf(claims.get(id)?.summary ?? '');
    summaries.set(id, known);
    return known;
  };
  for (const event of dataset.events) {
    const counted = event.claims.filter((id) => claims.get(id)?.figure !== undefined);
    const shared = [...termsOf(event.title), ...counted.flatMap(termsOfClaim)];
    for (const id of event.claims) {
      const context = contexts.get(id);
      for (const term of shared) context?.add(term);
    }
  }
  return contexts;
}

/** Terms of the names and titles of those who assert a claim. */
export function speakersOf({ actors }: DatasetIndex, { assertedBy }: Claim): ReadonlySet<string> {
  const speakers = assertedBy.flatMap((id) => actors.get(id) ?? []).filter(({ type }) => type !== 'media');
  return new Set(speakers.flatMap((actor) => [...termsOf(actor.name), ...describedBy(actor)]));
}

function describedBy(actor: Actor | undefined): readonly string[] {
  if (!actor || !told.has(actor.type)) return [];
  const roles = actor.roles.map(({ role }) => role);
  // What they are, without what they did.
  const [title = ''] = actor.description.split(/ (?:in|on|who|whom|which|that|where|to)\b|[,;:(]/);
  const terms = termsOf([title, ...roles].join(' '));
  const kinds = terms.flatMap((term) => termsOf(wider.get(term) ?? ''));
  return [...terms, ...kinds];
}
