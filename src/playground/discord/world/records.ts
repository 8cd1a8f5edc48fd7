import type { APIAttachment, APIMessage, ChannelType } from 'discord-api-types/v10';

/** What the stand-in remembers. REST answers and gateway events are made from these by `payloads`. */
export interface Guild {
  readonly id: string;
  name: string;
  readonly ownerId: string;
  /** False: the bot is not a member here, but people may use it as a user-installed app. */
  hasBot: boolean;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
}

export interface Member {
  readonly user: string;
  readonly roles: string[];
  /** ISO 8601. */
  readonly joinedAt: string;
}

export type GuildChannelType = ChannelType.GuildText | ChannelType.GuildAnnouncement;

export interface Channel {
  readonly id: string;
  readonly type: GuildChannelType | ChannelType.DM;
  /** Undefined in direct messages. */
  readonly guild: string | undefined;
  readonly name: string;
  readonly position: number;
  /** Of a direct message: the person who talks with the bot. */
  readonly recipient: string | undefined;
  /** By role or member id. */
  readonly overwrites: Map<string, Overwrite>;
  /** Oldest first. */
  readonly messages: Map<string, StoredMessage>;
}

export interface Overwrite {
  readonly of: 'role' | 'member';
  allow: bigint;
  deny: bigint;
}

export interface StoredMessage {
  api: APIMessage;
  /** All files, also those shown only inside an embed (which Discord leaves out of `attachments`). */
  files: APIAttachment[];
  /** An ephemeral message: only this user sees it. */
  readonly visibleTo: string | undefined;
  /** Earlier versions, oldest first. */
  readonly history: APIMessage[];
}
