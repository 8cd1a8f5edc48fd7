import type { Traits } from './signature.ts';
import { type Profile, profileOf, type Weighted } from './similarity.ts';
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
}

/** The reports that have a trait, by their numbers in the index, each with its weight there. */
interface Posting {
  readonly isWord: boolean;
  readonly reports: number[];
  readonly weights: number[];
  /** Its weight in the profile that was last looked for with it, and when that was. */
  weight: number;
  looked: number;
}
type Postings = Map<string, Posting>;

/** Occurrences that are followed for one item; where there are more, the rarest traits come first, then the latest. */
const followed = 500;
/** Reports that an item is then compared with. */
const most = 16;

/**
 * Reports by their traits, so that an item is compared with those it has most in common with, not with all of its
 * days. Traits that many reports have tell least: where there are too many occurrences to follow, the rare ones decide
 * what is compared, so that an item costs a bounded number of steps however busy the week.
 */
export class ReportIndex {
  readonly #reports: Compared[] = [];
  /** The traits of each report: its words, then what bridges languages. */
  readonly #traits: (readonly [words: readonly Posting[], bridges: readonly Posting[]])[] = [];
  /** Words compare within a language only. */
  readonly #words = new Map<string, Postings>();
  readonly #bridges: Postings = new Map();
  // What each report has in common with the profile that was last looked for, and when it was found.
  #commonWords = new Float64Array(firstRoom);
  #commonBridges = new Float64Array(firstRoom);
  #looked = new Int32Array(firstRoom);
  #look = 0;

  add(report: Report, story: string, traits: Traits, profile = profileOf(traits)): Compared {
    const added: Compared = { report, story, traits, profile, live: true, words: 0, bridges: 0 };
    this.#reports.push(added);
    const words = this.#note(profile.words, this.#wordsOf(profile.language));
    this.#traits.push([words, this.#note(profile.bridges, this.#bridges)]);
    if (this.#reports.length > this.#looked.length) this.#grow();
    return added;
  }

  /** The reports that have most in common with a profile, and how much. */
  alike(profile: Profile): Compared[] {
    this.#look += 1;
    const sought: Posting[] = [];
    const occurrences =
      this.#seek(profile.words, this.#wordsOf(profile.language), sought) +
      this.#seek(profile.bridges, this.#bridges, sought);
    const isBounded = occurrences > followed;
    if (isBounded) sought.sort((a, b) => a.reports.length - b.reports.length);
    const found: number[] = [];
    let left = followed;
    for (const { isWord, reports, weights, weight } of sought) {
      const common = isWord ? this.#commonWords : this.#commonBridges;
      // What few reports have tells most where not all is followed.
      const rarity = isBounded ? Math.log1p(this.#reports.length / reports.length) : 1;
      for (let at = reports.length - 1; at >= 0 && left > 0; at -= 1, left -= 1) {
        const report = reports[at]!;
        if (this.#looked[report] !== this.#look) this.#find(report, found);
        common[report]! += rarity * Math.min(weight, weights[at]!);
      }
      if (left === 0) break;
    }
    return this.#mostAlike(found).map((report) => {
      const one = this.#reports[report]!;
      const [ownWords, ownBridges] = this.#traits[report]!;
      // What was found by rare traits alone has more in common.
      one.words = isBounded ? this.#inCommon(ownWords, one.profile.words) : this.#commonWords[report]!;
      one.bridges = isBounded
        ? this.#inCommon(ownBridges, one.profile.bridges)
        : this.#commonBridges[report]!;
      return one;
    });
  }

  /** Adds the traits of a profile that reports have to those that are sought; how often they occur. */
  #seek({ values, weights }: Weighted, postings: Postings, sought: Posting[]): number {
    let occurrences = 0;
    for (let at = 0; at < values.length; at += 1) {
      const posting = postings.get(values[at]!);
      if (!posting) continue;
      posting.weight = weights[at]!;
      posting.looked = this.#look;
      sought.push(posting);
      occurrences += posting.reports.length;
    }
    return occurrences;
  }

  #inCommon(postings: readonly Posting[], { weights }: Weighted): number {
    let common = 0;
    for (let at = 0; at < postings.length; at += 1) {
      const { looked, weight } = postings[at]!;
      if (looked === this.#look) common += Math.min(weight, weights[at]!);
    }
    return common;
  }

  #find(report: number, found: number[]): void {
    this.#looked[report] = this.#look;
    this.#commonWords[report] = 0;
    this.#commonBridges[report] = 0;
    if (this.#reports[report]!.live) found.push(report);
  }

  /** Of the reports found those with most in common, as far as is known; of equals the first. */
  #mostAlike(found: readonly number[]): number[] {
    const commonOf = (report: number): number => this.#commonWords[report]! + this.#commonBridges[report]!;
    const nearest: number[] = [];
    for (const report of found) {
      const common = commonOf(report);
      let at = nearest.length;
      while (at > 0 && common > commonOf(nearest[at - 1]!)) at -= 1;
      if (at === most) continue;
      if (nearest.length === most) nearest.pop();
      nearest.splice(at, 0, report);
    }
    return nearest;
  }

  #wordsOf(language: string): Postings {
    const words = this.#words.get(language) ?? new Map();
    this.#words.set(language, words);
    return words;
  }

  /** Notes traits of the report that was added last. */
  #note({ values, weights }: Weighted, postings: Postings): Posting[] {
    const isWord = postings !== this.#bridges;
    return values.map((value, at) => {
      let posting = postings.get(value);
      if (!posting) {
        posting = { isWord, reports: [], weights: [], weight: 0, looked: 0 };
        postings.set(value, posting);
      }
      posting.reports.push(this.#reports.length - 1);
      posting.weights.push(weights[at]!);
      return posting;
    });
  }

  #grow(): void {
    const room = 2 * this.#looked.length;
    const wider = <A extends Int32Array | Float64Array>(array: A, made: A): A => {
      made.set(array);
      return made;
    };
    this.#commonWords = wider(this.#commonWords, new Float64Array(room));
    this.#commonBridges = wider(this.#commonBridges, new Float64Array(room));
    this.#looked = wider(this.#looked, new Int32Array(room));
  }
}

/** Reports that there is room for at first. */
const firstRoom = 256;
