import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import { type GuildDocument, withoutMention } from './guild.ts';
import type { Log } from './log.ts';
import { DeliveryError, type Messenger } from './messenger.ts';

/** A role may also go unmentioned because the server forbids it: that is not asked again for an hour (ms). */
const every = 3_600_000;

/** Looks whether a role that a message did not mention is still there; if not, its subscription mentions nobody. */
export function createRoleCheck(options: {
  readonly guilds: Documents<GuildDocument>;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
}): (guild: string, channel: string, role: string) => Promise<void> {
  const { guilds, messenger, clock, log } = options;
  /** Roles that are there, and when that was seen (UTC ms). */
  const there = new Map<string, number>();

  /** The message stands already: that the server can't be asked must not count against its delivery. */
  async function isThere(guild: string, role: string): Promise<boolean> {
    try {
      return await messenger.hasRole(guild, role);
    } catch (error) {
      if (error instanceof DeliveryError) return true;
      throw error;
    }
  }

  return async (guild, channel, role) => {
    if (clock.now() - (there.get(role) ?? Number.NEGATIVE_INFINITY) < every) return;
    if (await isThere(guild, role)) {
      there.set(role, clock.now());
      return;
    }
    await guilds.update(guild, (current) => current && withoutMention(current, channel, role, clock.now()));
    const mend = 'none: alerts go on without a mention; /alerts subscribe with another role sets one';
    log.warn({ guild, channel, role, mend }, 'the role that alerts mentioned was deleted');
  };
}
