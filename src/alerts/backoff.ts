/** Milliseconds to wait before the next attempt: doubling from 1 s to 5 min, the half of it random. */
export function backoff(attempt: number, random: () => number): number {
  const ceiling = Math.min(1000 * 2 ** (attempt - 1), 300_000);
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}
