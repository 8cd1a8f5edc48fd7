import { SettingsError } from '../settings.ts';

/** A part of the work that a process may take on alone. */
export type Role = 'web' | 'poller' | 'deliverer';

/** @throws SettingsError where one process must do all. */
export function rolesOf(role: Role | 'all', redisUrl: string | undefined): ReadonlySet<Role> {
  if (role === 'all') return new Set(['web', 'poller', 'deliverer']);
  if (redisUrl === undefined) {
    throw new SettingsError(
      `ROLE is "${role}", but processes share work over Redis only: set REDIS_URL too, or leave ROLE out to do all in one process.`,
    );
  }
  return new Set([role]);
}
