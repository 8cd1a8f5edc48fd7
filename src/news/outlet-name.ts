import type { Mention } from './lexicon.ts';

/** " - Times of India", " | The Indian Express": capitalised words behind the last dash or bar of a title. */
const tail = /\s[-–—|]\s+(?:The\s+)?(\p{Lu}[\p{L}.&']*(?:\s+(?:of|and|the|\p{Lu}[\p{L}.&']*)){1,4})\s*$/u;

/**
 * Mentions without those of foreign parties and places that are but part of an outlet's name at the end of a title, as
 * search engines and many sites write it: who reports is none of the affair.
 * @param titleLength words of the title
 */
export function withoutOutletName(
  title: string,
  titleLength: number,
  mentions: readonly Mention[],
): readonly Mention[] {
  const words = tail.exec(title)?.[1]?.split(/\s+/).length;
  if (words === undefined) return mentions;
  const from = titleLength - words;
  const isNamed = (one: Mention): boolean => one.from >= from && one.to <= titleLength;
  const inTail = mentions.filter(isNamed);
  // "… - Taliban Spokesman": who says it.
  const isSpeaker = inTail.some(
    (one) =>
      one.kind === 'action' ||
      (one.kind === 'party' && one.party.side !== 'other' && one.party.side !== 'state'),
  );
  const isWhole = inTail.some((one) => one.to - one.from >= words);
  return isSpeaker || isWhole ? mentions : mentions.filter((one) => !inTail.includes(one));
}
