import type { Actor } from '../../schema/dataset.ts';
import { mayDo } from './doer.ts';
import type { Evidence, Library } from './library.ts';
import { shareOf } from './match.ts';
import type { Query } from './query.ts';
import { termOf, termsOf, wordsOf } from './terms.ts';

/** Whether the people whom a question asks for, by name, office, words or fate, are in a claim as it asks for them. */
export function hasPersonsAsked(library: Library, query: Query, evidence: Evidence): boolean {
  return (
    isSaidByWhomAsked(library, query, evidence) &&
    isWishOfWhomAsked(library, query, evidence) &&
    isHeldAsAsked(library, query, evidence) &&
    isIdentified(library, query, evidence) &&
    isOfOfficeAsked(library, query, evidence) &&
    (!asksFate.test(query.text) || tellsFate(library, query, evidence))
  );
}

/** Some of many people, whom a document may tell of without saying who they are. */
const people = new Set(
  ['prisoner', 'elders', 'civilian', 'child', 'military', 'kill', 'command', 'journalist'].map(termOf),
);

/** "Which prisoners": those who are asked for have to be named, or somebody whom the question does not name. */
function isIdentified({ index }: Library, { text, entities }: Query, { claim }: Evidence): boolean {
  const [, group = ''] = /\bwhich (?:of the )?((?:\w+ )?\w+s)\b/.exec(text) ?? [];
  if (!termsOf(group).some((term) => people.has(term))) return true;
  const named = new Set(entities.flatMap(({ ids }) => ids));
  return [...claim.actors, ...claim.assertedBy].some(
    (id) => !named.has(id) && index.actors.get(id)?.type === 'person',
  );
}

const officeAsked =
  /\bwhich (?:(?:of|the|other|two) )*(?:\w+ )?(minister|official|analyst|politician|spokesman|leader|expert|commander|president|general|ambassador)s?\b/;

/** "Which minister": one has to be in it; "which TTP minister": and one of theirs. */
function isOfOfficeAsked({ index }: Library, { text, asks, entities }: Query, evidence: Evidence): boolean {
  if (asks !== 'who') return true;
  const [phrase = '', office] = officeAsked.exec(text) ?? [];
  if (office === undefined) return true;
  if (shareOf(evidence, termOf(office), asks) === 0) return false;
  const whose = entities.find((mention) => phrase.includes(` ${mention.text.toLowerCase()} `));
  if (whose === undefined) return true;
  const { assertedBy, actors } = evidence.claim;
  return [...assertedBy, ...actors].some(
    (id) =>
      // The post may have been read as whoever holds it.
      (whose.ids.includes(id) && index.actors.get(id)?.type === 'person') ||
      index.actors.get(id)?.roles.some(({ of }) => of !== undefined && whose.ids.includes(of)),
  );
}

const asksFate = /\b(?:happen(?:s|ed)? to|becomes? of|became of|end(?:ed)? up)\b/;

/** What became of a person is told by others about them, not by their own words or by the post they held. */
function tellsFate(
  { index }: Library,
  { entities, dates, text }: Query,
  { claim, range }: Evidence,
): boolean {
  const meant = entities.flatMap(({ ids }) => ids).filter((id) => index.actors.get(id)?.type === 'person');
  if (meant.length === 0) return true;
  const isRole = meant.some((id) =>
    index.actors.get(id)?.roles.some(({ role }) => claim.summary.toLowerCase().includes(role.toLowerCase())),
  );
  const isLater = dates.mentions.every(({ ranges }) =>
    ranges.some(({ latest }) => range !== undefined && range.earliest > latest),
  );
  if (/\b(?:after|since)\b/.test(text) && !isLater) return false;
  return !isRole && meant.some((id) => claim.actors.includes(id) && !claim.assertedBy.includes(id));
}

const asksSaying =
  /\b(?:what (?:did|does|do|has|have) ((?:\w+ )*?\w+) (?:say|said|think|thought|claim|claimed|reply|answer)|how (?:did|does|do|has|have) ((?:\w+ )*?\w+) (?:answer|reply|respond|react))\b/;

const saying =
  /\b(?:criticis|oppos|prefer|complain|acknowledg|confirm|threat|sa(?:y|id)|tell|told|claim|denied|den(?:y|ies)|accus|describ|call|warn|urg|ask|demand|announc|want|approv)\w*/gi;

/** "What did China say?": whoever is named has to be among those who say it, or it is told that they spoke or were silent. */
function isSaidByWhomAsked(
  library: Library,
  { text, terms, entities, abroad }: Query,
  { claim, speakers, terms: told }: Evidence,
): boolean {
  const [, speaker, answerer] = asksSaying.exec(text) ?? [];
  const subject = speaker ?? answerer;
  if (subject === undefined) return true;
  const term = termOf(subject.split(' ').at(-1) ?? '');
  if ((speaker === undefined ? abroad : terms).includes(term) && !speakers.has(term)) return false;
  const named = mentionsAtEnd(entities, subject);
  const isNamed = (id: string) => named.some(({ ids }) => ids.includes(id));
  return (
    named.length === 0 ||
    claim.assertedBy.some(isNamed) ||
    told.has(termOf('comment')) ||
    [...claim.summary.matchAll(saying)].some(({ index: at, 0: { length } }) =>
      named.some((mention) => mayDo(library, mention, claim.summary, { at, length })),
    )
  );
}

function mentionsAtEnd(entities: Query['entities'], subject: string): Query['entities'] {
  return entities.filter((mention) => subject.endsWith(mention.text.toLowerCase().replace(/['’]s$/, '')));
}

const asksWish =
  /\bwhat (?:did|does|do|has|have) (.+?) (demand|ask|want|request|require|threaten|promise|offer|urge|insist)(?:ed|s)?\b/;

/** "What did the TTP demand?": that somebody else demanded it of them is another thing. */
function isWishOfWhomAsked(
  library: Library,
  { text, entities, abroad }: Query,
  { claim, speakers }: Evidence,
): boolean {
  const [, subject, verb] = asksWish.exec(text) ?? [];
  if (subject === undefined || verb === undefined) return true;
  const term = termOf(subject.split(' ').at(-1) ?? '');
  if (abroad.includes(term) && !speakers.has(term)) return false;
  const named = mentionsAtEnd(entities, subject);
  const isNamed = (id: string) => named.some(({ ids }) => ids.includes(id));
  if (named.length === 0 || claim.assertedBy.some(isNamed)) return true;
  const words = [...claim.summary.matchAll(/\p{L}+/gu)].filter(
    ([word]) => termOf(word.toLowerCase()) === termOf(verb),
  );
  return (
    words.length === 0 ||
    words.some(({ index: at, 0: { length } }) =>
      named.some((mention) => mayDo(library, mention, claim.summary, { at, length })),
    )
  );
}

/** "Pakistan" stands for its government. */
function isNameOf(actor: Actor | undefined, text: string): boolean {
  return (
    actor !== undefined &&
    [actor.name, ...actor.aliases].some((name) => wordsOf(name).includes(text.toLowerCase()))
  );
}

const offices = new Set(['prime', 'minist', 'spokesman', 'lead', 'command', 'member']);

/** "Who is the prime minister of B?": somebody in the claim has to hold that post, and there. */
function isHeldAsAsked({ index }: Library, query: Query, { claim }: Evidence): boolean {
  const [, post = ''] = /\bwho (?:is|was|are|were) (.*?)(?: (?:of|in|for|at|to)\b|$)/.exec(query.text) ?? [];
  const office = termsOf(post).find((term) => offices.has(term) && query.terms.includes(term));
  if (office === undefined) return true;
  return [...claim.assertedBy, ...claim.actors].some((id) =>
    index.actors.get(id)?.roles.some(({ role, of }) => {
      const isThere =
        of === undefined ||
        query.entities.length === 0 ||
        query.entities.some(({ ids, text }) => ids.includes(of) || isNameOf(index.actors.get(of), text));
      return isThere && termsOf(role).includes(office);
    }),
  );
}
