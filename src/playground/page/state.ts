import type { Published } from '../desk.ts';
import type { Outlet } from '../newsroom/outlets.ts';
import type { Sample } from '../newsroom/samples.ts';
import type { Scene } from '../scene.ts';
import type { SwitchName } from '../switches.ts';

/** What the page shows beside the messages; sent as JSON at every change. */
export interface PageState {
  readonly scene: Scene;
  readonly bot: {
    readonly id: string;
    readonly name: string;
    readonly running: boolean;
    readonly online: boolean;
  };
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly outlets: readonly Outlet[];
  /** How many ms the bot's clock is ahead of the system's. */
  readonly ahead: number;
  readonly samples: readonly Sample[];
  readonly published: readonly Published[];
  readonly switches: readonly SwitchName[];
}
