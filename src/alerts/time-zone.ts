import { Temporal } from 'temporal-polyfill';
import type { Choice } from '../command.ts';
import { UserError } from '../command.ts';

/** @returns HH:MM of a 24-hour time such as 8:00 or 22:30. @throws {UserError} */
export function parseTime(text: string): string {
  const [, hour, minute] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text) ?? [];
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59)
    throw new UserError(`“${text.slice(0, 20)}” is no time; write it like 08:00 or 22:30 (24 hours).`);
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** @returns the zone's IANA id as the runtime spells it. @throws {UserError} */
export function parseTimeZone(text: string): string {
  const name = text.trim();
  try {
    // A bare offset has no daylight saving: it would be right for half a year only.
    if (/^[A-Za-z]/.test(name))
      return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {}
  throw new UserError(
    `“${name.slice(0, 40)}” is no time zone; write one like Asia/Karachi or Europe/Berlin (the option completes).`,
  );
}

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** At most 25 zones whose name holds what was typed, those that start with it first. */
export function proposeTimeZones(typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const rank = (zone: string) => {
    const name = zone.toLowerCase();
    if (name.startsWith(wanted) || name.split('/').at(-1)?.startsWith(wanted)) return 0;
    return name.includes(wanted) ? 1 : 2;
  };
  return zones
    .map((zone) => ({ zone, rank: rank(zone) }))
    .filter((ranked) => ranked.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 25)
    .map(({ zone }) => ({ name: zone, value: zone }));
}
