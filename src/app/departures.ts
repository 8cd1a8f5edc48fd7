import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { BotDocuments } from './documents.ts';
import type { GuildData } from './guild-data.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** What is kept about a server goes when the bot has been absent for so long (ms). */
const keptFor = 7 * day;

export interface DepartureParts {
  readonly documents: Pick<BotDocuments, 'guilds' | 'guildFeeds' | 'departures' | 'looks'>;
  readonly guildData: GuildData;
  /** All servers that the bot is in, now. */
  readonly listServers: () => Promise<ReadonlySet<string>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Notices when the bot is removed from servers, and deletes what it kept about them a week later. */
export interface Departures {
  /** A server removed the bot. Not: it has an outage. */
  left(guild: string): Promise<void>;
  joined(guild: string): Promise<void>;
  /** What a connection says of its servers. @param covers whether it would know of this server */
  listed(present: ReadonlySet<string>, covers: (guild: string) => boolean): Promise<void>;
  /** Once a day, by one process, looks which servers the bot is in; deletes what is due. Never throws. */
  runDue(): Promise<void>;
}

export function createDepartures(parts: DepartureParts): Departures {
  const { documents, guildData, listServers, clock, log } = parts;
  const { guilds, guildFeeds, departures, looks } = documents;
  let next = 0;

  const note = (guild: string, now: number) =>
    departures.update(guild, (current) => current ?? { since: now });

  /** One whose deletion has begun is deleted to the end. */
  const forget = (guild: string) =>
    departures.update(guild, (current) => (current?.deleting ? current : undefined));

  /** Notes who is absent, and forgets that of those who are there. @returns since when each is absent (UTC ms) */
  async function reconcile(present: ReadonlySet<string>, covers: (guild: string) => boolean, now: number) {
    const absent = new Map<string, number>();
    for (const guild of await guildData.known()) {
      if (!covers(guild)) continue;
      if (present.has(guild)) await forget(guild);
      else absent.set(guild, (await note(guild, now))?.since ?? now);
      // Thousands of writes must not hold up the rest of the process.
      await setImmediate();
    }
    return absent;
  }

  /** @returns whether the day's look is this process's to make */
  async function takeLook(now: number): Promise<boolean> {
    let taken = false;
    await looks.update('servers', (last) => {
      taken = last === undefined || now - last.at >= day;
      return taken ? { at: now } : last;
    });
    return taken;
  }

  async function look(now: number): Promise<void> {
    const absent = await reconcile(await listServers(), () => true, now);
    for (const [guild, since] of absent) {
      if (now - since < keptFor) continue;
      await guildData.delete(guild);
      log.info({ guild, since: new Date(since).toISOString() }, 'deleted what was kept about a server left');
    }
  }

  return {
    async left(guild) {
      const isKnown = (await guilds.get(guild)) ?? (await guildFeeds.get(guild));
      if (isKnown) await note(guild, clock.now());
    },
    async joined(guild) {
      if (await departures.get(guild)) await forget(guild);
    },
    async listed(present, covers) {
      await reconcile(present, covers, clock.now());
    },
    async runDue() {
      const now = clock.now();
      if (now < next) return;
      next = now + hour;
      try {
        await guildData.finish();
        if (await takeLook(now)) await look(now);
      } catch (err) {
        log.warn({ err, mend: 'it is tried again in an hour' }, 'could not look which servers the bot is in');
        await looks.set('servers', { at: now - day + hour }).catch(() => {});
      }
    },
  };
}
