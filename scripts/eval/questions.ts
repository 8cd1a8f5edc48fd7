import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ask } from '../../src/knowledge/ask/ask.ts';
import type { Answer } from '../../src/knowledge/ask/compose.ts';
import { indexDataset } from '../../src/knowledge/dataset-index.ts';
import { loadPack } from '../../src/pack.ts';
import { shippedPack } from './labelled.ts';

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  answerable: z.boolean(),
  type: z.string(),
  style: z.string().default('plain'),
  as_of: z.string().nullable().default(null),
  /** Of each inner list at least one must stand in the answer. */
  must_contain: z.array(z.array(z.string())),
  must_not_contain: z.array(z.string()).default([]),
});
const fileSchema = z.object({ questions: z.array(questionSchema) });

export type Question = z.infer<typeof questionSchema>;
type Mark = 'right' | 'wrong' | 'declined' | 'answered though unanswerable';

/** What one file scored. */
export interface Evaluation {
  readonly lines: readonly string[];
  /** Share of answerable questions that are answered right. */
  readonly answered: number;
  /** Share of unanswerable questions that are declined. */
  readonly declined: number;
}

/** The local date that questions without one are asked on; fixed, so that scores can be compared. */
const today = '2026-11-22';

/** Puts every question of a file to /ask, on the seeds layer. @throws if the file has another form */
export async function evaluateQuestions(file: string, pack = shippedPack): Promise<Evaluation> {
  const { questions } = fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const { info, layers, ask: vocabulary } = await loadPack(pack);
  const index = indexDataset(layers(['seeds']));
  const dyad = info.dyads.find(({ id }) => id === info.defaultDyad) ?? info.dyads[0];
  if (!dyad) throw new Error(`${pack} has no dyad`);
  const marked = questions.map((question) => {
    const on = question.as_of ?? undefined;
    const answer = ask(question.question, {
      index,
      dyad,
      dyads: info.dyads,
      today,
      vocabulary,
      ...(on && { on }),
    });
    return { question, answer, mark: markOf(question, answer) };
  });
  const answerable = marked.filter(({ question }) => question.answerable);
  const unanswerable = marked.filter(({ question }) => !question.answerable);
  const right = answerable.filter(({ mark }) => mark === 'right').length;
  const declined = unanswerable.filter(({ mark }) => mark === 'right').length;
  const wronglyDeclined = answerable.filter(({ mark }) => mark === 'declined').length;
  return {
    lines: [
      ...marked.filter(({ mark }) => mark !== 'right').map(report),
      `${file}: answered right ${right}/${answerable.length}, wrongly answered ${answerable.length - right - wronglyDeclined}, wrongly declined ${wronglyDeclined}; rightly declined ${declined}/${unanswerable.length}`,
    ],
    answered: answerable.length === 0 ? 1 : right / answerable.length,
    declined: unanswerable.length === 0 ? 1 : declined / unanswerable.length,
  };
}

function markOf(question: Question, { answer, answered }: Answer): Mark {
  const text = answer.toLowerCase();
  const has = (part: string) => text.includes(part.toLowerCase());
  const isRight =
    question.must_contain.every((alternatives) => alternatives.some(has)) &&
    !question.must_not_contain.some(has);
  if (!question.answerable) return isRight && !answered ? 'right' : 'answered though unanswerable';
  if (isRight && answered) return 'right';
  return answered ? 'wrong' : 'declined';
}

function report({ question, answer, mark }: { question: Question; answer: Answer; mark: Mark }): string {
  return `${question.id} ${mark} (${question.type}): ${question.question}\n    ${answer.answer.replaceAll('\n', '\n    ')}`;
}
