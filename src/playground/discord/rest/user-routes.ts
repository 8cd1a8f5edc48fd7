import { unknownUser } from '../errors.ts';
import { channelPayload } from '../world/payloads.ts';
import { ok, type Route } from './route.ts';

/** Who the bot is, who others are, and how it reaches them. */
export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/@me',
    answer: 'me',
    handle: (_, { world }) =>
      ok({ ...world.bot, mfa_enabled: false, locale: 'en-US', verified: true, email: null }),
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    body: 'directChannel',
    answer: 'channel',
    handle: ({ body }, { world }) => {
      const user = world.users.get((body as { recipient_id?: string }).recipient_id ?? '');
      if (!user) throw unknownUser();
      return ok(channelPayload(world.directChannel(user.id), user));
    },
  },
  {
    method: 'GET',
    path: '/users/:user',
    answer: 'user',
    handle: ({ params }, { world }) => {
      const user = world.users.get(params.user!);
      if (!user) throw unknownUser();
      return ok(user);
    },
  },
  {
    method: 'GET',
    path: '/gateway',
    open: true,
    answer: 'gateway',
    handle: (_, core) => ok({ url: socketAddress(core.base()) }),
  },
  {
    method: 'GET',
    path: '/gateway/bot',
    answer: 'gatewayBot',
    handle: (_, core) =>
      ok({
        url: socketAddress(core.base()),
        shards: core.settings.shards,
        session_start_limit: {
          total: 1000,
          remaining: 1000,
          reset_after: 0,
          max_concurrency: core.settings.shards,
        },
      }),
  },
];

export function socketAddress(base: string): string {
  return base.replace(/^http/, 'ws');
}
