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
  /** Of each report side by side: when it was last found, and what it had in common with the profile then. */
  #found = new Float64Array(foundFields * firstRoom);
  #look = 0;

  add(report: Report, story: string, traits: Traits, profile = profileOf(traits)): Compared {
    const added: Compared = { report, story, traits, profile, live: true, words: 0, bridges: 0 };
    this.#reports.push(added);
    const words = this.#note(profile.words, this.#wordsOf(profile.language));
    this.#traits.push([words, this.#note(profile.bridges, this.#bridges)]);
    if (foundFields * this.#reports.length > this.#found.length) this.#grow();
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
    const marks = this.#found;
    let left = followed;
    for (const { isWord, reports, weights, weight } of sought) {
      const common = isWord ? commonWords : commonBridges;
      // What few reports have tells most where not all is followed.
      const rarity = isBounded ? Math.log1p(this.#reports.length / reports.length) : 1;
      for (let at = reports.length - 1; at >= 0 && left > 0; at -= 1, left -= 1) {
        const mark = foundFields * reports[at]!;
        if (marks[mark] !== this.#look) {
          marks[mark] = this.#look;
          marks[mark + commonWords] = 0;
          marks[mark + commonBridges] = 0;
          found.push(reports[at]!);
        }
        marks[mark + common]! += rarity * Math.min(weight, weights[at]!);
      }
      if (left === 0) break;
    }
    return this.#mostAlike(found).map((report) => {
      const one = this.#reports[report]!;
      const [ownWords, ownBridges] = this.#traits[report]!;
      // What was found by rare traits alone has more in common.
      const mark = foundFields * report;
      one.words = isBounded ? this.#inCommon(ownWords, one.profile.words) : marks[mark + commonWords]!;
      one.bridges = isBounded
        ? this.#inCommon(ownBridges, one.profile.bridges)
        : marks[mark + commonBridges]!;
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

  /** Of the reports found those with most in common, as far as is known; of equals the first. */
  #mostAlike(found: readonly number[]): number[] {
    const commonOf = (report: number): number =>
      this.#found[foundFields * report + commonWords]! + this.#found[foundFields * report + commonBridges]!;
    const nearest: number[] = [];
    for (const report of found) {
      const common = commonOf(report);
      let at = nearest.length;
      while (at > 0 && common > commonOf(nearest[at - 1]!)) at -= 1;
      // What is no longer compared is still found; the reports themselves lie apart, and few are looked at.
      if (at === most || !this.#reports[report]!.live) continue;
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
    const wider = new Float64Array(2 * this.#found.length);
    wider.set(this.#found);
    this.#found = wider;
  }
}

/** What is kept of a report that was found. */
const [foundFields, commonWords, commonBridges] = [3, 1, 2];
/** Reports that there is room for at first. */
const firstRoom = 256;
