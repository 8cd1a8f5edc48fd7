import type { Actor, Claim } from '../../../schema/dataset.ts';
import type { DatasetIndex } from '../../dataset-index.ts';
import { type Day, lastDayOf, rangeOf } from '../../dates.ts';
import { joinedRoles } from '../../joined-roles.ts';
import { sayRole } from '../../wording/actor.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { sayPartial } from '../../wording/dates.ts';
import { sayList } from '../../wording/names.ts';
import { type AskedTime, askedTimes, namingTimes } from '../asked-times.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import type { Query } from '../query.ts';
import { isAboutCeasefire, isPlaceOnly, roundsNamed } from '../rounds.ts';
import { termsOf } from '../terms.ts';
import type { Context } from './context.ts';
import { isIn, mayHold } from './posts-answer.ts';

/** What one person's roles tell of one office together. */
interface Tenure {
  readonly holder: Actor;
  readonly roles: readonly Actor['roles'][number][];
  readonly from: string;
  /** Undefined if no document gives its end. */
  readonly to: string | undefined;
  /** What tells of it, the latest first. */
  readonly claims: readonly Claim[];
}

const asksHolder = /^(?:(?:and|so) )?who (?:is|are|was|were)$/;
/** What may stand before the office, beside whose it is. */
const before = /^(?:the|then|current|currently|present|\p{L}+i)$/u;
const isPresent = /\b(?:is|are)\b/;
const asksNow = /\b(?:now|current|currently|today|at present)\b/;
const most = 4;

/** "Who was prime minister at the time of the truce?", "who is the current one?": the newest first, and as of when. */
export function answerOffice(context: Context): Draft | undefined {
  const { query, index, on } = context;
  const asked = officeAsked(query);
  if (asked === undefined) return undefined;
  const own = query.terms.filter((term) => !query.asides.has(term));
  const bodies = query.entities.filter((each) => !isPlaceOnly(index, each)).flatMap(({ ids }) => ids);
  const tenures = tenuresOf(index, (role) => {
    const office = role.role.replace(/^acting /, '');
    if (!`${asked} `.startsWith(`${office} `)) return false;
    // Of posts such as a leader's relations tell more, but not as of when.
    const isTold = termsOf(office).length > 1 || (asksNow.test(query.text) && bodies.includes(role.of ?? ''));
    return isTold && own.every((term) => termsOf(office).includes(term)) && isIn(role, bodies);
  });
  const [newest] = tenures;
  if (!newest) return undefined;
  const times = timesMeant(context);
  const isNow = asksNow.test(query.text);
  if (on === undefined && (isNow || (times.length === 0 && isPresent.test(query.text)))) {
    const latest = [...lines(index, tenures.slice(0, 1)), sayAsOf(newest)];
    // A term that has an end is none of today.
    if (!isNow || newest.to === undefined) return told(tenures, latest);
    const draft = declined(context, 'no document tells who holds it now', newest.claims.slice(0, 1));
    return { ...draft, lead: [...(draft.lead ?? []).slice(0, 1), ...latest] };
  }
  const held = tenures.filter((each) => times.every((time) => holds(tenures, each, time)));
  if (held.length === 0) {
    const names = sayList(times.map(({ said }) => said.name));
    return declined(context, `no document names one for ${names}`, newest.claims.slice(0, 1));
  }
  const isLater = times.some(({ earliest }) =>
    held.some((each) => each.to === undefined && earliest > lastTold(each)),
  );
  return told(held, [...lines(index, held), ...(isLater && held[0] ? [sayAsOf(held[0])] : [])]);
}

/** "Prime minister …" of "who is Pakistan's current prime minister …". */
function officeAsked({ text, entities }: Query): string | undefined {
  const words = text.split(' ');
  const verb = words.findIndex((_, at) => asksHolder.test(words.slice(0, at + 1).join(' ')));
  if (verb === -1) return undefined;
  const isName = (place: number) => entities.some(({ at, length }) => at <= place && place < at + length);
  const start = words.findIndex((word, at) => at > verb && !before.test(word) && !isName(at));
  return start === -1 ? undefined : words.slice(start).join(' ');
}

/** Of the office that is asked about, by person; the newest first. */
function tenuresOf(
  index: DatasetIndex,
  isMeant: (role: Actor['roles'][number]) => boolean,
): readonly Tenure[] {
  return index.dataset.actors
    .flatMap((holder) => {
      const roles = joinedRoles(holder.roles.filter(isMeant));
      const claims = claimsOf(index, [...new Set(roles.flatMap((role) => role.claims))]).toSorted((a, b) =>
        (lastDayOf(b.date) ?? '').localeCompare(lastDayOf(a.date) ?? ''),
      );
      const starts = [...roles.map(({ from }) => from), ...claims.map(({ date }) => rangeOf(date)?.earliest)];
      const from = starts.flatMap((each) => each ?? []).toSorted()[0];
      const isOpen = roles.some(({ to }) => to === undefined);
      const to = isOpen
        ? undefined
        : roles
            .map((role) => role.to ?? '')
            .toSorted()
            .at(-1);
      return from === undefined ? [] : [{ holder, roles, from, to, claims }];
    })
    .toSorted((a, b) => endOf(b).localeCompare(endOf(a)) || b.from.localeCompare(a.from));
}

/** The times that are asked about; else those of the ceasefire that is named. */
function timesMeant(context: Context): readonly AskedTime[] {
  const { query, index, dyad } = context;
  const asked = [...askedTimes(query), ...namingTimes(query)];
  if (asked.length > 0 || !isAboutCeasefire(query)) return asked;
  return roundsNamed(index, dyad, query).flatMap(({ ceasefire, start }) =>
    start
      ? { ...start, day: start.earliest, isFiner: false, said: { at: 'then', name: `the ${ceasefire.name}` } }
      : [],
  );
}

/** Without a documented end it is held until another is documented to hold it. */
function holds(tenures: readonly Tenure[], { from, to }: Tenure, time: AskedTime): boolean {
  const [next] = tenures.flatMap((each) => (each.from > from ? each.from : [])).toSorted();
  const end = to ?? next;
  return mayHold({ from, ...(end !== undefined && { to: end }) }, time);
}

function told(tenures: readonly Tenure[], lead: readonly string[]): Draft {
  return {
    kind: 'relation',
    lead,
    claims: [...new Set(tenures.flatMap(({ claims }) => claims.slice(0, 2)))].slice(0, most),
  };
}

function lines(index: DatasetIndex, tenures: readonly Tenure[]): readonly string[] {
  return tenures.flatMap(({ holder, roles }) =>
    roles.map((role) => `${holder.name}: ${sayRole(index, role)}.`),
  );
}

function endOf({ to }: Tenure): string {
  return to ?? '9999';
}

function lastTold({ from, claims }: Tenure): Day {
  return claims.flatMap(({ date }) => lastDayOf(date) ?? [])[0] ?? from;
}

function sayAsOf({ from, claims }: Tenure): string {
  const date = claims.flatMap(({ date: { on } }) => on ?? [])[0] ?? from;
  return `That is as of ${sayPartial(date)}, the latest that the dataset tells of the post; who holds it later it does not say.`;
}
