import { openingAt } from './openings.ts';
import { gapSteps, isOfWord, type Steps, space, stepKinds } from './pattern-steps.ts';

const { end, ending, gap, option, jump, ahead } = stepKinds;

/** How a word may begin that must follow, and how many words ahead it stands at most. */
interface Follower {
  readonly opening: number;
  readonly reach: number;
}

/** Openings are noted in sets of this many bits, by numbers of 16. */
const bits = 256;
const perNumber = 16;
/** Steps that looking ahead takes: what it is, how far, and the set. */
export const aheadSteps = 2 + bits / perNumber;
const openingLetters = 3;
/** More openings would hardly turn a text away. */
const mostOpenings = 100;

const bitOf = (opening: number): number => (opening ^ (opening >>> 8)) & (bits - 1);

/** A step that looks ahead for what steps need behind a word; none if they may need nothing, or it cannot be told. */
export function lookAhead(steps: Steps): Steps {
  const followers = behindWord(steps, 0);
  if (!followers || followers.length > mostOpenings) return [];
  const set = Array<number>(bits / perNumber).fill(0);
  for (const { opening } of followers) {
    const bit = bitOf(opening);
    set[Math.floor(bit / perNumber)]! |= 1 << (bit % perNumber);
  }
  return [ahead, Math.max(0, ...followers.map(({ reach }) => reach)), ...set];
}

/** Whether one of the next words begins as the step at a place needs, behind a space of the text; linear in those words. */
export function mayFollow(steps: Uint16Array, step: number, units: Uint16Array, at: number): boolean {
  let word = at + 1;
  for (let left = steps[step + 1]!; left > 0 && isOfWord(units[word]!); left -= 1) {
    const bit = bitOf(openingAt(units, word));
    if ((steps[step + 2 + (bit >>> 4)]! & (1 << (bit & 15))) !== 0) return true;
    while (isOfWord(units[word]!)) word += 1;
    if (units[word] !== space) return false;
    word += 1;
  }
  return false;
}

/** All that any of several ways needs; undefined if one cannot be told. */
function anyOf<T>(...ways: readonly (readonly T[] | undefined)[]): T[] | undefined {
  return ways.includes(undefined) ? undefined : ways.flatMap((way) => way!);
}

/** What steps need that are taken where a word of the text has ended. */
function behindWord(steps: Steps, at: number): Follower[] | undefined {
  const [step, next] = [steps[at]!, steps[at + 1]!];
  if (step > space) return [];
  if (step === space) {
    const parted = atWord(steps, at + 1, 1);
    return next > space ? parted : anyOf(parted, behindWord(steps, at + 1));
  }
  if (step === option) return anyOf(behindWord(steps, at + 2), behindWord(steps, at + next));
  if (step === jump) return behindWord(steps, at + next);
  if (step === ending) return behindWord(steps, at + 1);
  return step === gap ? behindWord(steps, at + gapSteps) : undefined;
}

/** The same where a word begins that is the one of that number behind it. */
function atWord(steps: Steps, at: number, reach: number): Follower[] | undefined {
  const [step, next] = [steps[at]!, steps[at + 1]!];
  if (step > space) return openingsOf(steps, at, [])?.map((opening) => ({ opening, reach }));
  if (step === space) return atWord(steps, next === gap ? at + 1 + gapSteps : at + 1, reach);
  if (step === option) return anyOf(atWord(steps, at + 2, reach), atWord(steps, at + next, reach));
  if (step === jump) return atWord(steps, at + next, reach);
  if (step === gap) return atWord(steps, at + gapSteps, reach + next);
  return step === end ? [] : undefined;
}

/** How a word may go on behind its first letters. */
function openingsOf(steps: Steps, at: number, letters: readonly number[]): number[] | undefined {
  if (letters.length === openingLetters) return [openingAt(Uint16Array.from(letters), 0)];
  const [step, next] = [steps[at]!, steps[at + 1]!];
  if (step > space) return openingsOf(steps, at + 1, [...letters, step]);
  if (step === space) {
    // It may be missing, and a gap with it.
    const joined = openingsOf(steps, next === gap ? at + 1 + gapSteps : at + 1, letters);
    return anyOf(joined, openingsOf(steps, at + 1, [...letters, space]));
  }
  if (step === option)
    return anyOf(openingsOf(steps, at + 2, letters), openingsOf(steps, at + next, letters));
  if (step === jump) return openingsOf(steps, at + next, letters);
  return step === end && letters.length === openingLetters - 1
    ? openingsOf(steps, at, [...letters, space])
    : undefined;
}
