import type { Ceasefire, Claim, Dated, DatedEnd } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { lastDaysBefore, rangeOf } from '../dates.ts';
import { type Episode, recordsOf } from '../episodes.ts';
import {
  cite,
  claimsOf,
  documentsOf,
  givenDays,
  sayAttribution,
  sayBehind,
  sayClaim,
  sayDated,
  saySpeakers,
} from './attribution.ts';
import { sayDate, sayDay, sayEither } from './dates.ts';
import { sayNames } from './names.ts';

/** All entries of one kind of date in an episode, each in words. */
export function sayDates(index: DatasetIndex, dates: readonly DatedEnd[]): readonly string[] {
  return dates.map((dated) => sayDated(index, dated));
}

/** The same without documents: each day once, with all who are behind it. */
export function sayDatesBriefly(index: DatasetIndex, dates: readonly DatedEnd[]): string {
  return givenDays(index, dates, sayDate)
    .map(({ day, by }) => day + by)
    .join('; ');
}

/** The documented ends of an episode; what an extension replaced did not end. */
export function endsOf(episode: Episode): readonly DatedEnd[] {
  return recordsOf(episode).flatMap((each) => (each.endedHow === 'replaced' ? [] : each.actualEnd));
}

/** Those of the documented ends that have a date. */
export function datedEndsOf(episode: Episode): readonly DatedEnd[] {
  return endsOf(episode).filter(hasDay);
}

function hasDay(dated: Dated): boolean {
  return rangeOf(dated) !== undefined;
}

/** The planned ends in force: those of the last extension. */
export function plannedEndsOf(episode: Episode): readonly Dated[] {
  return recordsOf(episode).at(-1)?.plannedEnd ?? [];
}

/** What the first day rests on: effective dates, else declarations; of both those that have a date. */
export function startsOf({ ceasefire }: Episode): readonly Dated[] {
  const effective = ceasefire.effective.filter(hasDay);
  return effective.length > 0 ? effective : ceasefire.declared.filter(hasDay);
}

/** What the last day rests on: documented ends, else planned ones; of both those that have a date. */
export function lastDayDates(episode: Episode): readonly DatedEnd[] {
  if (episode.endDocumented) return datedEndsOf(episode);
  return episode.openEnded ? [] : plannedEndsOf(episode).filter(hasDay);
}

/** The first day, as each document gives it. */
export function sayFirstDay(episode: Episode): string {
  return sayEither(startsOf(episode).flatMap((dated) => rangeOf(dated) ?? []));
}

/** The last day, as each document gives or implies it: 3 September or 27 November 2022. */
export function sayLastDay(episode: Episode): string {
  const range = episode.endDocumented ? lastDaysBefore : rangeOf;
  return sayEither(lastDayDates(episode).flatMap((dated) => range(dated) ?? []));
}

/** Who declared it, who says that the parties agreed on it, and where it held if not everywhere. */
export function saySide(index: DatasetIndex, ceasefire: Ceasefire): string {
  const { scope, places } = ceasefire;
  const where = places.length > 0 ? `: ${sayNames(index, places)}` : '';
  return sayDeclarers(index, ceasefire) + (scope === 'local' ? ` Local only${where}.` : '');
}

function sayDeclarers(index: DatasetIndex, { side, parties, declared, agreedIn }: Ceasefire): string {
  const between = sayNames(index, parties);
  const by = sayBehind(index, declared);
  if (side === 'unilateral') return `Declared by one side only${by && `: ${by}`}. Parties: ${between}.`;
  // That one of them says so is not the word of both.
  const agreed = saySpeakers(index, claimsOf(index, agreedIn));
  const parts = [
    agreed ? `agreed between ${between}, according to ${agreed}` : `between ${between}`,
    by ? `announced by ${by}` : 'no document tells who announced it',
  ].join('; ');
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`;
}

/** Who says that there was mediation and by whom, and who denies it; first the whole in one line. */
export function sayMediation(index: DatasetIndex, { mediation }: Ceasefire): readonly string[] {
  const yes = claimsOf(index, mediation.claims);
  const no = claimsOf(index, mediation.deniedIn);
  const by = mediation.mediators.length > 0 ? ` by ${sayNames(index, mediation.mediators)}` : '';
  const said = sayAttribution(index, yes);
  switch (mediation.status) {
    case 'yes':
      return [`Mediated${by}${said && `, ${said}`}.`];
    case 'no':
      return [`Not mediated${said && `, ${said}`}.`];
    case 'disputed':
      return [
        `Disputed: mediation${by} is affirmed by ${saySpeakers(index, yes) || 'some'} and denied by ${sayDeniers(index, no) || 'others'}.`,
        ...yes.map((claim) => `Affirmed: ${sayClaim(index, claim)}`),
        ...no.map((claim) => `Denied: ${sayClaim(index, claim)}`),
      ];
    case 'unclear':
      return [
        mediation.mediators.length > 0 && yes.length > 0
          ? `Not clear: ${saySpeakers(index, yes)} named ${sayNames(index, mediation.mediators)}, without saying clearly that they mediated (${cite(index, documentsOf(index, yes))}).`
          : 'The documents do not say whether anyone mediated.',
      ];
  }
}

/** The first of these lines, without documents. */
export function sayMediationBriefly(index: DatasetIndex, ceasefire: Ceasefire): string {
  const { status, mediators, claims } = ceasefire.mediation;
  if (status !== 'yes') return sayMediation(index, ceasefire)[0] ?? '';
  const speakers = saySpeakers(index, claimsOf(index, claims));
  const by = mediators.length > 0 ? ` by ${sayNames(index, mediators)}` : '';
  return `Mediated${by}${speakers && `, according to ${speakers}`}.`;
}

/** Who denies: the speaker of a denial, or whom a claim names as denying it. */
function sayDeniers(index: DatasetIndex, claims: readonly Claim[]): string {
  const ids = claims.flatMap(({ stance, assertedBy, deniedBy }) =>
    stance === 'denies' || deniedBy.length === 0 ? assertedBy : deniedBy,
  );
  return sayNames(index, ids);
}

const endings: Record<Ceasefire['endedHow'], string> = {
  expired: 'It ran out',
  not_extended: 'It was not extended',
  declared_over: 'It was declared over',
  broken: 'It was broken',
  replaced: 'A later ceasefire or extension took its place',
  unclear: 'The documents leave open how it ended.',
  no_record: 'No document of the dataset tells of its end.',
};

/** How it ended; the dates of the end are apart. */
export function sayEnding(episode: Episode): string {
  const ending = endings[howEnded(episode)];
  return ending.endsWith('.') ? ending : `${ending}, according to the documents.`;
}

/** The same with who says so, where the record of its end names them. */
export function sayEndingBy(index: DatasetIndex, episode: Episode): string {
  const ending = endings[howEnded(episode)];
  const behind = sayBehind(index, endsOf(episode));
  return ending.endsWith('.') || behind === '' ? sayEnding(episode) : `${ending}, according to ${behind}.`;
}

function howEnded(episode: Episode): Ceasefire['endedHow'] {
  return recordsOf(episode).at(-1)?.endedHow ?? 'no_record';
}

/** For example: from 10 May 2022, planned until 30 May 2022. */
export function saySpan(episode: Episode): string {
  const { start, last, openEnded, endDocumented } = episode;
  const from = start ? `from ${sayFirstDay(episode)}` : 'from a day that no document gives';
  if (!last) return from;
  if (openEnded) {
    const term = episode.ceasefire.openEnded ? 'without a term' : 'no term documented';
    return `${from}, ${term}; last documented as holding on ${sayDay(last.latest)}`;
  }
  return `${from}${endDocumented ? '' : ', planned'} until ${sayLastDay(episode)}`;
}
