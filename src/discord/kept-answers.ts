import type { Clock } from '../clock.ts';
import type { Reply } from '../reply.ts';

/** When something happens, many ask the same at once: an answer is given to all who ask within so long (ms). */
const keptFor = 3000;
const mostKept = 200;

/** Answers that are the same for everyone, kept for a moment; who asks while one is being made waits for it. */
export interface KeptAnswers {
  answer(question: string, make: () => Promise<Reply>): Promise<Reply>;
}

export function createKeptAnswers(clock: Clock): KeptAnswers {
  /** In the order of their making. */
  const kept = new Map<string, { readonly at: number; readonly reply: Promise<Reply> }>();

  return {
    answer(question, make) {
      const now = clock.now();
      const known = kept.get(question);
      if (known && now >= known.at && now - known.at < keptFor) return known.reply;
      const reply = make();
      kept.delete(question);
      kept.set(question, { at: now, reply });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      reply.catch(() => {
        if (kept.get(question)?.reply === reply) kept.delete(question);
      });
      return reply;
    },
  };
}
