import type { Actor } from '../../schema/dataset.ts';
import { type Evidence, type Library, withoutAttribution } from './library.ts';
import { shareOf } from './match.ts';
import type { Query } from './query.ts';
import { asksForWords } from './question-type.ts';
import { termOf, termsOf, wordsOf } from './terms.ts';

/** Whether the people whom a question asks for, by name, office, words or fate, are in a claim as it asks for them. */
export function hasPersonsAsked(library: Library, query: Query, evidence: Evidence): boolean {
  return (
    isSaidByWhomAsked(query, evidence) &&
    isHeldAsAsked(library, query, evidence) &&
    isIdentified(library, query, evidence) &&
    isOfOfficeAsked(query, evidence) &&
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

/** "Which minister": one has to be in it. */
function isOfOfficeAsked({ text, asks }: Query, evidence: Evidence): boolean {
  if (asks !== 'who') return true;
  const [, office] = officeAsked.exec(text) ?? [];
  return office === undefined || shareOf(evidence, termOf(office), asks) > 0;
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

const takesStance = /\b(?:criticis|oppos|prefer|complain|acknowledg|confirm|threat)/;

/** "What did China say?": whoever is named has to be among those who say it, or it is told that they spoke or were silent. */
function isSaidByWhomAsked({ text, terms, entities, abroad }: Query, { claim, speakers }: Evidence): boolean {
  const [, saying, answering] = asksSaying.exec(text) ?? [];
  const subject = saying ?? answering;
  if (subject === undefined) return true;
  const term = termOf(subject.split(' ').at(-1) ?? '');
  if ((saying === undefined ? abroad : terms).includes(term) && !speakers.has(term)) return false;
  const named = entities.filter((mention) =>
    subject.endsWith(mention.text.toLowerCase().replace(/['’]s$/, '')),
  );
  return (
    named.length === 0 ||
    named.some(({ ids }) => ids.some((id) => claim.assertedBy.includes(id))) ||
    takesStance.test(claim.summary) ||
    asksForWords(withoutAttribution(claim.summary).toLowerCase())
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
