import type { Claim, Dated, Source } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { rangeOf } from '../dates.ts';
import { sayDate, sayDays, sayPartial } from './dates.ts';
import { sayList, sayNames } from './names.ts';

/** For example: Dawn, “TTP ends ceasefire”, 28 November 2022; the day is not said twice. */
export function sayDocument({ title, publisher, published }: Source): string {
  const name = publisher === undefined ? title : `${publisher}, ${quoted(title)}`;
  const day = published.on === null ? '' : sayPartial(published.on);
  return title.includes(day) ? name : `${name}, ${day}`;
}

/** For example: Dawn, 28 November 2022; a document without a publisher by its title. */
export function sayDocumentBriefly({ title, publisher, published }: Source): string {
  const day = published.on === null ? '' : sayPartial(published.on);
  const name = publisher ?? title;
  return day === '' || name.includes(day) ? name : `${name}, ${day}`;
}

/** Who speaks where a document speaks in its own voice: its publisher, else the document. */
function sayVoice({ publisher, title }: Source): string {
  return publisher ?? quoted(title);
}

/** A title or name that stands in a sentence. */
export function quoted(name: string): string {
  return name.startsWith('“') ? name : `“${name}”`;
}

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

/** Who says so: the people, or the document in its own voice. */
export function saySpeakers(index: DatasetIndex, claims: readonly Claim[]): string {
  const speakers = claims.flatMap((claim) =>
    claim.attribution === 'newsroom' ? [] : claim.assertedBy.map((id) => sayNames(index, [id])),
  );
  const voices = claims.filter(({ attribution }) => attribution === 'newsroom');
  // Only where nobody is quoted: a document's own voice is the weaker evidence.
  const documents = speakers.length > 0 ? [] : documentsOf(index, voices).map(sayVoice);
  return sayList([...speakers, ...documents]);
}

/** For example: according to Mohammad Khurasani (Dawn, “…”, 18 May 2022). Empty without claims. */
export function sayAttribution(index: DatasetIndex, claims: readonly Claim[]): string {
  if (claims.length === 0) return '';
  const documents = documentsOf(index, claims);
  const isOwnVoice = claims.every(({ attribution }) => attribution === 'newsroom');
  if (isOwnVoice)
    return `according to the documents in their own voice (${documents.map(sayDocument).join('; ')})`;
  return `according to ${saySpeakers(index, claims)} (${documents.map(sayDocument).join('; ')})`;
}

/** What a claim says and where it stands; its own words name the speaker. */
export function sayClaim(index: DatasetIndex, claim: Claim): string {
  const source = sourceOf(index, claim);
  const doubt = claim.confidence === 'high' ? '' : `; ${claim.confidence} confidence`;
  return source ? `${claim.summary} (${sayDocument(source)}${doubt})` : claim.summary;
}

/** One date of a ceasefire: when, according to whom, in which document, and how the day is known. */
export function sayDated(index: DatasetIndex, dated: Dated): string {
  const attribution = sayAttribution(index, claimsOf(index, dated.claims));
  const how = sayHow(dated);
  return `${sayDate(dated)}${attribution && `, ${attribution}`}${how && `; ${how}`}`;
}

/** How a date is known; empty if the document states it. */
function sayHow(dated: Dated): string {
  if (dated.rule !== undefined) return `date ${dated.how}: ${dated.rule}`;
  const range = rangeOf(dated);
  const isVague = dated.on?.length === 10 && range !== undefined && range.earliest !== range.latest;
  if (isVague) return `the document leaves ${sayDays(range)}`;
  return dated.how === 'derived' ? 'date derived from the words of the document' : '';
}

/** Who is behind some dates: named ones, else those who assert their claims. */
export function sayBehind(index: DatasetIndex, dates: readonly Dated[]): string {
  const names = dates.flatMap(({ by, claims }) => {
    const all = claimsOf(index, claims);
    const isOwnVoice = all.length > 0 && all.every(({ attribution }) => attribution === 'newsroom');
    return by.length > 0 && !isOwnVoice ? by.map((id) => sayNames(index, [id])) : [saySpeakers(index, all)];
  });
  return sayList(names.filter((name) => name !== ''));
}
