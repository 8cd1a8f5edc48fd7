import {
  type APIChatInputApplicationCommandInteraction,
  type APIMessage,
  type APIMessageInteraction,
  type APIMessageInteractionMetadata,
  InteractionResponseType as Callback,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { isEmpty, type MessageBody } from '../check/message-rules.ts';
import type { Core } from '../core.ts';
import { alreadyAcknowledged, emptyMessage, invalidForm, unknownInteraction } from '../errors.ts';
import type { SentFile } from '../world/attachments.ts';
import { editedMessage, type MessageFields, newMessage } from '../world/message.ts';
import type { StoredMessage } from '../world/records.ts';
import type { PendingInteraction } from './pending.ts';

interface CallbackBody {
  readonly type: Callback;
  readonly data?: MessageFields & { choices?: PendingInteraction['choices'] };
}

const fitting: Record<PendingInteraction['kind'], readonly Callback[]> = {
  autocomplete: [Callback.ApplicationCommandAutocompleteResult],
  command: [Callback.ChannelMessageWithSource, Callback.DeferredChannelMessageWithSource, Callback.Modal],
  component: [
    Callback.ChannelMessageWithSource,
    Callback.DeferredChannelMessageWithSource,
    Callback.DeferredMessageUpdate,
    Callback.UpdateMessage,
    Callback.Modal,
  ],
};

/** The bot's first answer. @throws ApiError 10062 too late, 40060 a second time, 50035 of a kind that doesn't fit */
export function acknowledge(
  pending: PendingInteraction | undefined,
  body: CallbackBody,
  files: readonly SentFile[],
  core: Core,
): void {
  const { world, settings } = core;
  if (!pending || pending.failed) throw unknownInteraction();
  if (pending.callback !== undefined) throw alreadyAcknowledged();
  if (world.now() - pending.at > settings.answerWithin) throw unknownInteraction();
  if (!fitting[pending.kind].includes(body.type)) {
    const message = `Value must be one of ${JSON.stringify(fitting[pending.kind])}.`;
    throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
  }
  const data = body.data ?? {};
  if (body.type === Callback.ChannelMessageWithSource) {
    if (isEmpty(data as MessageBody, files.length)) throw emptyMessage();
    pending.original = addReply(pending, data, files, core);
  } else if (body.type === Callback.DeferredChannelMessageWithSource) {
    const loading: Partial<APIMessage> = { flags: (data.flags ?? 0) | MessageFlags.Loading };
    pending.original = addReply(pending, data, [], core, loading);
    pending.loading = true;
  } else if (body.type === Callback.DeferredMessageUpdate) {
    pending.original = pending.source;
    pending.loading = true;
  } else if (body.type === Callback.UpdateMessage) {
    pending.original = pending.source;
    change(pending, pending.source!, data, files, core);
  } else if (body.type === Callback.ApplicationCommandAutocompleteResult) {
    pending.choices = data.choices ?? [];
  }
  pending.callback = body.type;
  pending.changed();
}

/** A further message. After a deferral the first one fills the waiting message, as it does at Discord. */
export function followUp(
  pending: PendingInteraction,
  fields: MessageFields,
  files: readonly SentFile[],
  core: Core,
): StoredMessage {
  if (pending.loading && pending.callback === Callback.DeferredChannelMessageWithSource) {
    return change(pending, pending.original!, fields, files, core);
  }
  if (isEmpty(fields as MessageBody, files.length)) throw emptyMessage();
  const message = addReply(pending, fields, files, core, {
    type: MessageType.Reply,
    ...(pending.original
      ? {
          message_reference: {
            type: 0,
            channel_id: pending.channel.id,
            message_id: pending.original.api.id,
            ...(pending.channel.guild ? { guild_id: pending.channel.guild } : {}),
          },
        }
      : {}),
  });
  pending.followUps.push(message);
  pending.changed();
  return message;
}

/** An edit of the first answer, of a follow-up, or of the message under a component. */
export function change(
  pending: PendingInteraction,
  message: StoredMessage,
  fields: MessageFields,
  files: readonly SentFile[],
  core: Core,
): StoredMessage {
  const { world, attachments } = core;
  const next = editedMessage(world, attachments, pending.channel, message, fields, files);
  if (isEmpty(next.api as MessageBody, next.files.length)) throw emptyMessage();
  message.files = next.files;
  if (message === pending.original) pending.loading = false;
  world.replace(pending.channel, message, next.api);
  pending.changed();
  return message;
}

function addReply(
  pending: PendingInteraction,
  fields: MessageFields,
  files: readonly SentFile[],
  core: Core,
  extra: Partial<APIMessage> = {},
): StoredMessage {
  const { world, attachments } = core;
  const { payload, channel, user, kind } = pending;
  const ephemeral = ((fields.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const metadata = {
    id: payload.id,
    type: kind === 'command' ? InteractionType.ApplicationCommand : InteractionType.MessageComponent,
    user: world.users.get(user)!,
    authorizing_integration_owners: payload.authorizing_integration_owners,
    ...(pending.source ? { interacted_message_id: pending.source.api.id } : {}),
  } as APIMessageInteractionMetadata;
  const reply = newMessage(
    world,
    attachments,
    channel,
    fields,
    files,
    {
      type: kind === 'command' ? MessageType.ChatInputCommand : MessageType.Default,
      webhook_id: world.bot.id,
      application_id: world.bot.id,
      interaction_metadata: metadata,
      ...(kind === 'command' ? { interaction: used(pending, core) } : {}),
      ...extra,
    },
    ephemeral ? user : undefined,
  );
  return world.post(channel, reply);
}

/** Which command was used: the line above the answer. Old, but still what clients show. */
function used({ payload, user }: PendingInteraction, core: Core): APIMessageInteraction {
  const { name, options } = (payload as APIChatInputApplicationCommandInteraction).data;
  const path = [name];
  for (let inner = options; inner?.[0] && 'options' in inner[0]; inner = inner[0].options)
    path.push(inner[0].name);
  const { id, type } = payload;
  return { id, type, name: path.join(' '), user: core.world.users.get(user)! };
}
