import type { Delivery } from '../alerts/delivery.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { OwnFeeds } from '../feeds/guild-feeds.ts';
import type { JobArchive } from '../job-archive.ts';
import type { Departure } from './departure.ts';
import type { BotDocuments } from './documents.ts';

export interface GuildDataParts {
  readonly documents: BotDocuments;
  readonly ownFeeds: OwnFeeds;
  readonly archive: JobArchive<Delivery>;
  readonly clock: Clock;
}

/** All that is kept about a server. */
export interface GuildData {
  /** Servers about which anything is kept. */
  known(): Promise<ReadonlySet<string>>;
  /**
   * Deletes it: subscriptions, digests, its own feeds and what they reported, waiting deliveries, notes of what was
   * posted. Stories of the pack's feeds are everybody's and stay. Bears repeating.
   */
  delete(guild: string): Promise<void>;
  /** Goes on with deletions that were cut off. */
  finish(): Promise<void>;
}

export function createGuildData({ documents, ownFeeds, archive, clock }: GuildDataParts): GuildData {
  const { guilds, guildFeeds, tellings, departures } = documents;

  async function deleteGuild(guild: string): Promise<void> {
    const { channels, feeds } = await begin(guild);
    await guilds.delete(guild);
    await tellings.delete(guild);
    await deleteDeliveries(guild);
    for (const feed of feeds) {
      await ownFeeds.remove(guild, feed);
      if ((await ownFeeds.guildsOf(feed)).length === 0) await deleteFeed(feed);
    }
    await guildFeeds.delete(guild);
    await deleteStories(guild);
    for (const channel of channels) {
      await deleteAll(documents.sent, `${channel}/`);
      await deleteAll(documents.digests, `${channel}/`);
    }
    await departures.delete(guild);
  }

  /** Notes that it has begun. @returns the server's channels and own feeds */
  async function begin(guild: string): Promise<NonNullable<Departure['deleting']>> {
    const settings = await guilds.get(guild);
    const stories = Object.values((await tellings.get(guild))?.stories ?? {});
    const { subscriptions = {}, digests = {}, suspensions = {} } = settings ?? {};
    const channels = [subscriptions, digests, suspensions, ...stories].flatMap((each) => Object.keys(each));
    const feeds = (await ownFeeds.list(guild)).map(({ id }) => id);
    const since = clock.now();
    const note = await departures.update(guild, (current) => ({
      since,
      ...current,
      deleting: {
        channels: [...new Set([...(current?.deleting?.channels ?? []), ...channels])],
        feeds: [...new Set([...(current?.deleting?.feeds ?? []), ...feeds])],
      },
    }));
    return note!.deleting!;
  }

  async function deleteDeliveries(guild: string): Promise<void> {
    const ids: string[] = [];
    for await (const { id, payload } of archive.all()) if (payload.guild === guild) ids.push(id);
    await archive.discard(ids);
  }

  /** A feed that nobody watches any more. */
  async function deleteFeed(id: string): Promise<void> {
    await documents.feeds.delete(id);
    await deleteAll(documents.entries, `${id}/`);
  }

  async function deleteStories(guild: string): Promise<void> {
    for await (const [id, story] of documents.stories.entries()) {
      if (story.guild !== guild) continue;
      await documents.alerts.delete(id);
      await documents.stories.delete(id);
    }
    for await (const [id, { mutedIn }] of documents.alerts.entries()) {
      if (!mutedIn.includes(guild)) continue;
      await documents.alerts.update(
        id,
        (alert) => alert && { ...alert, mutedIn: alert.mutedIn.filter((each) => each !== guild) },
      );
    }
  }

  return {
    delete: deleteGuild,
    async known() {
      const known = new Set<string>();
      for (const kept of [guilds, guildFeeds, tellings, departures] as const)
        for await (const [guild] of (kept as Documents<unknown>).entries()) known.add(guild);
      return known;
    },
    async finish() {
      for await (const [guild, { deleting }] of departures.entries()) if (deleting) await deleteGuild(guild);
    },
  };
}

async function deleteAll<T>(documents: Documents<T>, prefix: string): Promise<void> {
  for await (const [id] of documents.entries(prefix)) await documents.delete(id);
}
