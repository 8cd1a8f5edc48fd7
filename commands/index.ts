import type { AnyCommand } from '../src/command.ts';
import { type AboutServices, about } from './about.ts';
import { type ActorServices, actor } from './actor.ts';
import { type AlertsServices, alerts } from './alerts.ts';
import { type AskServices, ask } from './ask.ts';
import { type CeasefireServices, ceasefire } from './ceasefire.ts';
import { type DigestServices, digest } from './digest.ts';
import { type FeedsServices, feeds } from './feeds.ts';
import { type HelpServices, help } from './help.ts';

/** All that the commands need; each says its own part. */
export type Services = AboutServices &
  ActorServices &
  AlertsServices &
  AskServices &
  CeasefireServices &
  DigestServices &
  FeedsServices &
  HelpServices;

/** The one list of commands: registration, dispatch and /help read it, in this order. */
export const commands: readonly AnyCommand<Services>[] = [
  ceasefire,
  actor,
  ask,
  alerts,
  digest,
  feeds,
  help,
  about,
];
