import type { Claim, Dated, DatedEnd, Source } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { rangeOf } from '../dates.ts';
import { sayDate, sayDays, sayRange } from './dates.ts';
import { quoted, sayDocument } from './documents.ts';
import { sayList, sayNames } from './names.ts';

function sourceOf(index: DatasetIndex, claim: Claim): Source | undefined {
  return index.sources.get(claim.source);
}

/** The claims of these ids that the index holds. */
export function claimsOf(index: DatasetIndex, ids: readonly string[]): readonly Claim[] {
  return ids.flatMap((id) => index.claims.get(id) ?? []);
}

/** Documents of some claims, each once. */
export function documentsOf(index: DatasetIndex, claims: readonly Claim[]): readonly Source[] {
  return [...new Set(claims.flatMap((claim) => sourceOf(index, claim) ?? []))];
}

/** How a sentence cites some documents. */
export function cite(index: DatasetIndex, sources: readonly Source[]): string {
  return sources.map((source) => index.citations.get(source.id) ?? sayDocument(source)).join('; ');
}

/** Whether documents alone say so, and nobody in them. */
export function isOwnVoice(claims: readonly Claim[]): boolean {
  return claims.length > 0 && claims.every(({ attribution }) => attribution === 'newsroom');
}

/** Who says so: the people, or the document in its own voice. */
export function saySpeakers(index: DatasetIndex, claims: readonly Claim[]): string {
  return sayList(speakersOf(index, claims));
}

function speakersOf(index: DatasetIndex, claims: readonly Claim[]): readonly string[] {
  const quotedOnes = claims.filter(({ attribution }) => attribution !== 'newsroom');
  const speakers = quotedOnes.flatMap(({ assertedBy }) => assertedBy.map((id) => sayNames(index, [id])));
  // Only where nobody is quoted: a document's own voice is the weaker evidence.
  return speakers.length > 0 ? speakers : claims.map((claim) => sayVoice(index, claim));
}

/** Who speaks where a document speaks in its own voice: the medium, else the document. */
function sayVoice(index: DatasetIndex, claim: Claim): string {
  const media = claim.assertedBy.filter((id) => index.actors.get(id)?.type === 'media');
  if (media.length > 0) return sayNames(index, media);
  const source = sourceOf(index, claim);
  return source?.publisher ?? quoted(source?.title ?? claim.source);
}

/** For example: according to Mohammad Khurasani (Dawn, 18 May 2022). Empty without claims. */
export function sayAttribution(index: DatasetIndex, claims: readonly Claim[]): string {
  if (claims.length === 0) return '';
  const documents = documentsOf(index, claims);
  if (!isOwnVoice(claims)) return `according to ${saySpeakers(index, claims)} (${cite(index, documents)})`;
  const whose = documents.length === 1 ? 'the document’s' : 'the documents’';
  return `in ${whose} own voice (${cite(index, documents)})`;
}

/** What a claim says and where it stands; its own words name the speaker. */
export function sayClaim(index: DatasetIndex, claim: Claim): string {
  const source = sourceOf(index, claim);
  const doubt = claim.confidence === 'high' ? '' : `; ${claim.confidence} confidence`;
  return source ? `${claim.summary} (${cite(index, [source])}${doubt})` : claim.summary;
}

/** One date of a ceasefire: when, according to whom, in which document, and how the day is known. */
export function sayDated(index: DatasetIndex, dated: DatedEnd): string {
  const attribution = sayAttribution(index, claimsOf(index, dated.claims));
  const how = sayHow(dated);
  return `${sayDate(dated)}${asLastDay(dated)}${attribution && `, ${attribution}`}${how && ` – ${how}`}`;
}

/** How a date is known; empty if the document states it. */
function sayHow(dated: Dated): string {
  if (dated.rule !== undefined) return dated.how === 'derived' ? `date derived: ${dated.rule}` : dated.rule;
  const range = rangeOf(dated);
  const isVague = dated.on?.length === 10 && range !== undefined && range.earliest !== range.latest;
  if (isVague) return `the document leaves ${sayDays(range)}`;
  return dated.how === 'derived' ? 'date derived from the words of the document' : '';
}

/** Who is behind some dates: named ones, else those who assert their claims. */
export function sayBehind(index: DatasetIndex, dates: readonly Dated[]): string {
  const names = dates.flatMap(({ by, claims }) => {
    const all = claimsOf(index, claims);
    return by.length > 0 && !isOwnVoice(all) ? by.map((id) => sayNames(index, [id])) : speakersOf(index, all);
  });
  return sayList(names.filter((name) => name !== ''));
}

/** A day that documents give, in words, and who gives it: `, according to Side A`; empty if nobody is known. */
export interface GivenDay {
  readonly day: string;
  readonly by: string;
}

/** Each day once, with those who give it: nobody is said to give the day of another. */
export function givenDays(
  index: DatasetIndex,
  dates: readonly DatedEnd[],
  say: (dated: Dated) => string = sayPossibleDays,
): readonly GivenDay[] {
  const byDay = Map.groupBy(
    dates.filter((dated) => rangeOf(dated) !== undefined),
    (dated) => say(dated) + asLastDay(dated),
  );
  return [...byDay].map(([day, same]) => {
    const behind = sayBehind(index, same);
    // What was worked out is not in the words of whoever it was worked out from.
    const how = same.every((dated) => dated.how === 'derived') ? ' (date derived)' : '';
    return { day, by: (behind && `, according to ${behind}`) + how };
  });
}

/** For example: 3 March 2020, according to Side A; or 4 March 2020, according to Side B. */
export function sayGivenDays(given: readonly GivenDay[], before = '', after = ''): string {
  return given.map(({ day, by }) => `${before}${day}${after}${by}`).join('; or ');
}

function sayPossibleDays(dated: Dated): string {
  const range = rangeOf(dated);
  return range ? sayRange(range) : sayDate(dated);
}

function asLastDay({ lastDay }: DatedEnd): string {
  return lastDay ? ' (its last day)' : '';
}
