import { parentPort } from 'node:worker_threads';
import { parseBody } from './parse.ts';
import { type BodyInfo, type ParsedFeed, ParseError, type ParseFailure } from './parsed.ts';

/** What goes in. One body at a time. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly about: BodyInfo;
}

/** What comes out; a bug comes out as an error of the worker itself. */
export type Outcome =
  | { readonly feed: ParsedFeed }
  | { readonly error: { readonly kind: ParseFailure; readonly message: string } };

parentPort?.on('message', async ({ bytes, about }: Task) => {
  parentPort?.postMessage(await outcomeOf(bytes, about));
});

async function outcomeOf(bytes: Uint8Array, about: BodyInfo): Promise<Outcome> {
  try {
    return { feed: await parseBody(bytes, about) };
  } catch (error) {
    if (error instanceof ParseError) return { error: { kind: error.kind, message: error.message } };
    throw error;
  }
}
