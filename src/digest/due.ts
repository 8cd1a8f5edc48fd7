import { Temporal } from 'temporal-polyfill';
import type { DigestSetting } from '../alerts/guild.ts';

/** A digest that is due: for which local date (YYYY-MM-DD), and since when (UTC ms). */
export interface DueDigest {
  readonly date: string;
  readonly due: number;
}

/** How long after its time (ms) a digest is still posted, marked as late. After that the next one covers it. */
export const grace = 6 * 3_600_000;

type When = Pick<DigestSetting, 'time' | 'timeZone' | 'since'>;

/**
 * The digest that should be out by `now` (UTC ms), whether it is or not: the newest one whose time has come,
 * unless that is more than six hours ago or was before the digest was set.
 */
export function dueDigest(setting: When, now: number): DueDigest | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(setting.timeZone)
    .toPlainDate();
  for (const date of [today, today.subtract({ days: 1 })]) {
    const due = dueAt(date, setting);
    if (due === undefined || due > now) continue;
    if (now - due > grace || due < setting.since) return undefined;
    return { date: date.toString(), due };
  }
  return undefined;
}

/** When the next digest after `now` is due (UTC ms). */
export function nextDue(setting: When, now: number): number {
  let date = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(setting.timeZone).toPlainDate();
  for (;;) {
    const due = dueAt(date, setting);
    if (due !== undefined && due > now && due >= setting.since) return due;
    date = date.add({ days: 1 });
  }
}

/**
 * When the digest of a local date is due (UTC ms). A time that exists twice means the first; one that is skipped
 * means as long after the skip, or before it where after would be another date. Undefined: the zone skips the date.
 */
function dueAt(date: Temporal.PlainDate, { time, timeZone }: When): number | undefined {
  const local = date.toPlainDateTime(time);
  for (const disambiguation of ['compatible', 'earlier'] as const) {
    const moment = local.toZonedDateTime(timeZone, { disambiguation });
    if (moment.toPlainDate().equals(date)) return moment.epochMilliseconds;
  }
  return undefined;
}
