import type { Actor } from '../../../schema/dataset.ts';
import { type DayRange, rangeOfPartial } from '../../dates.ts';
import { joinedRoles } from '../../joined-roles.ts';
import { sayRelation, sayRole } from '../../wording/actor.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { askedTimes } from '../asked-times.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import { postTerms } from '../roles.ts';
import { termOf, termsOf } from '../terms.ts';
import type { Context } from './context.ts';

type Role = Actor['roles'][number];
interface Post {
  readonly holder: Actor;
  readonly role: Role;
}

const most = 3;

/** The only person that a question names, and the bodies beside. */
function personAsked({ query, index }: Context): { person: Actor; bodies: readonly string[] } | undefined {
  const actors = query.entities.map(({ ids }) => ids.flatMap((id) => index.actors.get(id) ?? []));
  const isPerson = (each: readonly Actor[]) => each.some(({ type }) => type === 'person');
  const [found, ...others] = actors.filter(isPerson);
  const person = found?.find(({ type }) => type === 'person');
  if (!person || others.length > 0) return undefined;
  return {
    person,
    bodies: actors
      .filter((each) => !isPerson(each))
      .flat()
      .map(({ id }) => id),
  };
}

const asksPost =
  /\b(?:what|which) (?:\w+ ){0,3}?(?:function|office|ministry|job|post|position|role|title|portfolio|rank|occupation|profession|dut(?:y|ies)|capacity)\b/;
const postWords = new Set(
  'function office ministry lead head run job post position role title portfolio rank occupation profession duty duties capacity hold have government official current'
    .split(' ')
    .map(termOf),
);

/** "What is the function of X?": every post that the documents name, or those of the time that is asked about. */
export function answerPosts(context: Context): Draft | 'none' | undefined {
  const { query } = context;
  const asked = personAsked(context);
  if (!asked || !asksPost.test(query.text) || query.terms.some((term) => !postWords.has(term)))
    return undefined;
  if (asked.person.roles.length === 0) return 'none';
  const times = askedTimes(query);
  const posts = postsOf(asked.person).filter(({ role }) => times.every((time) => mayHold(role, time)));
  return posts.length === 0 ? undefined : told(context, posts);
}

const asksSide =
  /\b(?:which|what|whose) .*\b(?:belongs? to|represent(?:s|ed)?|work(?:s|ed|ing)? for|on|from)$|\bwho (?:does|did|do) .*\b(?:belong to|represented|represent|work for)$/;
const sideWords = new Set('belong represent side group movement body work'.split(' ').map(termOf));

/** "Which side does X belong to?": the bodies whose posts X holds. */
export function answerSide(context: Context): Draft | 'none' | undefined {
  const { query } = context;
  const asked = personAsked(context);
  if (!asked || query.entities.length > 2 || !asksSide.test(query.text)) return undefined;
  if (query.terms.some((term) => !sideWords.has(term)) || query.dates.mentions.length > 0) return undefined;
  const posts = postsOf(asked.person).filter(({ role: { of } }) => of !== undefined && isOfKind(context, of));
  return posts.length === 0 ? 'none' : told(context, posts);
}

const officeWords = new Set('power left leave lost lose'.split(' ').map(termOf));

/** "Was X still prime minister in May 2022?": whether the documents name X so, and for when. */
export function answerTenure(context: Context): Draft | undefined {
  const { query, index } = context;
  const asked = personAsked(context);
  const isInOffice = /\b(?:in|out of|left|leave|lost|lose) (?:office|power)\b/.test(query.text);
  const own = query.terms.filter(
    (term) => !query.asides.has(term) && !(isInOffice && officeWords.has(term)) && term !== 'government',
  );
  const known = postTerms(index);
  if (
    !asked ||
    query.asks !== 'yesno' ||
    (own.length === 0 && !isInOffice) ||
    own.some((term) => !known.has(term))
  )
    return undefined;
  const posts = postsOf(asked.person);
  if (posts.length === 0) return undefined;
  const meant = posts.filter(({ role }) => isOf(role, own) && isIn(role, asked.bodies));
  if (meant.length === 0) {
    // Who does hold it there is told elsewhere.
    if (asked.bodies.length > 0 && own.length === 1) return undefined;
    const { claims } = told(context, posts);
    return declined(context, `no document gives ${asked.person.name} that post`, claims);
  }
  const outside = askedTimes(query).filter((time) => !meant.some(({ role }) => mayHold(role, time)));
  const draft = told(context, meant);
  const doubt = outside.map(({ said }) => `No document of the dataset gives this post for ${said.name}.`);
  const isOver = outside.some((time) => isOutOfOffice(context, asked.person, meant, time));
  return {
    ...draft,
    lead: [
      ...(isOver ? ['No longer, by the documents.'] : []),
      ...(draft.lead ?? []),
      ...doubt,
      ...(doubt.length > 0 ? tenuresOf(context, asked.person) : []),
    ],
  };
}

const ending = /\b(?:out of office by|left in|until) (\d{4}(?:-\d{2}){0,2})/;

/** Whether it is told that somebody had left by that time, or another is documented to have followed. */
function isOutOfOffice(
  { index }: Context,
  { id }: Actor,
  posts: readonly Post[],
  { earliest }: DayRange,
): boolean {
  const isPast = (date: string) => rangeOfPartial(date).earliest <= earliest;
  const isLeft = (index.relationsByActor.get(id) ?? []).some(({ from, to, period = '' }) => {
    const [, end] = ending.exec(period) ?? [];
    return from === id && posts.some(({ role }) => role.of === to) && end !== undefined && isPast(end);
  });
  const isFollowed = posts.some(({ role: held }) =>
    index.dataset.actors
      .filter((other) => other.id !== id)
      .flatMap(postsOf)
      .some(
        ({ role }) => isSameOffice(held, role) && isApart(held, role, true) && isPast(role.from ?? '9999'),
      ),
  );
  return isLeft || isFollowed;
}

const kinds: Readonly<Record<string, readonly Actor['type'][]>> = {
  party: ['party'],
  government: ['government', 'armed_group_government'],
  group: ['armed_group', 'armed_group_government'],
  movement: ['armed_group', 'armed_group_government'],
};

/** "Which party does X lead?": a government is none. */
export function isOfKind({ query, index }: Context, body: string): boolean {
  const [, kind = ''] =
    /\b(?:which|what) (?:\w+ )?(party|government|group|movement)\b/.exec(query.text) ?? [];
  const type = index.actors.get(body)?.type;
  return type === undefined || (kinds[kind]?.includes(type) ?? true);
}

/** What the relations of somebody say of the end of a post, beside its dates. */
function tenuresOf({ index }: Context, { id }: Actor): readonly string[] {
  const held = (index.relationsByActor.get(id) ?? []).filter(
    ({ from, relation, period = '' }) =>
      from === id && relation.endsWith('_of') && /\b(?:out of|left|until|former)\b/.test(period),
  );
  return held.map((relation) => `${sayRelation(index, relation)}.`);
}

const asksNext =
  /\bwho (?:\w+ ){0,6}(?:after|following|in place of|instead of)\b|\bwho (?:succeeded|replaced|followed|took over from|takepower from)\b|\bsuccessor\b/;
const asksBefore = /\bwho (?:\w+ ){0,6}before\b|\bwho preceded\b|\bpredecessor\b/;
const nextWords = new Set(
  'succeed success successor replac replace predecessor preced precede office power'.split(' ').map(termOf),
);

/** "Who became prime minister after X?": whoever the records name for that post next. */
export function answerSuccession(context: Context): Draft | 'none' | undefined {
  const { query, index } = context;
  const asked = personAsked(context);
  const isNext = asksNext.test(query.text);
  if (!asked || (!isNext && !asksBefore.test(query.text))) return undefined;
  const known = postTerms(index);
  const own = query.terms.filter((term) => !nextWords.has(term));
  if (own.some((term) => !known.has(term)) || (own.length === 0 && own.length === query.terms.length))
    return undefined;
  const posts = postsOf(asked.person).filter(({ role }) => isOf(role, own));
  const others = index.dataset.actors.filter(({ id }) => id !== asked.person.id).flatMap(postsOf);
  const found = posts.flatMap(({ role: held }) =>
    others
      .filter(({ role }) => isSameOffice(held, role) && isApart(held, role, isNext))
      .toSorted((a, b) => (isNext ? 1 : -1) * (a.role.from ?? '').localeCompare(b.role.from ?? ''))
      .slice(0, 1),
  );
  return found.length === 0 ? 'none' : told(context, found);
}

function isSameOffice(held: Role, role: Role): boolean {
  return role.of === held.of && isOf(role, termsOf(held.role));
}

function isApart(held: Role, role: Role, isNext: boolean): boolean {
  if (held.from === undefined || role.from === undefined) return false;
  return isNext ? role.from > held.from : role.from < held.from;
}

function postsOf(holder: Actor): readonly Post[] {
  return joinedRoles(holder.roles).map((role) => ({ holder, role }));
}

/** "Minister" is an information minister too. */
function isOf({ role }: Role, terms: readonly string[]): boolean {
  const own = termsOf(role);
  return terms.every((term) => own.includes(term));
}

export function isIn({ of }: Role, bodies: readonly string[]): boolean {
  return of === undefined || bodies.length === 0 || bodies.includes(of);
}

export function mayHold({ from, to }: Pick<Role, 'from' | 'to'>, { earliest, latest }: DayRange): boolean {
  const start = from === undefined ? '' : rangeOfPartial(from).earliest;
  const end = to === undefined ? '9999' : rangeOfPartial(to).latest;
  return start <= latest && earliest <= end;
}

function told({ index }: Context, posts: readonly Post[]): Draft {
  return {
    kind: 'relation',
    lead: posts.map(({ holder, role }) => `${holder.name}: ${sayRole(index, role)}.`),
    claims: claimsOf(index, [...new Set(posts.flatMap(({ role }) => role.claims))]).slice(0, most),
  };
}
