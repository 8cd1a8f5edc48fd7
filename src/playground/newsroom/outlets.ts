/** A feed of the playground. */
export interface Outlet {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
}

/** The playground's own outlets. Their names say that nothing in them is news. */
export const sampleOutlets: readonly Outlet[] = [
  { id: 'sample-wire', title: 'Sample Wire', lang: 'en' },
  { id: 'sample-daily', title: 'Sample Daily', lang: 'en' },
  { id: 'sample-urdu', title: 'Sample Urdu Service', lang: 'ur' },
];

/** What an outlet is given to carry. */
export interface Story {
  /** Names it within its outlet; an item published again under its slug replaces the earlier one. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Where its page is; a page of the playground's own if left out. */
  readonly link?: string;
}

/** One item as an outlet carries it. */
export interface Item extends Required<Story> {
  /** UTC ms. */
  readonly published: number;
}
