import type { Claim } from '../../schema/dataset.ts';
import type { Query } from './query.ts';
import { termOf, termsOf, wordsOf } from './terms.ts';

const numberWord =
  /\b(?:dozens?|scores|hundreds?|thousands?|several|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/** A number that counts something, not one of a date. */
export function hasFigure(claim: Claim): boolean {
  if (claim.figure) return true;
  const withoutDates = claim.summary
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
    .replace(
      /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d{1,2}\b/g,
      ' ',
    );
  return /\d/.test(withoutDates) || numberWord.test(withoutDates);
}

/** "prisoners" in "how many prisoners were released"; people in general are not counted. */
export function counted({ text, entities }: Query): readonly string[] {
  const after = /\bhow many (?:of the )?(.*)$/.exec(text)?.[1] ?? '';
  // "Children and others" are people.
  if (/^\w+ (?:and|or) other/.test(after)) return [];
  const named = entities.find(({ text: name }) => after.startsWith(name.toLowerCase()));
  if (named) return termsOf(named.text);
  const [noun = ''] = after.split(' ', 1);
  return people.has(noun) ? [] : termsOf(noun);
}

const people = new Set(
  'people persons individuals lives dead victims casualties deaths fatalities were was died are have had did'.split(
    ' ',
  ),
);

/** Whether the number in a claim is one of these: "145 people dead" counts no schools. */
export function isCounted({ figure, summary }: Claim, term: string): boolean {
  if (figure && termsOf(figure.of).includes(term)) return true;
  const words = wordsOf(summary);
  return words.some(
    (word, at) =>
      (/^\d+$/.test(word) || numberWord.test(word)) &&
      words.slice(at + 1, at + 4).some((next) => termOf(next) === term),
  );
}
