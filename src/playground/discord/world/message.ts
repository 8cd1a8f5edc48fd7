import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { Attachments, SentFile } from './attachments.ts';
import type { Channel, Guild, StoredMessage } from './records.ts';
import type { World } from './world.ts';

/** The body of a create or an edit, after it has been checked. */
export interface MessageFields {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly attachments?: readonly { id: string; description?: string | null }[] | null;
  readonly flags?: number | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly message_reference?: {
    readonly message_id: string;
    readonly fail_if_not_exists?: boolean | null;
  } | null;
  readonly allowed_mentions?: {
    readonly parse?: readonly string[];
    readonly roles?: readonly string[];
  } | null;
}

/** A message of the bot as Discord would store it. `extra` is what only some kinds of message carry. */
export function newMessage(
  world: World,
  attachments: Attachments,
  channel: Channel,
  fields: MessageFields,
  sent: readonly SentFile[],
  extra: Partial<APIMessage> = {},
  visibleTo?: string,
): StoredMessage {
  const files = filesAfter(world, attachments, channel, fields, sent, []);
  const api: APIMessage = {
    id: world.newId(),
    channel_id: channel.id,
    author: world.bot,
    type: MessageType.Default,
    content: fields.content ?? '',
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: mentionedRoles(fields, world.guilds.get(channel.guild ?? '')),
    pinned: false,
    flags: (fields.flags ?? 0) & ~MessageFlags.Loading,
    ...dressed(fields.embeds ?? [], fields.components ?? [], files),
    ...extra,
  };
  return { api, files, visibleTo, history: [] };
}

/** The message after an edit. What the body leaves out stays. */
export function editedMessage(
  world: World,
  attachments: Attachments,
  channel: Channel,
  message: StoredMessage,
  fields: MessageFields,
  sent: readonly SentFile[],
): { api: APIMessage; files: APIAttachment[] } {
  const { api } = message;
  const files = filesAfter(world, attachments, channel, fields, sent, message.files);
  const embeds = fields.embeds === undefined ? api.embeds : (fields.embeds ?? []);
  const components = fields.components === undefined ? (api.components ?? []) : (fields.components ?? []);
  return {
    files,
    api: {
      ...api,
      content: fields.content === undefined ? api.content : (fields.content ?? ''),
      ...dressed(embeds, components, files),
      flags: (api.flags ?? 0) & ~MessageFlags.Loading,
      edited_timestamp: new Date(world.now()).toISOString(),
    },
  };
}

function filesAfter(
  world: World,
  attachments: Attachments,
  channel: Channel,
  fields: MessageFields,
  sent: readonly SentFile[],
  before: readonly APIAttachment[],
): APIAttachment[] {
  const listed = fields.attachments ?? undefined;
  const kept = listed ? before.filter(({ id }) => listed.some((entry) => entry.id === id)) : before;
  const added = sent.map((file) => {
    const description = listed?.find(({ id }) => id === file.index)?.description ?? undefined;
    return attachments.add(world.newId(), channel.id, file, description);
  });
  return [...kept, ...added];
}

/** Embeds with the addresses of their pictures, components with ids, and the files that no embed shows. */
function dressed(
  embeds: readonly APIEmbed[],
  components: readonly APIMessageTopLevelComponent[],
  files: readonly APIAttachment[],
): Pick<APIMessage, 'embeds' | 'components' | 'attachments'> {
  const shown = new Set<string>();
  const picture = <P extends { url: string }>(given: P | null | undefined): P | undefined => {
    const file = files.find(
      ({ filename, url }) => given && [`attachment://${filename}`, url].includes(given.url),
    );
    if (!given) return undefined;
    if (!file) return given.url.startsWith('attachment://') ? undefined : given;
    shown.add(file.id);
    const { url, proxy_url, width, height, content_type } = file;
    return { url, proxy_url, width, height, content_type } as unknown as P;
  };
  const dressedEmbeds = embeds.map((embed) =>
    withoutGaps({
      ...embed,
      type: 'rich',
      image: picture(embed.image),
      thumbnail: picture(embed.thumbnail),
      timestamp: embed.timestamp ? new Date(embed.timestamp).toISOString() : undefined,
      fields: embed.fields?.map((field) => ({ ...field, inline: field.inline ?? false })),
    }),
  );
  return {
    embeds: dressedEmbeds as APIEmbed[],
    components: withIds(components),
    attachments: files.filter(({ id }) => !shown.has(id)),
  };
}

function withIds(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let next = 0;
  const number = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(number);
    if (typeof value !== 'object' || value === null) return value;
    const component = value as { type?: ComponentType; components?: unknown };
    next += 1;
    const defaults = component.type === ComponentType.StringSelect ? { min_values: 1, max_values: 1 } : {};
    const result = { ...defaults, ...withoutGaps(component), id: next };
    return component.components ? { ...result, components: number(component.components) } : result;
  };
  return components.map(number) as APIMessageTopLevelComponent[];
}

function withoutGaps(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null),
  );
}

/** Roles of the server that the text names and that `allowed_mentions` lets through. */
function mentionedRoles({ content, allowed_mentions }: MessageFields, guild: Guild | undefined): string[] {
  const named = [...(content ?? '').matchAll(/<@&(\d+)>/g)].map(([, id]) => id!);
  const all = !allowed_mentions || allowed_mentions.parse?.includes('roles');
  const allowed = (id: string) => all || allowed_mentions?.roles?.includes(id);
  return [...new Set(named)].filter((id) => guild?.roles.has(id) && allowed(id));
}
