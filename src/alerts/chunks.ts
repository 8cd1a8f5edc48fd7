import { setImmediate } from 'node:timers/promises';

/** Hands out so many at a time and lets others have their turn in between, however many there are. */
export async function* inChunks<T>(values: AsyncIterable<T>, size: number): AsyncIterable<readonly T[]> {
  let chunk: T[] = [];
  for await (const value of values) {
    chunk.push(value);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
    await setImmediate();
  }
  if (chunk.length > 0) yield chunk;
}
