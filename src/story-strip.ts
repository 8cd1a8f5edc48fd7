/** What the strip of the last days shows; the picture itself is drawn elsewhere. */
export interface StoryStrip {
  /** For example: Stories of the last 30 days. */
  readonly title: string;
  /** Consecutive days, oldest first. */
  readonly days: readonly StripDay[];
  /** The same in words; at most 1,024 characters. */
  readonly alt: string;
}

export interface StripDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** How many stories of each group; a group left out had none. */
  readonly stories: Readonly<Partial<Record<StripGroup, number>>>;
  /** What the dataset says of this day, drawn as a band below the columns; left out: nothing. */
  readonly state?: 'in_effect' | 'unclear' | 'ended';
}

/** Topics as the strip sums them up: about talks, a truce declared or extended, a truce ended or violated. */
export const stripGroups = ['talks', 'truce', 'breach'] as const;
export type StripGroup = (typeof stripGroups)[number];
