import { createHash } from 'node:crypto';
import type { Documents } from '../documents.ts';
import type { PolledFeed } from './poll/feed.ts';

/** A feed that a server added for itself. */
interface GuildFeed extends PolledFeed {
  /** UTC milliseconds. */
  readonly added: number;
}

/** A server's own feeds: one JSON document, by the server's id. */
export interface GuildFeeds {
  readonly feeds: readonly GuildFeed[];
}

/** Feeds a server may add. */
export const mostGuildFeeds = 10;

export interface OwnFeeds {
  list(guild: string): Promise<readonly GuildFeed[]>;
  /** `known`: the pack or the server has this address already. `full`: the server has ten of its own. */
  add(guild: string, feed: Omit<GuildFeed, 'id'>): Promise<'added' | 'known' | 'full'>;
  /** @returns the feed that was removed. */
  remove(guild: string, id: string): Promise<GuildFeed | undefined>;
  /** The pack's feeds and those of all servers; one address is one feed, whoever added it. */
  watched(): Promise<readonly PolledFeed[]>;
  /** Servers that added this feed; none for the pack's. */
  guildsOf(feed: string): Promise<readonly string[]>;
}

export function createOwnFeeds(documents: Documents<GuildFeeds>, pack: readonly PolledFeed[]): OwnFeeds {
  const packUrls = new Set(pack.map(({ url }) => url));

  async function list(guild: string): Promise<readonly GuildFeed[]> {
    return (await documents.get(guild))?.feeds ?? [];
  }

  return {
    list,

    async add(guild, feed) {
      if (packUrls.has(feed.url)) return 'known';
      let outcome: 'added' | 'known' | 'full' = 'added';
      await documents.update(guild, (value) => {
        const feeds = value?.feeds ?? [];
        if (feeds.some(({ url }) => url === feed.url)) outcome = 'known';
        else outcome = feeds.length >= mostGuildFeeds ? 'full' : 'added';
        return outcome === 'added' ? { feeds: [...feeds, { id: idOf(feed.url), ...feed }] } : value;
      });
      return outcome;
    },

    async remove(guild, id) {
      let removed: GuildFeed | undefined;
      await documents.update(guild, (value) => {
        removed = value?.feeds.find((feed) => feed.id === id);
        const left = value?.feeds.filter((feed) => feed.id !== id) ?? [];
        return left.length > 0 ? { feeds: left } : undefined;
      });
      return removed;
    },

    async watched() {
      const feeds = new Map<string, PolledFeed>(pack.map((feed) => [feed.id, feed]));
      for await (const [, value] of documents.entries()) {
        for (const feed of value.feeds) if (!feeds.has(feed.id)) feeds.set(feed.id, feed);
      }
      return [...feeds.values()];
    },

    async guildsOf(feed) {
      const guilds: string[] = [];
      for await (const [guild, { feeds }] of documents.entries()) {
        if (feeds.some(({ id }) => id === feed)) guilds.push(guild);
      }
      return guilds;
    },
  };
}

/** The same address has the same id in every server, so it is polled once. */
function idOf(url: string): string {
  return `own-${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
}
