import type { Watch } from '../schema/watch.ts';
import { findingsOf } from './finding.ts';
import { createGate } from './gate.ts';
import { primaryOf } from './language.ts';
import { createLexicon } from './lexicon.ts';
import { createModel } from './model.ts';
import { page } from './normalise.ts';
import { readPage } from './passage.ts';
import { reasonsOf } from './reasons.ts';
import { reviewed } from './review.ts';
import { traitsOf } from './signature.ts';
import { createNotices } from './standing.ts';
import type { Classification, Item } from './story.ts';
import { plainSummary, plainTitle } from './text.ts';
import { judge } from './verdict.ts';

/** The reasons for letting go what the gate shuts out. */
export const unconcerned: readonly string[] = ['names no watched party with talks or a truce'];

type Classify = (item: Item) => Classification;

/** Several parts of the bot classify by one vocabulary, whose tables take some megabytes. */
const compiled = new WeakMap<Watch, Classify>();

/**
 * Compiles a watch into a pure function that says what an item is about and why. Never throws, whatever
 * the text; looks at a bounded part of it. The same function for the same watch.
 */
export function createClassifier(watch: Watch): Classify {
  const classify = compiled.get(watch) ?? compile(watch);
  compiled.set(watch, classify);
  return classify;
}

function compile(watch: Watch): Classify {
  const mayConcern = createGate(watch);
  const lexicon = createLexicon(watch);
  const noticeOf = createNotices(watch);
  const model = watch.learned && createModel(watch.learned);
  return (item) => {
    const title = plainTitle(item.title);
    const summary = plainSummary(item.summary);
    page.writeItem(title, summary);
    if (!mayConcern(page)) {
      const language = item.language === undefined ? 'und' : primaryOf(item.language);
      return { topic: 'none', alert: false, score: 0, language, reasons: unconcerned };
    }
    const { source, language: declared, published } = item;
    const plain = {
      title,
      summary,
      source,
      published,
      ...(declared !== undefined && { language: declared }),
    };
    const passage = readPage(plain, lexicon);
    // Hardly any item has the words of one.
    const notice = passage.mayNotify ? noticeOf(title) : undefined;
    const findings = findingsOf(passage, new Date(published).getUTCFullYear());
    const judged = judge(findings, passage);
    const verdict = model ? reviewed(judged, passage, model) : judged;
    const { topic, alert, score } = verdict;
    const { language } = passage;
    let reasons: readonly string[] | undefined;
    return {
      topic,
      alert,
      score,
      language,
      // Hardly anybody asks of what is no news.
      get reasons() {
        reasons ??= reasonsOf(verdict, passage, plain);
        return reasons;
      },
      ...(notice && { notice }),
      ...((alert || notice) && { traits: traitsOf(passage, verdict, findings) }),
    };
  };
}
