import { EventEmitter } from 'node:events';
import { digestAt } from './scene.ts';

const hour = 3_600_000;

/** Where the page's buttons move the clock. */
export const moves = ['hour', 'digest', 'now'] as const;
export type Move = (typeof moves)[number];

/**
 * The time of the playground: the system's, moved. It goes forward only, as time does: polls, edits and digests of
 * the bot are due at moments that a step back would put far ahead.
 */
export class PlaygroundClock extends EventEmitter<{ moved: [] }> {
  /** ms ahead of the system's clock; negative: behind it. */
  ahead = 0;

  /** @param start UTC ms; the system's time by default */
  constructor(start = Date.now()) {
    super();
    this.ahead = Math.round(start - Date.now());
  }

  /** UTC ms. Needs no `this`, so that it can be handed on. */
  readonly now = (): number => Date.now() + this.ahead;

  /** @param time UTC ms; earlier than now: nothing happens */
  moveTo(time: number): void {
    const by = Math.round(time - this.now());
    if (by <= 0) return;
    this.ahead += by;
    this.emit('moved');
  }

  move(to: Move): void {
    if (to === 'hour') this.moveTo(this.now() + hour);
    else if (to === 'digest') this.moveTo(this.nextDigest());
    else this.moveTo(Date.now());
  }

  /** When the digest that the opening set is due next (UTC ms). */
  nextDigest(): number {
    const today = new Date(this.now()).setUTCHours(digestAt.utcHour, 0, 0, 0);
    return today > this.now() ? today : today + 24 * hour;
  }
}
