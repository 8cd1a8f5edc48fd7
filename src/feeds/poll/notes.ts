import type { Documents } from '../../documents.ts';
import type { FeedState } from './state.ts';

/** Milliseconds that states wait for others. */
const patience = 250;

/** Writes the states of a moment in one commit: that a feed has not changed is not worth one of its own. */
export interface Notes {
  /** Resolves once the state is kept. */
  note(feed: string, state: FeedState): Promise<void>;
  /** Writes what waits, without waiting for more. */
  flush(): void;
}

interface Batch {
  readonly states: Map<string, FeedState>;
  readonly timer: NodeJS.Timeout;
  readonly kept: PromiseWithResolvers<void>;
}

export function createNotes(documents: Pick<Documents<FeedState>, 'setAll'>): Notes {
  let batch: Batch | undefined;

  function flush(): void {
    if (!batch) return;
    const { states, timer, kept } = batch;
    batch = undefined;
    clearTimeout(timer);
    documents.setAll(states).then(kept.resolve, kept.reject);
  }

  return {
    note(feed, state) {
      batch ??= {
        states: new Map(),
        timer: setTimeout(flush, patience),
        kept: Promise.withResolvers<void>(),
      };
      batch.states.set(feed, state);
      return batch.kept.promise;
    },
    flush,
  };
}
