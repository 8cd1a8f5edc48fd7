import type { Documents } from '../documents.ts';
import { alertLifetime } from './alert.ts';

/**
 * How the channels of one server are told of each story; one document a server. Apart from the alerts, so that each
 * document stays small however many servers there are.
 */
export interface GuildTellings {
  /** By story. */
  readonly stories: Readonly<Record<string, Tellings>>;
}

/** By channel. */
export type Tellings = Readonly<Record<string, Telling>>;

/** How one channel is told of the story. */
export interface Telling {
  /** UTC milliseconds of the decision. */
  readonly at: number;
  readonly how: 'message' | HoldReason;
  /** Held until then (UTC ms), to be told in a summary. */
  readonly until?: number;
  /** The story's version when it was decided. */
  readonly version: number;
  /** Its job is in the queue: the decision stands. */
  readonly queued: boolean;
  /** A held story was told in a summary. */
  readonly summarised?: true;
}

export type HoldReason = 'quiet_hours' | 'hourly_cap' | 'suspended';

/** Whether the channel still waits to hear of it in a summary due by `until` (UTC ms). */
export function isPending(telling: Telling | undefined, until: number, how?: HoldReason): boolean {
  if (!telling?.queued || telling.summarised || telling.how === 'message') return false;
  if (how !== undefined) return telling.how === how;
  return (telling.until ?? 0) <= until;
}

type Stories = GuildTellings['stories'];

/** Changes how a server is told of some stories; those too old to be told of are forgotten. */
export function updateTellings(
  documents: Documents<GuildTellings>,
  guild: string,
  now: number,
  change: (stories: Stories) => Stories,
): Promise<GuildTellings | undefined> {
  return documents.update(guild, (current) => kept(change(current?.stories ?? {}), now));
}

/** The same for many servers in one write. @returns what each holds now. */
export function updateAllTellings(
  documents: Documents<GuildTellings>,
  guilds: Iterable<string>,
  now: number,
  change: (stories: Stories, guild: string) => Stories,
): Promise<ReadonlyMap<string, GuildTellings>> {
  return documents.updateAll(guilds, (current, guild) => kept(change(current?.stories ?? {}, guild), now));
}

function kept(stories: Stories, now: number): GuildTellings | undefined {
  const recent = Object.entries(stories).filter(([, tellings]) =>
    Object.values(tellings).some(({ at }) => at > now - alertLifetime),
  );
  return recent.length > 0 ? { stories: Object.fromEntries(recent) } : undefined;
}

/** When a channel was told of stories (UTC ms). */
export function toldTimes(stories: Stories, channel: string): number[] {
  return Object.values(stories).flatMap((tellings) => {
    const telling = tellings[channel];
    return telling?.how === 'message' ? [telling.at] : [];
  });
}
