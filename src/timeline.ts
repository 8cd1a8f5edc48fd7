/** A calendar day, YYYY-MM-DD. */
type Day = string;

/** What the picture of a stretch of time shows; the picture itself is drawn elsewhere. */
export interface Timeline {
  /** For example: Pakistan and the TTP, 1 November 2021 to 31 December 2022. */
  readonly title: string;
  /** First and last day shown, both included. Bars may reach beyond. */
  readonly from: Day;
  readonly to: Day;
  /** Oldest first. */
  readonly bars: readonly TimelineBar[];
  /** Oldest first. */
  readonly marks: readonly TimelineMark[];
  /** The same in words; at most 1,024 characters. */
  readonly alt: string;
}

/** One ceasefire. Every day is the last or first day on which it held, included. */
export interface TimelineBar {
  readonly label: string;
  /** First day on which all documents let it hold. */
  readonly start: Day;
  /** Documents that differ or are vague let it begin as early as this: drawn uncertain up to `start`. */
  readonly earliestStart?: Day;
  /** Last day on which a document says that it held: drawn full up to here. */
  readonly held: Day;
  /** Last planned day, beyond `held`: drawn lighter up to here. */
  readonly plannedEnd?: Day;
  /** Last day before the documented end, where one is documented: nothing held after it. */
  readonly end?: Day;
  /** The documents' ends conflict, and it may have held as late as this: drawn uncertain after `end`. */
  readonly latestEnd?: Day;
  /** Without term and without a documented end: fades out after `held`. */
  readonly openEnded: boolean;
  /** Of one place only, not of the whole dyad. */
  readonly local: boolean;
  /** The documents' dates conflict. */
  readonly disputed: boolean;
}

/** As the documents call it: of a killing or an operation none says that it was an attack or a strike. */
export type MarkKind = 'talks' | 'attack' | 'killing' | 'strike' | 'operation';

export interface TimelineMark {
  /** The day, or the first on which it may have been. */
  readonly date: Day;
  /** The last day on which it may have been, where no document gives the day: drawn hollow over that time. */
  readonly until?: Day;
  readonly kind: MarkKind;
  readonly label: string;
}
