import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUseLimits } from '../../src/discord/use-limits.ts';

const limit = { burst: 3, every: 1000 };

test('in any span, no more than the burst and one for each interval', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2500 }), { maxLength: 60 }), (pauses) => {
      let now = 0;
      const limits = createUseLimits({ now: () => now });
      const used: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const next = limits.use('a', limit);
        if (next === 0) used.push(now);
        else expect(next).toBeGreaterThan(now);
      }
      for (const [i, from] of used.entries())
        for (const [j, to] of used.entries())
          if (j >= i)
            expect(j - i + 1).toBeLessThanOrEqual(limit.burst + Math.floor((to - from) / limit.every));
    }),
  );
});

test('the moment that it names is the first at which it is allowed', () => {
  let now = 5;
  const limits = createUseLimits({ now: () => now });
  for (let n = 0; n < limit.burst; n++) expect(limits.use('a', limit)).toBe(0);
  const next = limits.use('a', limit);
  now = next - 1;
  expect(limits.use('a', limit)).toBe(next);
  now = next;
  expect(limits.use('a', limit)).toBe(0);
});

test('memory is bounded: the oldest are forgotten', () => {
  const limits = createUseLimits({ now: () => 0 });
  for (let user = 0; user < 10_001; user++)
    for (let n = 0; n < limit.burst; n++) limits.use(`${user}`, limit);
  expect(limits.use('0', limit)).toBe(0);
  expect(limits.use('10000', limit)).toBeGreaterThan(0);
});
