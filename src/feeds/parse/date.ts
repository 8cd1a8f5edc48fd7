const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Minutes east of UTC. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  bst: 60,
  ist: 330,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  pkt: 300,
  aft: 270,
  irst: 210,
  sgt: 480,
  hkt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

const clock = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([ap]\.?m\.?)?`;
const zone = String.raw`\s*\(?(?:([a-z]{1,5})?\s*([+-]\d{1,2}:?\d{2}|[+-]\d{1,2})|([a-z]{1,5})(?:\/\w+)?)?\)?`;

/** 2024-05-01T10:20:30+05:00, 2024-05-01 10:20, 20240501, 2024-05, 2024 */
const iso = new RegExp(`^(\\d{4})(?:-?(\\d{1,2})(?:-?(\\d{1,2}))?)?(?:[t ]+${clock}${zone})?$`, 'i');
/** Wed, 01 May 2024 10:20:30 +0500; 1-May-24 */
const rfc = new RegExp(
  `^(?:[a-z]+\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+([a-z]{3,9})\\.?,?[\\s-]+(\\d{4}|\\d{2})(?:,?\\s*(?:at\\s+)?${clock}${zone})?$`,
  'i',
);
/** Wed May 1 10:20:30 PKT 2024 */
const asctime = new RegExp(
  `^(?:[a-z]+\\.?,?\\s+)?([a-z]{3,9})\\.?\\s+(\\d{1,2})\\s+${clock}${zone}\\s+(\\d{4})$`,
  'i',
);
/** May 1, 2024 10:20 am */
const american = new RegExp(
  `^(?:[a-z]+\\.?,?\\s+)?([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?:,?\\s*(?:at\\s+)?${clock}${zone})?$`,
  'i',
);
/** 5/1/2024 10:20 am: month first, unless that cannot be */
const slashed = new RegExp(`^(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?:,?\\s+${clock}${zone})?$`, 'i');
/** 2024/05/01 10:20 */
const slashedIso = new RegExp(`^(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?:,?\\s+${clock}${zone})?$`, 'i');

type Parts = readonly (string | undefined)[];

/**
 * Reads a date in the forms seen in feeds. A time without a zone is UTC, a day without a time its start.
 * @returns UTC milliseconds, or undefined if it is no date.
 */
export function parseDate(text: string): number | undefined {
  const date = text.trim().replace(/\s+/g, ' ');
  if (date.length < 4 || date.length > 64) return undefined;
  let m: RegExpExecArray | null;
  m = iso.exec(date);
  if (m) return moment(Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1), m.slice(4));
  m = rfc.exec(date);
  if (m) return moment(year(m[3]!), month(m[2]!), Number(m[1]), m.slice(4));
  m = asctime.exec(date);
  if (m) return moment(Number(m[10]), month(m[1]!), Number(m[2]), m.slice(3));
  m = american.exec(date);
  if (m) return moment(Number(m[3]), month(m[1]!), Number(m[2]), m.slice(4));
  m = slashedIso.exec(date);
  if (m) return moment(Number(m[1]), Number(m[2]), Number(m[3]), m.slice(4));
  m = slashed.exec(date);
  if (!m) return undefined;
  const [first, second] = [Number(m[1]), Number(m[2])];
  const [monthPart, dayPart] = first > 12 ? [second, first] : [first, second];
  return moment(Number(m[3]), monthPart, dayPart, m.slice(4));
}

/** `rest`: hour, minute, second, am or pm, zone name, offset, zone name. */
function moment(y: number, m: number, d: number, rest: Parts): number | undefined {
  const [hourText, minute, second, half, namedBefore, offset, name] = rest;
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  let hour = Number(hourText ?? 0);
  if (half) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hour > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return undefined;
  const at = Date.UTC(y, m - 1, d, hour, Number(minute ?? 0), Number(second ?? 0));
  // The offset counts, also where it stands behind "GMT".
  const east = offset ? minutesEast(offset) : (zones[(name ?? namedBefore ?? 'utc').toLowerCase()] ?? 0);
  return at - east * 60_000;
}

function minutesEast(offset: string): number {
  const digits = offset.slice(1).replace(':', '');
  const [hours, minutes] = digits.length <= 2 ? [digits, '0'] : [digits.slice(0, -2), digits.slice(-2)];
  return (offset.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function month(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function year(text: string): number {
  const value = Number(text);
  if (text.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}
