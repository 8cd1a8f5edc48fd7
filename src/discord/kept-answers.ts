import type { Clock } from '../clock.ts';
import { UserError } from '../command.ts';
import type { Reply } from '../reply.ts';

const mostKept = 500;

/**
 * Answers that are the same for everyone, kept for a while: when something happens, many ask the same. Who asks while
 * one is being made waits for it.
 */
export interface KeptAnswers {
  /** @param keptFor ms since it was made */
  answer(question: string, keptFor: number, make: () => Promise<Reply>): Promise<Reply>;
}

export function createKeptAnswers(clock: Clock): KeptAnswers {
  /** In the order of their last use. */
  const kept = new Map<string, { readonly until: number; readonly reply: Promise<Reply> }>();

  return {
    answer(question, keptFor, make) {
      const now = clock.now();
      const known = kept.get(question);
      kept.delete(question);
      // A clock that was set back must not keep it for longer.
      const holds = known && now < known.until && now >= known.until - keptFor;
      const answer = holds ? known : { until: now + keptFor, reply: make() };
      kept.set(question, answer);
      if (answer === known) return answer.reply;
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      answer.reply.catch((error: unknown) => {
        // What is explained to one is explained to all; what went wrong may go right the next time.
        if (!(error instanceof UserError) && kept.get(question) === answer) kept.delete(question);
      });
      return answer.reply;
    },
  };
}
