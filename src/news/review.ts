import type { Model } from './model.ts';
import type { Passage } from './passage.ts';
import type { Verdict } from './verdict.ts';

/** The chance that an item is to alert from which labelled items outweigh the rules; chosen by what `npm run train` shows. */
export const outweighing = 0.85;
/** Words alone are never as sure as who does what to whom. */
const mostScore = 0.5;

/** Looks over what the rules let go: news in words that they do not know. */
export function reviewed(verdict: Verdict, passage: Passage, model: Model): Verdict {
  if (verdict.alert) return verdict;
  const { chance, topic } = model.opinionOf(passage);
  if (chance < outweighing) return verdict;
  const learned = { chance, words: model.wordsFor(passage, topic) };
  return { ...verdict, topic, alert: true, score: mostScore * chance, learned };
}
