import { inChunks } from '../alerts/chunks.ts';
import type { DigestSetting, GuildDocument } from '../alerts/guild.ts';
import type { Documents } from '../documents.ts';
import { nextDue } from './due.ts';

/** The digests of all servers in memory: looking for those that are due reads only what has changed. */
export interface DueSettings {
  /** Those to be looked at by `now` (UTC ms): their time has come, or they are new here. */
  by(now: number): Promise<readonly DueSetting[]>;
}

export interface DueSetting {
  readonly guild: string;
  readonly setting: DigestSetting;
  /** It was dealt with at `now`; until then it comes again. */
  done(now: number): void;
}

interface Known {
  readonly setting: DigestSetting;
  next: number;
}

/** All is read anew so often (ms), should word of a change be lost: a digest may be late by more. */
const rereadAfter = 3_600_000;
/** Servers that are read before others get their turn. */
const chunkSize = 100;

/** @param changed servers whose settings changed since the last call, whoever changed them */
export function createDueSettings(
  guilds: Documents<GuildDocument>,
  changed: () => Promise<readonly string[]>,
): DueSettings {
  let known = new Map<string, readonly Known[]>();
  let readAt = Number.NEGATIVE_INFINITY;
  /** Not read yet. */
  const stale = new Set<string>();

  async function keepUp(now: number): Promise<void> {
    for (const guild of await changed()) stale.add(guild);
    if (now - readAt >= rereadAfter) {
      known = await readAll();
      readAt = now;
      stale.clear();
    }
    for (const guild of stale) {
      put(known, guild, await guilds.get(guild));
      stale.delete(guild);
    }
  }

  async function readAll(): Promise<Map<string, readonly Known[]>> {
    const found = new Map<string, readonly Known[]>();
    for await (const chunk of inChunks(guilds.entries(), chunkSize))
      for (const [guild, document] of chunk) put(found, guild, document);
    return found;
  }

  return {
    async by(now) {
      await keepUp(now);
      const due: DueSetting[] = [];
      for (const [guild, digests] of known) {
        for (const digest of digests) {
          if (digest.next > now) continue;
          const { setting } = digest;
          due.push({
            guild,
            setting,
            done(at) {
              digest.next = nextDue(setting, at);
            },
          });
        }
      }
      return due;
    },
  };
}

function put(known: Map<string, readonly Known[]>, guild: string, document: GuildDocument | undefined): void {
  const settings = Object.values(document?.digests ?? {});
  if (settings.length === 0) known.delete(guild);
  else
    known.set(
      guild,
      settings.map((setting) => ({ setting, next: Number.NEGATIVE_INFINITY })),
    );
}
