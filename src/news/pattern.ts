import { aheadSteps, lookAhead, mayFollow } from './look-ahead.ts';
import { normalise } from './normalise.ts';
import { gapSteps, isOfWord, type Steps, space as spaceStep, stepKinds } from './pattern-steps.ts';

export type { Steps };

// Faster to use than what is imported.
const { end, ending, gap, option, jump, ahead } = stepKinds;
const space: number = spaceStep;
const none = -1;

/** Letters that may follow a stem. */
export const endingLength = 12;
/** Words in a gap without a number. */
const gapWords = 3;

/** Compiles terms, the first of which counts that fits: `*` is any ending, `(a|b|)` alternatives, `~2` up to two words. */
export function compilePatterns(terms: readonly string[]): Steps {
  const options = terms.map((term) => [...stepsOf(term), end]);
  const [first, ...others] = options;
  // What all begin with is matched once.
  let alike = 0;
  while (first![alike]! > space && others.every((one) => one[alike] === first![alike])) alike += 1;
  const rest = either(options.map((one) => one.slice(alike)));
  return [...first!.slice(0, alike), ...lookAhead(rest), ...rest];
}

function stepsOf(term: string): Steps {
  const [, before, options, behind] = /^([^(]*)\(([^)]*)\)(.*)$/u.exec(term) ?? [];
  if (options === undefined) return term.split(/(\*|~\d?)/).flatMap(plainSteps);
  return [
    before!.split(/(\*|~\d?)/).flatMap(plainSteps),
    either(options.split('|').map(stepsOf)),
    stepsOf(behind!),
  ].flat();
}

function plainSteps(part: string): Steps {
  if (part === '*') return [ending];
  if (part.startsWith('~')) return [gap, Number(part.slice(1) || gapWords)];
  const text = fold(part);
  const padded = text === '' ? part.slice(0, 1) : part;
  const before = /^[ -]/.test(padded) ? ' ' : '';
  const behind = text !== '' && /[ -]$/.test(padded) ? ' ' : '';
  return Array.from({ length: before.length + text.length + behind.length }, (_, at) =>
    (before + text + behind).charCodeAt(at),
  );
}

function either(options: readonly Steps[]): Steps {
  const steps = [...options.at(-1)!];
  for (const one of options.slice(0, -1).reverse())
    steps.unshift(option, one.length + 4, ...one, jump, steps.length + 2);
  return steps;
}

/** A piece of a term, folded as texts are. */
export const fold = (piece: string): string =>
  normalise(piece).replace(/[.,]/g, '').trim().replace(/ +/g, ' ');

/**
 * Where the text ends that steps match from a place of normalised units on, or -1. Of several it is that with the longest
 * gaps and endings, then with the first options.
 */
export function endOf(steps: Uint16Array, from: number, units: Uint16Array, start: number): number {
  let at = start;
  for (let step = from; ; ) {
    const one = steps[step]!;
    const next = steps[step + 1]!;
    if (one > space) {
      if (units[at] !== one) return none;
      at += 1;
      step += 1;
    } else if (one === space) {
      step += 1;
      // "End ~2 talks" is not in "endorse talks": a gap begins with a word.
      if (units[at] !== space) {
        if (next === gap) step += gapSteps;
        continue;
      }
      if (next <= space) {
        const found = endOf(steps, step, units, at + 1);
        if (found !== none) return found;
      } else at += 1;
    } else if (one === option) {
      const first = steps[step + 2]!;
      const found = first > space && first !== units[at] ? none : endOf(steps, step + 2, units, at);
      if (found !== none) return found;
      step += next;
    } else if (one === jump) step += next;
    else if (one === gap) return endBehindGap(next, steps, step + gapSteps, units, at);
    else if (one === ending) return endBehindEnding(steps, step + 1, units, at);
    else if (one === ahead) {
      // Most texts end here. A word that goes on may be one with what follows.
      if (units[at] === space && !mayFollow(steps, step, units, at)) return none;
      step += aheadSteps;
    } else return units[at] === space ? at : none;
  }
}

function endBehindEnding(steps: Uint16Array, step: number, units: Uint16Array, at: number): number {
  let to = at;
  while (to - at < endingLength && isOfWord(units[to]!)) to += 1;
  for (; to >= at; to -= 1) {
    if (!mayStand(steps, step, units, to)) continue;
    const found = endOf(steps, step, units, to);
    if (found !== none) return found;
  }
  return none;
}

function endBehindGap(
  words: number,
  steps: Uint16Array,
  step: number,
  units: Uint16Array,
  at: number,
): number {
  let to = at;
  if (words > 0) while (isOfWord(units[to]!)) to += 1;
  const found = to > at && units[to] === space ? endBehindGap(words - 1, steps, step, units, to + 1) : none;
  return found === none && mayStand(steps, step, units, at) ? endOf(steps, step, units, at) : found;
}

/** Whether the first letter of what is to follow stands at a place, as far as that is plain: most places end here. */
function mayStand(steps: Uint16Array, step: number, units: Uint16Array, at: number): boolean {
  const isSpace = steps[step] === space;
  const letter = steps[isSpace ? step + 1 : step]!;
  return letter <= space || units[isSpace && units[at] === space ? at + 1 : at] === letter;
}
