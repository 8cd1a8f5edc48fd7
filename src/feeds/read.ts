import { open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '../clock.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import { limits } from './parse/limits.ts';
import { type FeedParser, type ParsedFeed, ParseError } from './parse/parsed.ts';

/** What the command line prints of one input: a line of JSON. */
export type FeedLine =
  | {
      readonly input: string;
      readonly title: string;
      readonly format: string;
      readonly entries: readonly {
        readonly id: string;
        readonly title: string;
        readonly link: string;
        readonly summary: string;
        /** ISO 8601, UTC. */
        readonly published: string | null;
        readonly language: string | null;
      }[];
    }
  | { readonly input: string; readonly error: { readonly kind: string; readonly message: string } };

export interface ReadTools {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly parser: FeedParser;
  readonly clock: Clock;
}

/** Reads a feed from a file or an http(s) address. Never throws: what goes wrong is in the line. */
export async function readFeed(input: string, tools: ReadTools): Promise<FeedLine> {
  try {
    const feed = await load(input, tools);
    const entries = feed.entries.map(({ id, title, link, summary, published, language }) => ({
      id,
      title,
      link,
      summary,
      published: published === undefined ? null : new Date(published).toISOString(),
      language: language ?? null,
    }));
    return { input, title: feed.title, format: feed.format, entries };
  } catch (error) {
    const kind = error instanceof ParseError || error instanceof ReadError ? error.kind : 'unreadable';
    return { input, error: { kind, message: error instanceof Error ? error.message : String(error) } };
  }
}

/** Reads many, one after the other: each may be a body of the largest size. */
export async function* readFeeds(
  inputs: Iterable<string> | AsyncIterable<string>,
  tools: ReadTools,
): AsyncGenerator<FeedLine> {
  for await (const input of inputs) yield await readFeed(input, tools);
}

class ReadError extends Error {
  readonly kind: string;
  constructor(kind: string, message: string) {
    super(message);
    this.kind = kind;
  }
}

async function load(input: string, { fetcher, parser, clock }: ReadTools): Promise<ParsedFeed> {
  const now = clock.now();
  if (!/^https?:\/\//i.test(input))
    return parser.parse(await readFile(input), { url: '', now, giveAway: true });
  const result = await fetcher.fetch({ url: input });
  if (result.kind === 'fresh') {
    return parser.parse(result.body, {
      url: result.url,
      contentType: result.contentType,
      now,
      giveAway: true,
    });
  }
  if (result.kind === 'failed') throw new ReadError(result.failure, result.message);
  throw new ReadError(
    result.kind,
    result.kind === 'gone' ? 'the publisher has ended this feed (410)' : 'the server sent nothing',
  );
}

async function readFile(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const stat = await file.stat();
    if (stat.size > limits.bytes) throw new ParseError('too_large', 'the feed is larger than is read');
    // A pipe has no size: one byte more than is parsed tells that it is too large.
    return stat.isFile()
      ? await file.readFile()
      : await buffer(file.createReadStream({ end: limits.bytes, autoClose: false }));
  } finally {
    await file.close();
  }
}
