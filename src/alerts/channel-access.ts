/** What the bot needs in a channel, named as Discord's settings name it. */
export type ChannelPermission =
  | 'View Channel'
  | 'Send Messages'
  | 'Embed Links'
  | 'Attach Files'
  | 'Read Message History';

/** Without these nothing can be posted; without the others something is lost, and the answer says what. */
export const neededToPost: readonly ChannelPermission[] = ['View Channel', 'Send Messages', 'Embed Links'];

/** What the bot and a member may do in a channel, from roles and overwrites. */
export interface ChannelAccess {
  /** Of the bot's. */
  readonly missing: readonly ChannelPermission[];
  /** Whether the member holds Manage Channels in that channel. */
  readonly memberMayManage: boolean;
  readonly kind: 'text' | 'announcement' | 'other';
}

/** @returns undefined if the server has no such channel or the bot cannot see that it has. */
export type ChannelAccessOf = (
  guild: string,
  channel: string,
  user: string,
) => Promise<ChannelAccess | undefined>;
