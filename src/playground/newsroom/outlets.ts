/** The playground's own outlets. Their names say that nothing in them is news. */
export const outlets = [
  { id: 'sample-wire', title: 'Sample Wire', lang: 'en' },
  { id: 'sample-daily', title: 'Sample Daily', lang: 'en' },
  { id: 'sample-urdu', title: 'Sample Urdu Service', lang: 'ur' },
] as const;

export type OutletId = (typeof outlets)[number]['id'];

/** One item as an outlet carries it. */
export interface Item {
  /** Names it within its outlet; an item published again under its slug replaces the earlier one. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** UTC ms. */
  readonly published: number;
}
