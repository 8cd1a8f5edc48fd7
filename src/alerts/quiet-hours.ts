import { Temporal } from 'temporal-polyfill';
import { UserError } from '../command.ts';
import { parseTime, parseTimeZone } from './time-zone.ts';

/** Hours, local to a zone, in which nothing is posted. `from` after `to`: through midnight. */
export interface QuietHours {
  /** HH:MM. */
  readonly from: string;
  /** HH:MM. */
  readonly to: string;
  /** IANA. */
  readonly timeZone: string;
}

const form = /^\s*(\S+?)\s*(?:-|–|—|\bto\b)\s*(\S+)\s+(\S+)\s*$/i;

/** Reads for example "22:00-07:00 Asia/Karachi". @throws {UserError} with the form to use. */
export function parseQuietHours(text: string): QuietHours {
  const [, from, to, zone] = form.exec(text) ?? [];
  if (!from || !to || !zone)
    throw new UserError('Quiet hours are written like 22:00-07:00 Asia/Karachi, or off for none.');
  const hours = { from: parseTime(from), to: parseTime(to), timeZone: parseTimeZone(zone) };
  if (hours.from === hours.to)
    throw new UserError(
      'Quiet hours that start and end at the same time would never end; /alerts pause does that.',
    );
  return hours;
}

/** @returns when the quiet hours around `now` end (UTC ms), or undefined if `now` is not within them. */
export function quietUntil(hours: QuietHours, now: number): number | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(hours.timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const overnight = hours.from > hours.to;
  const within = overnight ? time >= hours.from || time < hours.to : time >= hours.from && time < hours.to;
  if (!within) return undefined;
  const endDate =
    overnight && time >= hours.from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const end = endDate.toZonedDateTime({ timeZone: hours.timeZone, plainTime: hours.to }).epochMilliseconds;
  // Around a clock change the wall time may already lie behind: then the quiet hours are over.
  return end > now ? end : undefined;
}
