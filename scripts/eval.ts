/**
 * `npm run eval`: scores /ask and the news classifier on the project's own fixtures and fails under a floor.
 * `npm run eval -- FILE…`: scores given files, `.json` with questions, `.jsonl` with labelled news items, with the pack
 * that the settings name (`PACK`).
 */
import { readSettings } from '../src/settings.ts';
import { evaluateNewsFile, evaluateRules, newsReport } from './eval/news.ts';
import { evaluateQuestions } from './eval/questions.ts';

/** A little under what is measured, so that a change for the worse is seen. */
const floors = {
  questions: { answered: 0.95, declined: 0.98 },
  news: { recall: 0.97, precision: 0.97 },
};
const fixtures = { questions: 'test/knowledge/ask/questions.json', news: 'test/news/fixtures/items.jsonl' };

const files = process.argv.slice(2);
if (files.length > 0) {
  const { PACK } = readSettings();
  for (const file of files) {
    if (file.endsWith('.jsonl')) console.log(newsReport(evaluateNewsFile(file, PACK)));
    else console.log((await evaluateQuestions(file, PACK)).lines.join('\n'));
  }
} else {
  const questions = await evaluateQuestions(fixtures.questions);
  console.log(questions.lines.join('\n'));
  console.log('news by the rules alone, since the pack has learned from these items:');
  const news = evaluateRules(fixtures.news);
  console.log(newsReport(news));
  const { alerts, hit, falseNone, falseRelated } = news.all;
  const scores = [
    ['answered', questions.answered, floors.questions.answered],
    ['declined', questions.declined, floors.questions.declined],
    ['news recall', hit / alerts, floors.news.recall],
    ['news precision', hit / (hit + falseNone + falseRelated), floors.news.precision],
  ] as const;
  for (const [name, score, floor] of scores) {
    if (score >= floor) continue;
    console.log(`${name} ${score.toFixed(3)} is under its floor of ${floor}`);
    process.exitCode = 1;
  }
}
