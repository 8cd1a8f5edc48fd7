import { type Press, UserError } from '../command.ts';
import type { Reply } from '../reply.ts';
import type { Alerting } from './alerting.ts';
import { checkChannel } from './check-channel.ts';
import { subscriptionOf, withSubscription } from './guild.ts';
import { parseButton } from './ids.ts';
import { standingInWords } from './message.ts';
import { noteNotRelevant } from './not-relevant.ts';
import { topicLabels, topicsInWords } from './topics.ts';
import { isVisibleTo } from './visible.ts';

/** Manage Channels. https://discord.com/developers/docs/topics/permissions */
const manageChannels = 1n << 4n;

const explanations: Readonly<Record<string, string>> = {
  retracted:
    'An outlet that reported this story has withdrawn its report. The message above shows the story as it stands now.',
  held: 'These stories came in quiet hours, beyond the hourly cap, or while the bot could not post here; they are told in one message.',
  suspended:
    'The bot could not post in that channel. Once it may again, /alerts resume sends what was held back; otherwise it is tried once a day.',
  feed: 'Alerts are made from the watched feeds. One that could not be read for a day is told of once, and once more when it is back. /feeds health shows how each of them fares.',
};

/** Answers the buttons under alerts. @throws {UserError} for one that is no longer known. */
export async function pressAlert(press: Press, alerting: Alerting): Promise<Reply> {
  const button = parseButton(press.id);
  if (!button) throw new UserError('This button is from an earlier version of the bot and no longer works.');
  const { action, subject, channel } = button;
  const explanation = explanations[action];
  if (explanation !== undefined) return { text: explanation, ephemeral: true };
  switch (action) {
    case 'why':
      return why(press, subject, channel, alerting);
    case 'context':
      return { ...(await alerting.context()), ephemeral: true };
    case 'not-relevant':
      return notRelevant(press, subject, alerting);
    case 'publish':
      return publish(press, channel, alerting);
    default:
      throw new UserError('This button is from an earlier version of the bot and no longer works.');
  }
}

async function why(press: Press, id: string, channel: string, { stories, guilds }: Alerting): Promise<Reply> {
  const story = await stories.get(id);
  if (!story || !isVisibleTo(story, press.guild))
    throw new UserError('This story is too old: the bot no longer keeps it.');
  const subscription =
    press.guild === undefined ? undefined : (await guilds.get(press.guild))?.subscriptions[channel];
  const filter = subscription && {
    name: 'This channel gets',
    value: `${topicsInWords(subscription.topics)}, from ${subscription.minSources} independent ${subscription.minSources === 1 ? 'outlet' : 'outlets'} on`,
  };
  return {
    ephemeral: true,
    cards: [
      {
        title: `Why this alert: ${topicLabels[story.topic]}`,
        body: story.reasons.map((reason) => `• ${reason}`).join('\n') || 'No reasons were noted.',
        ...(filter && { fields: [filter] }),
        footer: standingInWords(story),
      },
    ],
  };
}

async function notRelevant(press: Press, id: string, { alerts, log }: Alerting): Promise<Reply> {
  const moderator = (press.memberPermissions & manageChannels) !== 0n;
  const noted = await noteNotRelevant(alerts, id, { user: press.user.id, guild: press.guild, moderator });
  if (!noted) throw new UserError('This story is too old: the bot no longer keeps it.');
  log.info({ story: id, presses: noted.presses }, 'called not relevant');
  const muted = noted.muted ? ' It will not be edited any more in this server.' : '';
  return { ephemeral: true, text: `Noted for the people who run this bot.${muted}` };
}

async function publish(press: Press, channel: string, { guilds, channelAccess }: Alerting): Promise<Reply> {
  const { guild, user } = press;
  if (guild === undefined) throw new UserError('This works in a server only.');
  const access = await checkChannel(channelAccess, { guild, channel, user: user.id });
  if (access.kind !== 'announcement')
    throw new UserError('Only messages of an announcement channel can be published.');
  const document = await guilds.update(guild, (current) => {
    const subscription = subscriptionOf(current, channel);
    return current && withSubscription(current, { ...subscription, publish: !subscription.publish });
  });
  const on = document?.subscriptions[channel]?.publish;
  return {
    ephemeral: true,
    text: on
      ? [
          'Alerts in ',
          { channel },
          ' are now published to the servers that follow it, about ten an hour at most.',
        ]
      : ['Alerts in ', { channel }, ' are no longer published to other servers.'],
  };
}
