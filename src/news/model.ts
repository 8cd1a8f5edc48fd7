import type { Learned } from '../schema/learned.ts';
import { eachFeature, isWordFeature } from './features.ts';
import { isSmallWord } from './language.ts';
import type { Passage } from './passage.ts';
import type { AlertTopic } from './story.ts';

/** What labelled items taught of a passage. */
export interface Opinion {
  /** That it is to alert, 0 to 1. */
  readonly chance: number;
  /** What it is about, if it is. */
  readonly topic: AlertTopic;
}

export interface Model {
  opinionOf(passage: Passage): Opinion;
  /** The words of the passage that speak most for a topic; as normalised. */
  wordsFor(passage: Passage, topic: AlertTopic): string[];
}

/** Weights of a file are in hundredths. */
const unit = 0.01;
/** Words that are given as a reason. */
const told = 3;
/** Where a feature was found. */
const [anywhere, inTitle] = [1, 2];

/** Makes a multinomial logistic model ready for use. */
export function createModel({ topics, bias, weights }: Learned): Model {
  const size = topics.length;
  const numbers = new Map<string, number>();
  /** Of each feature what it adds to each topic anywhere, then what in the title. */
  const table = new Int16Array(2 * size * weights.length);
  for (const [number, line] of weights.entries()) {
    const [feature, ...adds] = line.split(' ');
    numbers.set(feature!, number);
    table.set(adds.map(Number), 2 * size * number);
  }
  /** Of the passage that is read: a feature counts once. */
  const found = new Uint8Array(numbers.size);
  const sums = new Float64Array(size);

  function add(row: number): void {
    for (let topic = 0; topic < size; topic += 1) sums[topic]! += table[row + topic]!;
  }

  /** Adds up what the features of a passage say of each topic. */
  function weigh(passage: Passage): void {
    const seen: number[] = [];
    sums.set(bias);
    eachFeature(passage, (feature, isInTitle) => {
      const number = numbers.get(feature);
      if (number === undefined) return;
      const before = found[number]!;
      if (before === 0) {
        seen.push(number);
        add(2 * size * number);
      }
      if (isInTitle && !(before & inTitle)) add(2 * size * number + size);
      found[number] = before | anywhere | (isInTitle ? inTitle : 0);
    });
    for (const number of seen) found[number] = 0;
  }

  return {
    opinionOf(passage) {
      weigh(passage);
      let best = 1;
      for (let topic = 2; topic < size; topic += 1) if (sums[topic]! > sums[best]!) best = topic;
      const most = Math.max(sums[0]!, sums[best]!);
      let all = 0;
      for (const sum of sums) all += Math.exp(unit * (sum - most));
      return { chance: 1 - Math.exp(unit * (sums[0]! - most)) / all, topic: topics[best] as AlertTopic };
    },
    wordsFor(passage, topic) {
      const at = topics.indexOf(topic);
      const worths = new Map<string, number>();
      eachFeature(passage, (feature, isInTitle) => {
        const number = numbers.get(feature);
        if (number === undefined || !isWordFeature(feature) || isSmallWord(feature)) return;
        const row = 2 * size * number;
        // By how much more it says of the topic than that it is none.
        const worth = table[row + at]! - table[row]!;
        const more = isInTitle ? table[row + size + at]! - table[row + size]! : 0;
        worths.set(feature, Math.max(worths.get(feature) ?? 0, worth + more));
      });
      return [...worths]
        .filter(([, worth]) => worth > 0)
        .sort(([, a], [, b]) => b - a)
        .slice(0, told)
        .map(([word]) => word);
    },
  };
}
