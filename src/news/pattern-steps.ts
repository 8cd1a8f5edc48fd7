/**
 * Phrases with gaps, as steps in one array: a letter must stand, a space may be missing, and the others are below.
 * Beside as many regular expressions this takes a fraction of the memory, and so of the time.
 */
export type Steps = readonly number[];

/** Steps that are no letters; some have numbers behind them. */
export const stepKinds = {
  /** The end of a word. */
  end: 0,
  /** Any letters up to it. */
  ending: 1,
  /** So many words or fewer. */
  gap: 2,
  /** An option, and where the next one is. */
  option: 3,
  /** Goes on so many steps further. */
  jump: 4,
  /** How far ahead one of the words stands that must follow, and how such words begin. */
  ahead: 5,
} as const;
/** A step and its number. */
export const gapSteps = 2;

export const space = 0x20;
const dot = 0x2e;

/** No space, sign or end of the text. */
export const isOfWord = (unit: number): boolean => unit > dot;
