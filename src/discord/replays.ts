import type { Clock } from '../clock.ts';

/** So many ids are remembered at most: more of them within one span than any bot gets. */
const mostRemembered = 200_000;

/**
 * Knows ids again that it saw within the last `span` ms (and up to twice as long).
 * @returns whether this id is new
 */
export function createReplayGuard(clock: Clock, span: number): (id: string) => boolean {
  let current = new Set<string>();
  let before = new Set<string>();
  let began = clock.now();

  return (id) => {
    const now = clock.now();
    if (now - began >= span || current.size >= mostRemembered) {
      before = now - began >= 2 * span ? new Set() : current;
      current = new Set();
      began = now;
    }
    if (current.has(id) || before.has(id)) return false;
    current.add(id);
    return true;
  };
}
