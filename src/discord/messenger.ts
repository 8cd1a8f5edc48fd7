import { type APIMessage, type APIRole, type APIUser, type REST, Routes, SnowflakeUtil } from 'discord.js';
import type { Messenger } from '../alerts/messenger.ts';
import { deliveryFailure } from './delivery-failure.ts';
import { messageBody } from './message-body.ts';
import { keepApart, keepRate } from './spacing.ts';

/** What Discord allows a bot in all. */
const globalLimit = { limit: 50, window: 1000 };

/**
 * Discord allows about five creates, and apart from them five edits, in 5 s and channel. Evenly spaced they keep that
 * also over the end of a process, whose successor knows nothing of them.
 */
const channelGap = 1000;

const pageSize = 100;

/** Posts and edits over REST, within the global limit; discord.js keeps the limits of each route. */
export function createMessenger(rest: REST): Messenger {
  const inTurn = keepRate(globalLimit);
  const apart = keepApart(channelGap);
  let me: Promise<string> | undefined;

  async function send<T>(request: () => Promise<unknown>): Promise<T> {
    try {
      return (await inTurn(request)) as T;
    } catch (error) {
      throw deliveryFailure(error);
    }
  }

  function ownId(): Promise<string> {
    me ??= send<APIUser>(() => rest.get(Routes.user())).then(({ id }) => id);
    me.catch(() => {
      me = undefined;
    });
    return me;
  }

  return {
    async create(channel, reply, nonce, replyTo) {
      const { body, files } = messageBody(reply);
      const reference = replyTo && { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
      const { id, mention_roles } = await apart(`create ${channel}`, () =>
        send<APIMessage>(() =>
          rest.post(Routes.channelMessages(channel), {
            body: { ...body, ...reference, nonce, enforce_nonce: true },
            files,
          }),
        ),
      );
      return { id, mentioned: !reply.mentionRole || mention_roles.includes(reply.mentionRole) };
    },

    async edit(channel, message, reply) {
      const { body, files } = messageBody(reply);
      await apart(`edit ${channel}`, () =>
        send(() =>
          rest.patch(Routes.channelMessage(channel, message), { body: { content: null, ...body }, files }),
        ),
      );
    },

    async find(channel, since, idPrefix) {
      const author = await ownId();
      let after = SnowflakeUtil.generate({ timestamp: since, increment: 0n }).toString();
      while (true) {
        const query = new URLSearchParams({ after, limit: String(pageSize) });
        const page = await send<APIMessage[]>(() => rest.get(Routes.channelMessages(channel), { query }));
        const found = page.find((message) => message.author.id === author && hasButton(message, idPrefix));
        if (found) return found.id;
        if (page.length < pageSize) return undefined;
        after = page
          .map(({ id }) => BigInt(id))
          .reduce((a, b) => (a > b ? a : b))
          .toString();
      }
    },

    async crosspost(channel, message) {
      await send(() => rest.post(Routes.channelMessageCrosspost(channel, message)));
    },

    async contacts(guild, user) {
      const found: string[] = [];
      const { system_channel_id } = await send<{ system_channel_id: string | null }>(() =>
        rest.get(Routes.guild(guild)),
      );
      if (system_channel_id) found.push(system_channel_id);
      const direct = await send<{ id: string }>(() =>
        rest.post(Routes.userChannels(), { body: { recipient_id: user } }),
      );
      return [...found, direct.id];
    },

    async hasRole(guild, role) {
      const roles = await send<APIRole[]>(() => rest.get(Routes.guildRoles(guild)));
      return roles.some(({ id }) => id === role);
    },
  };
}

function hasButton({ components = [] }: APIMessage, idPrefix: string): boolean {
  return components.some(
    (row) =>
      'components' in row &&
      row.components.some((each) => 'custom_id' in each && each.custom_id.startsWith(idPrefix)),
  );
}
