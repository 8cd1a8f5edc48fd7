import { report } from './row.ts';

/** How many times as much; the first warms up: code that has not run yet is slow. */
export const scales = [10, 1, 10, 100] as const;

/** Reports what a unit cost (µs) at each scale: flat, or growing no faster by decade. */
export function reportGrowth(what: string, unit: string, times: readonly number[]): void {
  const [, one, ten, hundred] = times as [number, number, number, number];
  const isFlat = hundred <= one * 1.2;
  const isLogarithmic = hundred - ten <= 1.5 * Math.max(ten - one, 0.2 * one);
  report({
    what,
    floor: `${one.toFixed(1)} µs ${unit}`,
    measured: `${ten.toFixed(1)} and ${hundred.toFixed(1)} µs`,
    result: `${(hundred / one).toFixed(2)} × at 100 ×`,
    goal: 'flat within 20 %, or logarithmic',
    met: isFlat || isLogarithmic,
  });
}
