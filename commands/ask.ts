import type { Clock } from '../src/clock.ts';
import { defineCommand } from '../src/command.ts';
import { ask as answerTo, longestQuestion } from '../src/knowledge/ask/ask.ts';
import { askReply } from '../src/knowledge/ask/card.ts';
import type { DatasetIndex } from '../src/knowledge/dataset-index.ts';
import { dayIn } from '../src/knowledge/dates.ts';
import type { AskVocabulary } from '../src/schema/ask.ts';
import type { PackInfo } from '../src/schema/pack.ts';

export interface AskServices {
  readonly packInfo: PackInfo;
  readonly index: DatasetIndex;
  readonly clock: Clock;
  /** The pack's words of questions. */
  readonly vocabulary: AskVocabulary;
}

export const ask = defineCommand<AskServices>()({
  definition: {
    name: 'ask',
    description: 'Answers a question from the documents, or says that they do not hold it',
    where: 'anywhere',
    keptFor: 60_000,
    limit: { burst: 10, every: 6000 },
    options: [
      {
        name: 'question',
        description: 'For example: until when was the 2021 truce to last?',
        type: 'string',
        required: true,
        min: 1,
        max: longestQuestion,
      },
    ],
  },
  run: ({ options }, { packInfo, index, clock, vocabulary }) => {
    const { timeZone, defaultDyad, dyads } = packInfo;
    const dyad = dyads.find(({ id }) => id === defaultDyad) ?? { id: defaultDyad, parties: [] };
    const today = dayIn(timeZone, clock.now());
    return askReply(
      index,
      options.question,
      answerTo(options.question, { index, dyad, dyads, today, vocabulary }),
    );
  },
});
