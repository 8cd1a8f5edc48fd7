import { expect, test } from 'vitest';
import { createMemoryLook } from '../../src/app/memory-at-rest.ts';

const mb = 1024 * 1024;
const minute = 60_000;

function lookAt(state: { busy: number; resident: number; now: number }) {
  let collections = 0;
  const look = createMemoryLook({
    busy: () => state.busy,
    resident: () => state.resident,
    collect: () => {
      collections += 1;
    },
    now: () => state.now,
  });
  return () => {
    look();
    return collections;
  };
}

test('garbage is collected at rest, and not while there is work', () => {
  const state = { busy: 0.5, resident: 250 * mb, now: 0 };
  const look = lookAt(state);
  expect(look()).toBe(0);
  state.busy = 0.01;
  expect(look()).toBe(1);
});

test('it is collected again when the process has grown, counted from the look after the last time', () => {
  const state = { busy: 0, resident: 250 * mb, now: 0 };
  const look = lookAt(state);
  look();
  // Its pages have gone back by now.
  Object.assign(state, { resident: 160 * mb, now: minute });
  look();
  state.now = 60 * minute;
  expect(look()).toBe(1);
  state.resident = 180 * mb;
  expect(look()).toBe(2);
});

test('however fast the process grows, ten minutes lie between two pauses', () => {
  const state = { busy: 0, resident: 100 * mb, now: 0 };
  const look = lookAt(state);
  look();
  Object.assign(state, { now: minute });
  look();
  Object.assign(state, { resident: 900 * mb, now: 9 * minute });
  expect(look()).toBe(1);
  state.now = 10 * minute;
  expect(look()).toBe(2);
});
