import type { Interactions } from './interactions/pending.ts';
import type { Journal } from './journal.ts';
import type { DiscordOptions, RateLimits } from './options.ts';
import type { Attachments } from './world/attachments.ts';
import type { World } from './world/world.ts';

/** What REST, gateway and people share. */
export interface Core {
  readonly world: World;
  readonly attachments: Attachments;
  readonly interactions: Interactions;
  readonly journal: Journal;
  readonly settings: Settings;
  /** `http://127.0.0.1:PORT` */
  readonly base: () => string;
  readonly verifyKey: string;
}

/** The options with their defaults; those without `readonly` can be changed while it runs. */
export interface Settings
  extends Required<Omit<DiscordOptions, 'rateLimits' | 'botPermissions' | 'nonceWindow'>> {
  readonly rateLimits: RateLimits;
  nonceWindow: number;
}
