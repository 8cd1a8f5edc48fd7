import type { APIMessage } from 'discord-api-types/v10';
import type { BodyKind } from '../check/bodies.ts';
import type { Core } from '../core.ts';
import { invalidWebhookToken, unknownMessage, unknownWebhook } from '../errors.ts';
import { acknowledge, change, followUp } from '../interactions/callback.ts';
import type { PendingInteraction } from '../interactions/pending.ts';
import type { MessageFields } from '../world/message.ts';
import type { StoredMessage } from '../world/records.ts';
import { type Call, noContent, ok, type Route } from './route.ts';

const MESSAGE = '/webhooks/:application/:token/messages/:message';

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    open: true,
    body: callbackKind,
    answer: 'callback',
    handle: (call, core) => {
      const pending = core.interactions.byId.get(call.params.interaction!);
      const known = pending?.payload.token === call.params.token ? pending : undefined;
      acknowledge(known, call.body as Parameters<typeof acknowledge>[1], call.files, core);
      return call.query.get('with_response') === 'true' ? ok(callbackAnswer(known!)) : noContent;
    },
  },
  {
    method: 'POST',
    path: '/webhooks/:application/:token',
    open: true,
    body: 'followUp',
    answer: 'message',
    limit: 'followUp',
    handle: (call, core) =>
      ok(followUp(answered(call, core), call.body as MessageFields, call.files, core).api),
  },
  {
    method: 'GET',
    path: MESSAGE,
    open: true,
    answer: 'message',
    handle: (call, core) => ok(messageOf(answered(call, core), call).api),
  },
  {
    method: 'PATCH',
    path: MESSAGE,
    open: true,
    body: 'followUpEdit',
    answer: 'message',
    limit: 'followUp',
    handle: (call, core) => {
      const pending = answered(call, core);
      const message = messageOf(pending, call);
      return ok(change(pending, message, call.body as MessageFields, call.files, core).api);
    },
  },
  {
    method: 'DELETE',
    path: MESSAGE,
    open: true,
    handle: (call, core) => {
      const pending = answered(call, core);
      const message = messageOf(pending, call);
      core.world.deleteMessage(pending.channel, message.api.id);
      if (message === pending.original) pending.loading = false;
      pending.changed();
      return noContent;
    },
  },
];

function callbackKind(json: unknown): BodyKind {
  const type = typeof json === 'object' && json !== null ? (json as { type?: unknown }).type : undefined;
  if (type === 1) return 'pong';
  if (type === 6 || type === 7) return 'callbackUpdate';
  if (type === 8) return 'callbackChoices';
  return type === 9 ? 'callbackModal' : 'callbackMessage';
}

/** @throws ApiError 50027 when the token is unknown or too old, 10015 when nothing was answered yet */
function answered(call: Call, core: Core): PendingInteraction {
  const pending = core.interactions.byToken.get(call.params.token!);
  const { world, settings } = core;
  if (call.params.application !== world.bot.id) throw unknownWebhook();
  if (!pending || world.now() - pending.at > settings.tokenLives) throw invalidWebhookToken();
  if (pending.callback === undefined || pending.kind === 'autocomplete') throw unknownWebhook();
  return pending;
}

function messageOf(pending: PendingInteraction, call: Call): StoredMessage {
  const id = decodeURIComponent(call.params.message!);
  const candidates = [pending.original, ...pending.followUps].filter((message) => message !== undefined);
  const message = id === '@original' ? pending.original : candidates.find(({ api }) => api.id === id);
  if (!message || !pending.channel.messages.has(message.api.id)) throw unknownMessage();
  return message;
}

function callbackAnswer(pending: PendingInteraction): object {
  const { payload, original, loading } = pending;
  const message: APIMessage | undefined = original?.api;
  const shows = pending.callback === 4 || pending.callback === 7;
  return {
    interaction: {
      id: payload.id,
      type: payload.type,
      channel_id: pending.channel.id,
      ...(pending.channel.guild ? { guild_id: pending.channel.guild } : {}),
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: loading,
            response_message_ephemeral: original?.visibleTo !== undefined,
          }
        : {}),
    },
    ...(shows && message ? { resource: { type: pending.callback, message } } : {}),
  };
}
