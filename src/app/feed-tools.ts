import type { Clock } from '../clock.ts';
import { anyAddress, publicOnly } from '../feeds/fetch/address.ts';
import type { Fetcher } from '../feeds/fetch/fetcher.ts';
import type { FeedParser } from '../feeds/parse/parsed.ts';
import { createParser } from '../feeds/parse/parser.ts';
import type { Settings } from '../settings.ts';

/** What reads a feed: the poller's, and the one behind `/feeds add` and `/feeds preview`. */
export interface FeedTools {
  readonly fetcher: Fetcher;
  readonly parser: FeedParser;
  readonly clock: Clock;
  close(): Promise<void>;
}

export function createFeedTools(
  settings: Pick<Settings, 'ALLOW_PRIVATE_FEEDS'>,
  userAgent: string,
  clock: Clock,
): FeedTools {
  const allow = settings.ALLOW_PRIVATE_FEEDS ? anyAddress : publicOnly;
  const fetcher = openedOnUse(async () => {
    // With its library: interactions are answered before the first feed is read, and need not wait for it.
    const { createFetcher } = await import('../feeds/fetch/fetcher.ts');
    return createFetcher({ userAgent, allow }, clock);
  });
  const parser = createParser();
  return {
    fetcher,
    parser,
    clock,
    async close() {
      await Promise.all([fetcher.close(), parser.close()]);
    },
  };
}

function openedOnUse(open: () => Promise<Fetcher>): Fetcher {
  let opening: Promise<Fetcher> | undefined;
  return {
    async fetch(request) {
      opening ??= open();
      return (await opening).fetch(request);
    },
    async close() {
      await (await opening)?.close();
    },
  };
}
