import { expect, test } from 'vitest';
import { botIdOf } from '../../src/discord/bot-id.ts';
import { userAgent } from '../../src/feeds/user-agent.ts';

test('a token says whose it is, and the User-Agent names that bot where no operator is set', () => {
  const token = `${Buffer.from('900000000000000001').toString('base64url')}.a.b`;
  expect(botIdOf(token)).toBe('900000000000000001');
  expect(userAgent('1.0.0', botIdOf(token))).toBe(
    'Trucewatch/1.0.0 (+https://discord.com/users/900000000000000001)',
  );
});

test('what is no token names nobody', () => {
  expect(botIdOf('bench')).toBeUndefined();
  expect(botIdOf('')).toBeUndefined();
  expect(userAgent('1.0.0', undefined)).toBe('Trucewatch/1.0.0 (a Discord bot)');
});
