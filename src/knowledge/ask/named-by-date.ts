import type { DateMention } from './date-mentions.ts';
import { stopWords } from './stop-words.ts';
import { termOf } from './terms.ts';

/** A mention and where it stands in the words of a question. */
interface Place {
  readonly mention: DateMention;
  readonly from: number;
  readonly to: number;
}

const ceasefire = termOf('ceasefire');
const isNoun = (word = ''): boolean => word === 'one' || termOf(word) === ceasefire;
const article = /^(?:the|that|this|their|its)$/;
const open = /^(?:an?|any|no|some)$/;
/** "The truce that was announced in …": what comes into being then. */
const beginning =
  /^(?:announced?|declared?|agreed|signed|made|reached|struck|concluded|start(?:ed)?|beg[au]n)$/;
/** "2021 truce still on?" asks about a later time than it names. */
const lasting = /^(?:still|over|anymore)$/;
const bridge = /^(?:in|on|of|from|since|back)$/;
/** Words that may stand between a ceasefire and its beginning: "that Pakistan and the TTP had agreed in". */
const longestClause = 9;

/**
 * The dates that only say which ceasefire is meant, and not the time that is asked about: "the truce of 2021",
 * "the November 2021 ceasefire", and, beside another date, "the ceasefire declared in November 2021".
 * @param text of the question, in small letters
 */
export function namingDates(text: string, mentions: readonly DateMention[]): ReadonlySet<DateMention> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const places = placesOf(words, mentions);
  const isAlone = mentions.length === 1 && !words.some((word) => lasting.test(word));
  const naming = new Set(
    places.filter((place) => isName(words, place, isAlone)).map(({ mention }) => mention),
  );
  for (const place of places.toReversed()) {
    const next = places.find(({ from }) => isJoined(words, place.to, from));
    if (next && naming.has(next.mention)) naming.add(place.mention);
    if (next && naming.has(place.mention)) naming.add(next.mention);
  }
  if (naming.size > 0 || mentions.length < 2) return naming;
  const [first] = places.filter((place) => isBeginning(words, place));
  return first ? new Set([first.mention]) : naming;
}

function placesOf(words: readonly string[], mentions: readonly DateMention[]): readonly Place[] {
  const places: Place[] = [];
  for (const mention of mentions) {
    const own = (mention.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
      (word, at) => at > 0 || !bridge.test(word),
    );
    const from = words.findIndex(
      (_, at) =>
        own.every((word, offset) => words[at + offset] === word) &&
        !places.some((place) => at < place.to && place.from < at + own.length),
    );
    if (own.length > 0 && from !== -1) places.push({ mention, from, to: from + own.length });
  }
  return places.toSorted((a, b) => a.from - b.from);
}

/**
 * Right before the noun, with a word or two between them that carry content, or after it and "of".
 * @param isAlone no other time is asked about, so that a date without an article may be that
 */
function isName(words: readonly string[], { mention, from, to }: Place, isAlone: boolean): boolean {
  const before = words.slice(Math.max(0, from - 2), from);
  const isAfter = /^of(?: the)?$/.test(before.at(-1) === 'the' ? before.join(' ') : (before.at(-1) ?? ''));
  if (isAfter) return isNoun(words[words.lastIndexOf('of', from) - 1]);
  // "Did the truce in 2021 survive", and not "did the truce survive in 2021".
  const next = words[to];
  const isWithin = words[from - 1] === 'in' && isNoun(words[from - 2]) && article.test(words[from - 3] ?? '');
  if (isWithin && next !== undefined && !stopWords.has(next)) return true;
  const noun = words.findIndex((word, at) => at >= to && at < to + 3 && isNoun(word));
  if (noun === -1 || words.slice(to, noun).some((word) => stopWords.has(word))) return false;
  // "28 May 2022, truce on?" only says when.
  return article.test(words[from - 1] ?? '') || (mention.precision !== 'day' && !isAlone);
}

/** "2021 and the 2022", "2021 to 2022". */
function isJoined(words: readonly string[], to: number, from: number): boolean {
  return /^(?:and|or|versus|than|with)(?: the| that of| of)?$/.test(words.slice(to, from).join(' '));
}

/** "The truce declared in November 2021", "the truce from May". */
function isBeginning(words: readonly string[], { from }: Place): boolean {
  if (!bridge.test(words[from - 1] ?? '')) return false;
  const noun = words.findLastIndex((word, at) => at < from && at >= from - longestClause && isNoun(word));
  if (noun === -1 || words.slice(Math.max(0, noun - 3), noun).some((word) => open.test(word))) return false;
  const between = words.slice(noun + 1, from);
  return between.every((word) => bridge.test(word)) || between.some((word) => beginning.test(word));
}
