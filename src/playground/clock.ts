import { EventEmitter } from 'node:events';

const hour = 3_600_000;

/** Where the page's buttons move the clock; `digest` is when the bot says that the next one is due. */
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

  move(to: Exclude<Move, 'digest'>): void {
    this.moveTo(to === 'hour' ? this.now() + hour : Date.now());
  }
}
