import { cleanForeign } from '../../foreign-text.ts';
import type { Card, Reply, Tone } from '../../reply.ts';
import { notesOf } from '../cards/pages.ts';
import { fitWords } from '../cards/weight.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import type { Answer } from './compose.ts';

/** Of Discord's 256 and 4,096, with a margin for escaping. */
const TITLE_WEIGHT = 240;
const BODY_WEIGHT = 3800;

/** The answer as a card: the question, the answer, and its documents by the numbers in the text. */
export function askReply(index: DatasetIndex, question: string, answer: Answer): Reply {
  const documents = answer.sources.flatMap((id) => index.sources.get(id) ?? []);
  const notes = notesOf(documents);
  const title = fitWords(cleanForeign(question, TITLE_WEIGHT), TITLE_WEIGHT);
  const card: Card = {
    ...(title !== '' && { title }),
    body: fitWords(answer.answer, BODY_WEIGHT),
    tone: toneOf(answer),
    ...(notes.length > 0 && {
      sources: notes.map((note, at) => ({ ...note, label: `[${at + 1}] ${note.label}` })),
    }),
    footer: answer.answered
      ? 'From documents, as they put it; contradictions are shown, not resolved.'
      : 'Only what the documents of the dataset hold is answered.',
  };
  return { cards: [card] };
}

function toneOf({ answered }: Answer): Tone {
  return answered ? 'neutral' : 'unclear';
}
