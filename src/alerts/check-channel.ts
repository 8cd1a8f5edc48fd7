import { UserError } from '../command.ts';
import { type ChannelAccess, type ChannelAccessOf, neededToPost } from './channel-access.ts';

/** Who asks for something to be posted, and where. */
interface Asked {
  readonly guild: string;
  readonly channel: string;
  readonly user: string;
}

/** @returns the bot's access to a channel in which it may post. @throws {UserError} saying what is missing. */
export async function checkChannel(accessOf: ChannelAccessOf, asked: Asked): Promise<ChannelAccess> {
  const access = await accessOf(asked.guild, asked.channel, asked.user);
  if (!access)
    throw new UserError(
      'The bot cannot see that channel; give it View Channel there, or choose another channel.',
    );
  if (!access.memberMayManage)
    throw new UserError('You need Manage Channels in that channel yourself to have the bot post there.');
  if (access.kind === 'other')
    throw new UserError('The bot posts in text, announcement and thread channels only; choose one of those.');
  const missing = neededToPost.filter((permission) => access.missing.includes(permission));
  if (missing.length > 0)
    throw new UserError(
      `The bot lacks ${missing.join(' and ')} in that channel; allow it there and try again.`,
    );
  return access;
}

/**
 * For changes to what is set already: the channel may be gone, but a member who may not manage it may not.
 * @throws {UserError}
 */
export async function checkMember(accessOf: ChannelAccessOf, asked: Asked): Promise<void> {
  const access = await accessOf(asked.guild, asked.channel, asked.user);
  if (access && !access.memberMayManage)
    throw new UserError(
      'You need Manage Channels in that channel yourself to change what the bot posts there.',
    );
}

/** What works less well with the permissions that are missing, a sentence each. */
export function lessWithout({ missing }: ChannelAccess): string[] {
  const notes: string[] = [];
  if (missing.includes('Read Message History'))
    notes.push(
      'Without Read Message History the bot cannot look for its own messages: after a long failure of Discord one may appear twice.',
    );
  if (missing.includes('Attach Files'))
    notes.push('Without Attach Files digests with a picture cannot be posted.');
  return notes;
}
