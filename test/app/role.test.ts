import { describe, expect, test } from 'vitest';
import { rolesOf } from '../../src/app/role.ts';
import { SettingsError } from '../../src/settings.ts';

describe('roles', () => {
  test('one process does all, wherever the state is', () => {
    expect([...rolesOf('all', undefined)].sort()).toEqual(['deliverer', 'poller', 'web']);
    expect(rolesOf('all', 'redis://127.0.0.1')).toEqual(rolesOf('all', undefined));
  });

  test('work is shared over Redis only', () => {
    for (const role of ['web', 'poller', 'deliverer'] as const) {
      expect([...rolesOf(role, 'redis://127.0.0.1')]).toEqual([role]);
      expect(() => rolesOf(role, undefined)).toThrow(SettingsError);
      expect(() => rolesOf(role, undefined)).toThrow(/REDIS_URL/);
    }
  });
});
