import type { Settings } from '../core.ts';

/** Which message was made with which nonce, for as long as the window says. All channels share the nonces. */
export class NonceMemory {
  readonly #settings: Settings;
  readonly #known = new Map<string, { channel: string; message: string; at: number }>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  find(nonce: string): { channel: string; message: string } | undefined {
    const known = this.#known.get(nonce);
    return known && this.#settings.now() - known.at < this.#settings.nonceWindow ? known : undefined;
  }

  remember(nonce: string, channel: string, message: string): void {
    this.#known.set(nonce, { channel, message, at: this.#settings.now() });
  }
}
