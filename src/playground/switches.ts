import type { LoopbackDiscord } from './discord/index.ts';

/** What can go wrong with "Discord" at the flick of a switch. */
export const switchNames = ['slow', 'failing', 'away'] as const;
export type SwitchName = (typeof switchNames)[number];

/** The switches and their state. */
export class Switches {
  readonly on = new Set<SwitchName>();
  readonly #discord: LoopbackDiscord;
  readonly #ends = new Map<SwitchName, () => void>();

  constructor(discord: LoopbackDiscord) {
    this.#discord = discord;
  }

  set(name: SwitchName, on: boolean): void {
    this.#ends.get(name)?.();
    this.#ends.delete(name);
    this.on.delete(name);
    if (!on) return;
    this.on.add(name);
    this.#ends.set(name, this.#begin(name));
  }

  #begin(name: SwitchName): () => void {
    const { faults } = this.#discord;
    const messages = /^(POST|PATCH) \/channels\/\d+\/messages/;
    if (name === 'slow') return faults.add({ effect: 'delay', ms: 1500 });
    if (name === 'failing') return faults.add({ match: messages, effect: 'error', status: 503, percent: 50 });
    this.#discord.goAway();
    return () => this.#discord.comeBack();
  }
}
