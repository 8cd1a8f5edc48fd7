/**
 * `npm run train`: learns from labelled items what their words say of the topic, shows what that adds to the rules on
 * items it was not trained with, and writes the `learned.json` of the pack that the settings name. The same items give
 * the same file. `npm run train -- FILE…`: from other items, in the form of `test/news/fixtures/items.jsonl`.
 */
import { writeFileSync } from 'node:fs';
import { createClassifier, unconcerned } from '../src/news/classifier.ts';
import { eachFeature } from '../src/news/features.ts';
import { createLexicon } from '../src/news/lexicon.ts';
import { readPassage } from '../src/news/passage.ts';
import { outweighing } from '../src/news/review.ts';
import { alertTopics } from '../src/news/story.ts';
import type { Learned } from '../src/schema/learned.ts';
import { readSettings } from '../src/settings.ts';
import { itemOf, type LabelledItem, readLabelled, readRules } from './eval/labelled.ts';
import { type Example, type Logistic, sharesOf, trained } from './train/logistic.ts';

/** Items that must have a feature: fewer tell nothing. */
const fewest = 4;
/** Parts of the items, each judged by what the others taught. Those written together stand together. */
const parts = 5;
const outcomes = ['none', ...alertTopics];

const own = ['scripts/train/items.jsonl', 'test/news/fixtures/items.jsonl'];
const [, , ...given] = process.argv;
const labelled = (given.length > 0 ? given : own).flatMap(readLabelled);
const { PACK } = readSettings();
const watch = readRules(PACK);
const lexicon = createLexicon(watch);
/** Features by their number; each has a column for anywhere and one for the title. */
const numbers = new Map<string, number>();
const columns = labelled.map(columnsOf);
const counts = new Map<number, number>();
for (const column of columns.flat()) counts.set(column, (counts.get(column) ?? 0) + 1);
const examples = labelled.map(
  ({ topic }, at): Example => ({
    columns: columns[at]!.filter(isFrequent),
    outcome: Math.max(0, outcomes.indexOf(topic)),
  }),
);

function columnsOf(one: LabelledItem): number[] {
  const set = new Set<number>();
  eachFeature(readPassage(itemOf(one), lexicon), (feature, isInTitle) => {
    const number = numbers.get(feature) ?? numbers.size;
    numbers.set(feature, number);
    set.add(2 * number);
    if (isInTitle) set.add(2 * number + 1);
  });
  return [...set];
}

function isFrequent(column: number): boolean {
  return counts.get(column)! >= fewest;
}

const learnedFrom = (those: readonly Example[]): Logistic =>
  trained(those, 2 * numbers.size, outcomes.length);

/** What would be raised from a chance on, though the rules let it go. */
function tryOut(): void {
  const classify = createClassifier(watch);
  const partOf = (at: number): number => Math.floor((at * parts) / examples.length);
  const judged = Array.from({ length: parts }, (_, part) => {
    const model = learnedFrom(examples.filter((__, at) => partOf(at) !== part));
    return labelled.flatMap((one, at) => {
      if (partOf(at) !== part) return [];
      const { alert, reasons } = classify(itemOf(one));
      const isLetGo = !alert && reasons !== unconcerned;
      return [
        {
          isLetGo,
          isMissed: one.alert && !alert,
          one,
          chance: 1 - sharesOf(model, examples[at]!.columns)[0]!,
        },
      ];
    });
  }).flat();
  const missed = judged.filter(({ isMissed }) => isMissed).length;
  console.log(
    `${labelled.length} items, of which the rules miss ${missed}; by items it was not trained with,`,
  );
  for (const least of [0.7, outweighing, 0.95]) {
    const raised = judged.filter(({ chance, isLetGo }) => isLetGo && chance >= least);
    const right = raised.filter(({ isMissed }) => isMissed).length;
    console.log(`  a chance of ${least} finds ${right} of these and ${raised.length - right} false ones`);
  }
}

const inHundredths = (values: Iterable<number>): number[] =>
  Array.from(values, (value) => Math.round(100 * value));

tryOut();
const { weights, bias } = learnedFrom(examples);
const rowOf = (number: number): Float64Array =>
  weights.subarray(2 * number * outcomes.length, 2 * (number + 1) * outcomes.length);
const learned: Learned = {
  topics: outcomes,
  bias: inHundredths(bias),
  weights: [...numbers]
    .filter(([, number]) => isFrequent(2 * number))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, number]) => [feature, ...inHundredths(rowOf(number))].join(' ')),
};
writeFileSync(`${PACK}/learned.json`, `${JSON.stringify(learned, null, 1)}\n`);
console.log(`${PACK}/learned.json: ${learned.weights.length} features`);
