import type { Log } from '../log.ts';

/** What must be undone at the end, in the reverse order of its making. */
export interface Lifecycle {
  /** Notes how to end something that was begun. */
  onEnd(name: string, end: () => unknown): void;
  /** Ends everything once, last begun first; what takes longer than `patience` ms is left. */
  end(): Promise<void>;
}

/** Container engines and supervisors kill after ten seconds. */
const patience = 9000;

export function createLifecycle(log: Log): Lifecycle {
  const ends: { name: string; end: () => unknown }[] = [];
  let ending: Promise<void> | undefined;

  async function endAll(): Promise<void> {
    for (const { name, end } of ends.toReversed()) {
      try {
        await end();
      } catch (error) {
        log.error(
          { err: error, part: name, mend: 'state is safe; report this line as a bug' },
          'shutdown of a part failed',
        );
      }
    }
  }

  return {
    onEnd(name, end) {
      ends.push({ name, end });
    },
    end() {
      ending ??= Promise.race([
        endAll(),
        new Promise<void>((resolve) => {
          setTimeout(() => {
            log.warn(
              { mend: 'none: leases run out and work resumes at the next start' },
              'shutdown took too long',
            );
            resolve();
          }, patience).unref();
        }),
      ]);
      return ending;
    },
  };
}
