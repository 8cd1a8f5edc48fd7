import { entry } from '../bot.ts';

/** What the run is made of; the same for the bot's process and for the test. */
export interface Plan {
  readonly apiUrl: string;
  readonly token: string;
  readonly dataDir: string;
  /** One server with these channels, all subscribed. */
  readonly guild: string;
  readonly channels: readonly string[];
  readonly stories: number;
  readonly outlets: number;
  /** UTC milliseconds at which the first story comes out. */
  readonly start: number;
  /** Milliseconds over which all reports come out. */
  readonly span: number;
  /** Milliseconds for which a nonce is trusted. */
  readonly trustedWindow: number;
  readonly lease: number;
}

/** The reports that an outlet's feed lists at a moment (UTC ms). */
export function feedAt(plan: Plan, outlet: number, now: number) {
  const step = plan.span / (plan.stories * plan.outlets);
  const listed = Array.from({ length: plan.stories }, (_, story) => story).filter(
    (story) => plan.start + (story * plan.outlets + outlet) * step <= now,
  );
  return listed.toReversed().map((story) => entry(`Event${story} truce report`, { published: plan.start }));
}
