import type { Traits } from './signature.ts';
import { type Common, type Profile, profileOf, type Weighted } from './similarity.ts';
import type { Report } from './story.ts';

/** A report that items are compared with. */
export interface Compared {
  /** As it is now, and its story's id. */
  report: Report;
  readonly story: string;
  readonly traits: Traits;
  readonly profile: Profile;
  /** False once it is not to be compared any more. */
  live: boolean;
  // What it has in common with the profile that was last looked for.
  words: number;
  bridges: number;
  looked: number;
}

/** The last occurrence of each trait. */
type Last = Map<string, number>;

/** Occurrences that are followed for one item; where there are more, the rarest traits come first. */
const followed = 5_000;
/** Reports that are then compared in full. */
const comparedInFull = 50;

/**
 * Reports by their traits, so that an item is compared with those it has something in common with, not with all of its
 * days. Traits that many reports have tell least: where there are too many occurrences to follow, the rare ones decide
 * what is compared, so that an item costs a bounded number of steps however busy the week.
 */
export class ReportIndex {
  readonly #reports: Compared[] = [];
  /** Words compare within a language only. */
  readonly #words = new Map<string, Last>();
  readonly #bridges: Last = new Map();
  /** Of each occurrence of a trait: its report, its weight, the occurrence before it, and how many there are with it. */
  #report = new Int32Array(firstRoom);
  #weight = new Float64Array(firstRoom);
  #before = new Int32Array(firstRoom);
  #count = new Int32Array(firstRoom);
  #size = 0;
  #look = 0;

  add(report: Report, story: string, traits: Traits, profile = profileOf(traits)): Compared {
    const added: Compared = { report, story, traits, profile, live: true, words: 0, bridges: 0, looked: 0 };
    this.#reports.push(added);
    this.#note(profile.words, this.#wordsOf(profile.language));
    this.#note(profile.bridges, this.#bridges);
    return added;
  }

  /** Reports that have traits in common with a profile, and how much. */
  alike(profile: Profile): Compared[] {
    this.#look += 1;
    const sought: Sought[] = [];
    this.#seek(profile.words, this.#wordsOf(profile.language), 'words', sought);
    this.#seek(profile.bridges, this.#bridges, 'bridges', sought);
    const isBounded = sought.reduce((sum, { count }) => sum + count, 0) > followed;
    if (isBounded) sought.sort((a, b) => a.count - b.count);
    const found: Compared[] = [];
    let left = followed;
    for (const { last, count, weight, side } of sought) {
      left -= count;
      if (left < 0 && found.length > 0) break;
      for (let at = last; at !== none; at = this.#before[at]!) {
        const report = this.#reports[this.#report[at]!]!;
        if (!report.live) continue;
        if (report.looked !== this.#look) {
          report.looked = this.#look;
          report.words = 0;
          report.bridges = 0;
          found.push(report);
        }
        report[side] += Math.min(weight, this.#weight[at]!);
      }
    }
    return isBounded ? inFull(profile, found) : found;
  }

  #wordsOf(language: string): Last {
    const words = this.#words.get(language) ?? new Map();
    this.#words.set(language, words);
    return words;
  }

  #seek({ values, weights }: Weighted, traits: Last, side: keyof Common, sought: Sought[]): void {
    for (let at = 0; at < values.length; at += 1) {
      const last = traits.get(values[at]!);
      if (last !== undefined) sought.push({ last, count: this.#count[last]!, weight: weights[at]!, side });
    }
  }

  /** Notes the traits of the report that was added last. */
  #note({ values, weights }: Weighted, traits: Last): void {
    if (this.#size + values.length > this.#report.length) this.#grow(values.length);
    for (let at = 0; at < values.length; at += 1) {
      const before = traits.get(values[at]!) ?? none;
      const place = this.#size;
      this.#size += 1;
      this.#report[place] = this.#reports.length - 1;
      this.#weight[place] = weights[at]!;
      this.#before[place] = before;
      this.#count[place] = before === none ? 1 : this.#count[before]! + 1;
      traits.set(values[at]!, place);
    }
  }

  #grow(by: number): void {
    const room = 2 * this.#report.length + by;
    const wider = <A extends Int32Array | Float64Array>(array: A, made: A): A => {
      made.set(array);
      return made;
    };
    this.#report = wider(this.#report, new Int32Array(room));
    this.#weight = wider(this.#weight, new Float64Array(room));
    this.#before = wider(this.#before, new Int32Array(room));
    this.#count = wider(this.#count, new Int32Array(room));
  }
}

const none = -1;
/** Occurrences that there is room for at first. */
const firstRoom = 1_024;

interface Sought {
  readonly last: number;
  readonly count: number;
  readonly weight: number;
  readonly side: keyof Common;
}

/** Of reports that were found by rare traits those that have most of them, with all that they have in common. */
function inFull(profile: Profile, found: Compared[]): Compared[] {
  const most = found.sort((a, b) => b.words + b.bridges - a.words - a.bridges).slice(0, comparedInFull);
  const [words, bridges] = [weightsOf(profile.words), weightsOf(profile.bridges)];
  for (const report of most) {
    const isReadable = report.profile.language === profile.language;
    report.words = isReadable ? inCommon(words, report.profile.words) : 0;
    report.bridges = inCommon(bridges, report.profile.bridges);
  }
  return most;
}

const weightsOf = ({ values, weights }: Weighted): Map<string, number> =>
  new Map(values.map((value, at) => [value, weights[at]!]));

function inCommon(of: ReadonlyMap<string, number>, { values, weights }: Weighted): number {
  let common = 0;
  for (const [at, value] of values.entries()) common += Math.min(of.get(value) ?? 0, weights[at]!);
  return common;
}
