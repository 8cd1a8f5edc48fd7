const msPerDay = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Days since 1970 of a calendar day, YYYY-MM-DD. @throws RangeError if there is no such day. */
export function dayNumber(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  // `parse` takes 30 February for 2 March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`not a day: ${day}`);
  }
  return time / msPerDay;
}

const dateOf = (number: number) => new Date(number * msPerDay);

/** Places days from left to right; `first` and `last` are day numbers, both shown. */
export class DayScale {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;

  constructor(first: number, last: number, left: number, right: number) {
    if (last < first) throw new RangeError('the last day is before the first');
    this.first = first;
    this.last = last;
    this.left = left;
    this.right = right;
  }

  get pixelsPerDay(): number {
    return (this.right - this.left) / (this.last - this.first + 1);
  }

  /** Where the day begins; within the picture also for days outside. */
  startOf(number: number): number {
    const x = this.left + (number - this.first) * this.pixelsPerDay;
    return Math.min(Math.max(x, this.left), this.right);
  }

  middleOf(number: number): number {
    return this.startOf(number) + this.pixelsPerDay / 2;
  }

  shows(number: number): boolean {
    return number >= this.first && number <= this.last;
  }

  /** A day as short as this scale allows: `14 May`, over more than three years `May 2022`. */
  shortDate(number: number): string {
    const date = dateOf(number);
    const month = months[date.getUTCMonth()]!;
    const long = this.last - this.first > 3 * 366;
    return long ? `${month} ${date.getUTCFullYear()}` : `${date.getUTCDate()} ${month}`;
  }
}

/** For example: May 2022. */
export function monthOf(number: number): string {
  const date = dateOf(number);
  return `${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `year` is set at the first tick of a year. */
export interface Tick {
  readonly day: number;
  readonly text: string;
  readonly year: string | undefined;
}

/** Days, months or years to write on an axis, as close as `room` pixels for each allow. */
export function ticks(scale: DayScale, room: number): Tick[] {
  const days = candidateDays(scale, room);
  let before: number | undefined;
  return days.list.map((day) => {
    const date = dateOf(day);
    const year = date.getUTCFullYear();
    const month = months[date.getUTCMonth()]!;
    const first = year !== before;
    before = year;
    if (days.unit === 'year') return { day, text: String(year), year: undefined };
    const text = days.unit === 'day' ? `${date.getUTCDate()} ${month}` : month;
    return { day, text, year: first ? String(year) : undefined };
  });
}

function candidateDays(scale: DayScale, room: number): { unit: 'day' | 'month' | 'year'; list: number[] } {
  const span = scale.last - scale.first + 1;
  if (span <= 62) {
    const step = [1, 2, 5, 7, 14, 28].find((days) => days * scale.pixelsPerDay >= room) ?? 28;
    const list: number[] = [];
    for (let day = scale.first; day <= scale.last; day += step) list.push(day);
    return { unit: 'day', list };
  }
  const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
  const step = steps.find((count) => count * 30.4 * scale.pixelsPerDay >= room) ?? 1200;
  const start = dateOf(scale.first);
  const list: number[] = [];
  for (let month = start.getUTCFullYear() * 12; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / msPerDay;
    if (day > scale.last) break;
    if (day >= scale.first) list.push(day);
  }
  return { unit: step >= 12 ? 'year' : 'month', list };
}
