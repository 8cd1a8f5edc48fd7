import type { Messenger } from '../alerts/messenger.ts';
import type { InTurn, InTurnByName } from '../rate.ts';
import { deliveryFailure } from './delivery-failure.ts';
import {
  type APIMessage,
  type APIRole,
  type APIUser,
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
} from './discord-js.ts';
import { messageBody } from './message-body.ts';
import { keepApart, keepRate } from './spacing.ts';

/** What Discord allows a bot in all. */
export const globalLimit = { limit: 50, window: 1000 };

/**
 * Discord allows about five creates, and apart from them five edits, in 5 s and channel. Evenly spaced they keep that
 * also over the end of a process, whose successor knows nothing of them.
 */
export const channelGap = 1000;

const pageSize = 100;

/** How Discord's limits are kept. */
export interface Limits {
  readonly inTurn: InTurn;
  /** By channel and what is done there. */
  readonly apart: InTurnByName;
}

/** For a bot that is one process. */
export function ownLimits(): Limits {
  return { inTurn: keepRate(globalLimit), apart: keepApart(channelGap) };
}

/** Posts and edits over REST, within the limits; discord.js keeps those of each route as well. */
export function createMessenger(rest: REST, limits: Limits = ownLimits()): Messenger {
  const { inTurn, apart } = limits;
  let me: Promise<string> | undefined;

  /** @param action what is kept apart from others of its kind */
  async function send<T>(request: () => Promise<unknown>, action?: string): Promise<T> {
    const turn = () => inTurn(request);
    try {
      return (await (action === undefined ? turn() : apart(action, turn))) as T;
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
      const post = (reference?: object) =>
        send<APIMessage>(
          () =>
            rest.post(Routes.channelMessages(channel), {
              body: { ...body, ...reference, nonce, enforce_nonce: true },
              files,
            }),
          `create ${channel}`,
        );
      const reference =
        replyTo === undefined
          ? undefined
          : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
      const { id, mention_roles } = await post(reference).catch((error: unknown) => {
        // Then it stands alone.
        if (isCode(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)) return post();
        throw error;
      });
      return { id, mentioned: !reply.mentionRole || mention_roles.includes(reply.mentionRole) };
    },

    async edit(channel, message, reply) {
      const { body, files } = messageBody(reply);
      await send(
        () =>
          rest.patch(Routes.channelMessage(channel, message), { body: { content: null, ...body }, files }),
        `edit ${channel}`,
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

function isCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof Error && error.cause instanceof DiscordAPIError && error.cause.code === code;
}

function hasButton({ components = [] }: APIMessage, idPrefix: string): boolean {
  return components.some(
    (row) =>
      'components' in row &&
      row.components.some((each) => 'custom_id' in each && each.custom_id.startsWith(idPrefix)),
  );
}
