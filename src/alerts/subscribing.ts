import { UserError } from '../command.ts';
import type { Reply, Span } from '../reply.ts';
import type { Alerting } from './alerting.ts';
import { checkChannel, checkMember, lessWithout } from './check-channel.ts';
import { jobOf } from './delivery.ts';
import { describeSubscription } from './describe.ts';
import {
  emptyGuild,
  type GuildDocument,
  type Subscription,
  subscriptionOf,
  withoutSubscription,
  withoutSuspension,
  withSubscription,
} from './guild.ts';
import { buttonId } from './ids.ts';
import { linesWithin } from './lines.ts';
import { DeliveryError } from './messenger.ts';
import { parseQuietHours } from './quiet-hours.ts';
import { sampleMessage } from './sample.ts';
import { parseTopics } from './topics.ts';

/** Whose subscription, and who asks. */
export interface Place {
  readonly guild: string;
  readonly channel: string;
  readonly user: string;
}

/** What a member chose; what is left out stays as it was. */
export interface Choices {
  readonly topics: string | undefined;
  readonly minSources: number | undefined;
  readonly mention: string | undefined;
  readonly quietHours: string | undefined;
}

/** Subscribes a channel, or changes its subscription. @throws {UserError} */
export async function subscribe(place: Place, choices: Choices, alerting: Alerting): Promise<Reply> {
  const { guild, channel, user } = place;
  const { topics, minSources, mention, quietHours } = choices;
  // The role that everyone has bears the server's id.
  if (mention === guild)
    throw new UserError(
      'Alerts mention one role, never everyone; make a role for those who want to be called.',
    );
  const chosen = {
    ...(topics !== undefined && { topics: parseTopics(topics) }),
    ...(minSources !== undefined && { minSources }),
    ...(mention !== undefined && { mentionRole: mention }),
  };
  const noQuiet = quietHours?.trim().toLowerCase() === 'off';
  const quiet = quietHours === undefined || noQuiet ? undefined : parseQuietHours(quietHours);
  const access = await checkChannel(alerting.channelAccess, place);

  const fresh: Subscription = {
    channel,
    topics: 'all',
    minSources: 1,
    paused: false,
    publish: false,
    createdBy: user,
    since: alerting.clock.now(),
  };
  // Only what was chosen changes, so that two moderators at once do not undo each other.
  const document = await alerting.guilds.update(guild, (current = emptyGuild) => {
    const {
      quietHours: before,
      mentionLost,
      ...kept
    } = {
      ...fresh,
      ...current.subscriptions[channel],
      ...chosen,
    };
    const hours = noQuiet ? undefined : (quiet ?? before);
    const lost = mention === undefined ? mentionLost : undefined;
    return withoutSuspension(
      withSubscription(current, {
        ...kept,
        ...(hours && { quietHours: hours }),
        ...(lost !== undefined && { mentionLost: lost }),
      }),
      channel,
    );
  });
  const subscription = subscriptionOf(document, channel);
  const text: Span[] = ['Subscribed ', ...describeSubscription(subscription, document ?? emptyGuild), '.'];
  for (const note of lessWithout(access)) text.push(`\n${note}`);
  if (access.kind !== 'announcement') return { ephemeral: true, text };
  const label = subscription.publish ? 'Stop publishing' : 'Publish to following servers';
  text.push('\nThis is an announcement channel: alerts can be published to all servers that follow it.');
  return { ephemeral: true, text, buttons: [{ id: buttonId('publish', 'alerts', channel), label }] };
}

/** Of the 4,096 of a card's body. */
const listRoom = 4000;

export async function list(guild: string, { guilds }: Alerting): Promise<Reply> {
  const document = (await guilds.get(guild)) ?? emptyGuild;
  const all = Object.values(document.subscriptions);
  if (all.length === 0)
    return { ephemeral: true, text: 'No channel is subscribed yet; /alerts subscribe adds one.' };
  const lines = all.map((subscription) => describeSubscription(subscription, document));
  const body = linesWithin(lines, listRoom);
  return { ephemeral: true, cards: [{ title: `Subscribed channels (${all.length})`, body }] };
}

export async function pause(place: Place, alerting: Alerting): Promise<Reply> {
  await checkMember(alerting.channelAccess, place);
  await change(place, alerting, (subscription) => ({ ...subscription, paused: true }));
  return {
    ephemeral: true,
    text: ['Alerts in ', { channel: place.channel }, ' are paused; /alerts resume goes on with new stories.'],
  };
}

/** Ends a pause or a suspension; what was held back by the suspension is sent. */
export async function resume(place: Place, requestId: string, alerting: Alerting): Promise<Reply> {
  const { guild, channel } = place;
  await checkChannel(alerting.channelAccess, place);
  let suspended = false;
  await alerting.guilds.update(guild, (current) => {
    const subscription = subscriptionOf(current, channel);
    suspended = current?.suspensions[channel] !== undefined;
    return (
      current && withoutSuspension(withSubscription(current, { ...subscription, paused: false }), channel)
    );
  });
  if (suspended) {
    const until = alerting.clock.now();
    await alerting.jobs.add(jobOf({ kind: 'summary', guild, channel, until, resumed: true, requestId }));
    alerting.wake();
  }
  const held = suspended ? ' What was held back comes now.' : '';
  return { ephemeral: true, text: ['Alerts in ', { channel }, ` go on.${held}`] };
}

export async function unsubscribe(place: Place, alerting: Alerting): Promise<Reply> {
  await checkMember(alerting.channelAccess, place);
  await alerting.guilds.update(place.guild, (current = emptyGuild) =>
    withoutSubscription(current, place.channel),
  );
  return { ephemeral: true, text: [{ channel: place.channel }, ' gets no more alerts.'] };
}

/** Posts a sample into a subscribed channel. @param request names the use, so that a repeated one posts once. */
export async function sendSample(place: Place, request: string, alerting: Alerting): Promise<Reply> {
  const { guild, channel } = place;
  subscriptionOf(await alerting.guilds.get(guild), channel);
  await checkChannel(alerting.channelAccess, place);
  const sample = sampleMessage(channel, alerting.lastDocumented(), alerting.clock.now());
  try {
    await alerting.messenger.create(channel, sample, request.slice(-25));
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    throw new UserError(
      'Discord did not take the sample; check the bot’s permissions in that channel and try again.',
      {
        cause: error,
      },
    );
  }
  return { ephemeral: true, text: ['A sample was posted in ', { channel }, '.'] };
}

async function change(
  { guild, channel }: Place,
  { guilds }: Alerting,
  how: (subscription: Subscription) => Subscription,
): Promise<GuildDocument | undefined> {
  return guilds.update(guild, (current) => {
    const subscription = subscriptionOf(current, channel);
    return current && withSubscription(current, how(subscription));
  });
}
