import type { ChannelAccessOf } from '../alerts/channel-access.ts';
import { checkChannel, checkMember, lessWithout } from '../alerts/check-channel.ts';
import {
  type DigestSetting,
  emptyGuild,
  type GuildDocument,
  withDigest,
  withoutDigest,
} from '../alerts/guild.ts';
import type { Place } from '../alerts/subscribing.ts';
import { parseTime, parseTimeZone } from '../alerts/time-zone.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Reply, Span } from '../reply.ts';
import { startOf } from './compose.ts';
import { digestReply } from './content.ts';
import type { Gather } from './gather.ts';

/** What the commands on digests work with. */
export interface Digesting {
  readonly guilds: Documents<GuildDocument>;
  readonly channelAccess: ChannelAccessOf;
  readonly clock: Clock;
  readonly gather: Gather;
  /** The pack's: taken where a member names none. */
  readonly timeZone: string;
}

/** What a member chose; what is left out stays as it was. */
export interface DigestChoices {
  readonly time: string;
  readonly timeZone: string | undefined;
  readonly whenEmpty: DigestSetting['whenEmpty'] | undefined;
  readonly feeds: boolean | undefined;
}

/** @throws {UserError} */
export async function setDigest(place: Place, choices: DigestChoices, digesting: Digesting): Promise<Reply> {
  const { guild, channel, user } = place;
  const time = parseTime(choices.time);
  const timeZone = choices.timeZone === undefined ? undefined : parseTimeZone(choices.timeZone);
  const { whenEmpty, feeds } = choices;
  const access = await checkChannel(digesting.channelAccess, place);
  const fresh = defaults(channel, user, digesting);
  const document = await digesting.guilds.update(guild, (current = emptyGuild) =>
    withDigest(current, {
      ...fresh,
      ...current.digests[channel],
      time,
      // A time that has passed today is due tomorrow.
      since: fresh.since,
      ...(timeZone !== undefined && { timeZone }),
      ...(whenEmpty !== undefined && { whenEmpty }),
      ...(feeds !== undefined && { feeds }),
    }),
  );
  const setting = document?.digests[channel] ?? fresh;
  const text: Span[] = ['Set: ', ...describeDigest(setting), '.'];
  for (const note of lessWithout(access)) text.push(`\n${note}`);
  return { ephemeral: true, text };
}

export async function showDigests(guild: string, { guilds }: Digesting): Promise<Reply> {
  const settings = Object.values((await guilds.get(guild))?.digests ?? {});
  if (settings.length === 0)
    return { ephemeral: true, text: 'No channel gets a digest yet; /digest set makes one.' };
  const lines = settings.flatMap((setting, index): Span[] => [
    ...(index === 0 ? [] : ['\n']),
    ...describeDigest(setting),
  ]);
  return { ephemeral: true, cards: [{ title: 'Digests', body: lines }] };
}

/** @throws {UserError} if the channel gets none. */
export async function endDigest(place: Place, { guilds, channelAccess }: Digesting): Promise<Reply> {
  await checkMember(channelAccess, place);
  await guilds.update(place.guild, (current = emptyGuild) => withoutDigest(current, place.channel));
  return { ephemeral: true, text: [{ channel: place.channel }, ' gets no more digests.'] };
}

/** What a digest would say now, for the member's eyes only. */
export async function previewDigest(place: Place, digesting: Digesting): Promise<Reply> {
  const { guild, channel, user } = place;
  const setting = (await digesting.guilds.get(guild))?.digests[channel] ?? defaults(channel, user, digesting);
  const now = digesting.clock.now();
  return {
    ...digestReply(await digesting.gather(guild, setting, startOf(setting, now), now)),
    ephemeral: true,
  };
}

function defaults(channel: string, user: string, { clock, timeZone }: Digesting): DigestSetting {
  const since = clock.now();
  return { channel, time: '08:00', timeZone, whenEmpty: 'line', feeds: false, createdBy: user, since };
}

function describeDigest({ channel, time, timeZone, whenEmpty, feeds }: DigestSetting): Span[] {
  const empty = whenEmpty === 'line' ? 'one line when there is nothing' : 'no post when there is nothing';
  const trouble = feeds ? ', with feeds in trouble' : '';
  return [{ channel }, ` daily at ${time} ${timeZone}, ${empty}${trouble}`];
}
