import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { PolledFeed } from './poll/feed.ts';

/** What other processes change is seen after so long (ms). */
const rereadAfter = 30_000;

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

/**
 * Who watches what is kept in memory: the poller asks each second, and reading all documents takes long.
 * @param pack the feeds of all servers as they are now
 */
export function createOwnFeeds(
  documents: Documents<GuildFeeds>,
  pack: () => readonly PolledFeed[],
  clock: Clock,
): OwnFeeds {
  let guilds = new Map<string, GuildFeeds>();
  let byFeed: ReadonlyMap<string, Watched> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  /** Changed here since the last reading began: newer than what that found. */
  const changed = new Map<string, GuildFeeds | undefined>();

  async function readAll(): Promise<void> {
    const began = clock.now();
    changed.clear();
    const found = new Map<string, GuildFeeds>();
    for await (const [guild, value] of documents.entries()) found.set(guild, value);
    for (const [guild, value] of changed) put(found, guild, value);
    guilds = found;
    byFeed = undefined;
    readAt = began;
  }

  async function current(): Promise<ReadonlyMap<string, Watched>> {
    if (clock.now() - readAt >= rereadAfter) {
      reading ??= readAll().finally(() => {
        reading = undefined;
      });
      await reading;
    }
    byFeed ??= watchedBy(guilds);
    return byFeed;
  }

  /** Changes the document of a server, and what is known of it. */
  async function update(guild: string, change: (value: GuildFeeds | undefined) => GuildFeeds | undefined) {
    const value = await documents.update(guild, change);
    changed.set(guild, value);
    put(guilds, guild, value);
    byFeed = undefined;
  }

  async function list(guild: string): Promise<readonly GuildFeed[]> {
    return (await documents.get(guild))?.feeds ?? [];
  }

  return {
    list,

    async add(guild, feed) {
      if (pack().some(({ url }) => url === feed.url)) return 'known';
      let outcome: 'added' | 'known' | 'full' = 'added';
      await update(guild, (value) => {
        const feeds = value?.feeds ?? [];
        if (feeds.some(({ url }) => url === feed.url)) outcome = 'known';
        else outcome = feeds.length >= mostGuildFeeds ? 'full' : 'added';
        return outcome === 'added' ? { feeds: [...feeds, { id: idOf(feed.url), ...feed }] } : value;
      });
      return outcome;
    },

    async remove(guild, id) {
      let removed: GuildFeed | undefined;
      await update(guild, (value) => {
        removed = value?.feeds.find((feed) => feed.id === id);
        const left = value?.feeds.filter((feed) => feed.id !== id) ?? [];
        return left.length > 0 ? { feeds: left } : undefined;
      });
      return removed;
    },

    async watched() {
      const own = [...(await current()).values()].map(({ feed }) => feed);
      const all = pack();
      const packIds = new Set(all.map(({ id }) => id));
      return [...all, ...own.filter(({ id }) => !packIds.has(id))];
    },

    async guildsOf(feed) {
      return (await current()).get(feed)?.guilds ?? [];
    },
  };
}

function put(guilds: Map<string, GuildFeeds>, guild: string, value: GuildFeeds | undefined): void {
  if (value) guilds.set(guild, value);
  else guilds.delete(guild);
}

interface Watched {
  readonly feed: PolledFeed;
  readonly guilds: string[];
}

/** By the feed's id. */
function watchedBy(guilds: ReadonlyMap<string, GuildFeeds>): ReadonlyMap<string, Watched> {
  const watched = new Map<string, Watched>();
  for (const [guild, { feeds }] of guilds) {
    for (const feed of feeds) {
      const known = watched.get(feed.id);
      if (known) known.guilds.push(guild);
      else watched.set(feed.id, { feed, guilds: [guild] });
    }
  }
  return watched;
}

/** The same address has the same id in every server, so it is polled once. */
function idOf(url: string): string {
  return `own-${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
}
