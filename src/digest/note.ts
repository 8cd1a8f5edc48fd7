/** That the digest of a channel and local date was taken in hand; it is so once. */
export interface DigestNote {
  /** UTC milliseconds. */
  readonly due: number;
  /** Until when it tells the news (UTC ms). */
  readonly to: number;
}

/** 30 days (ms). */
export const noteLifetime = 30 * 24 * 3_600_000;

export function digestKey(channel: string, date: string): string {
  return `${channel}/${date}`;
}
