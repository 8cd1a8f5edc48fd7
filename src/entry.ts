/** One item of a feed, normalised: what `feeds` produces and `news` reads. All text is plain (no HTML). */
export interface Entry {
  /** From guid, else link, else title; unique within its feed and stable across polls. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Absolute http(s) address, or empty if the feed gave none. */
  readonly link: string;
  /** UTC milliseconds; undefined if the feed gave no readable date. */
  readonly published: number | undefined;
  /** BCP 47, as the feed declares it. */
  readonly language: string | undefined;
}
