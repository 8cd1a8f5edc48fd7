import { expect, test } from 'vitest';
import { freshFor, retryAfter } from '../../../src/feeds/fetch/freshness.ts';

const now = Date.UTC(2026, 0, 1);
const at = (offset: number) => new Date(now + offset).toUTCString();

test.each([
  [{ 'cache-control': 'max-age=600' }, 600_000],
  [{ 'cache-control': 'public, MAX-AGE = "600"' }, 600_000],
  [{ 'cache-control': 'max-age=600', age: '400' }, 200_000],
  [{ 'cache-control': 'max-age=600', age: '900' }, 0],
  [{ 'cache-control': 'max-age=600', age: 'old' }, 600_000],
  [{ 'cache-control': 'no-cache, max-age=600' }, undefined],
  [{ 'cache-control': 'no-store' }, undefined],
  [{ 'cache-control': 'max-age=0' }, 0],
  [{ 'cache-control': 'max-age=600', expires: at(5000) }, 600_000],
  [{ expires: at(90_000) }, 90_000],
  [{ expires: at(90_000), date: at(30_000) }, 60_000],
  [{ expires: at(-90_000) }, undefined],
  [{ expires: '0' }, undefined],
  [{ expires: 'never' }, undefined],
  [{}, undefined],
])('freshFor(%j) is %s', (headers, milliseconds) => {
  expect(freshFor(headers, now)).toBe(milliseconds);
});

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  [at(90_000), 90_000],
  [at(-90_000), 0],
  ['-5', undefined],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('retryAfter(%j) is %s', (header, milliseconds) => {
  expect(retryAfter(header, now)).toBe(milliseconds);
});
