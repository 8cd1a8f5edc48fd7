import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Jobs } from '../jobs.ts';
import { independentOutlets } from '../news/outlets.ts';
import type { Story } from '../news/story.ts';
import type { Alert } from './alert.ts';
import { composeFeed } from './compose-feed.ts';
import { composeSummary } from './compose-summary.ts';
import { type AlertDelivery, type Delivery, jobOf, type NoticeDelivery } from './delivery.ts';
import type { GuildDocument } from './guild.ts';
import { buttonId, sentId } from './ids.ts';
import type { Log } from './log.ts';
import { createRoleCheck } from './lost-role.ts';
import { day } from './match.ts';
import { retractionMessage, storyMessage } from './message.ts';
import { DeliveryError, type Messenger } from './messenger.ts';
import { noticeMessage } from './notice.ts';
import type { GuildTellings } from './tellings.ts';
import type { SentNote, Work } from './work.ts';

export interface ComposeOptions {
  readonly stories: Documents<Story>;
  readonly alerts: Documents<Alert>;
  readonly tellings: Documents<GuildTellings>;
  readonly guilds: Documents<GuildDocument>;
  readonly sent: Documents<SentNote>;
  readonly jobs: Jobs<Delivery>;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  /** What the dataset last documented, in a line. */
  readonly lastDocumented: () => string | undefined;
}

/** Works out what an alert's delivery comes to now: messages show the newest version of their story. */
export function composeAlerts(options: ComposeOptions): (delivery: AlertDelivery) => Promise<Work> {
  const { stories, alerts, guilds, sent, jobs, messenger, clock, lastDocumented } = options;
  const checkRole = createRoleCheck(options);

  async function storyOf(id: string): Promise<Story> {
    const story = await stories.get(id);
    if (!story) throw new Error(`story ${id} is not stored`);
    return story;
  }

  async function alert({ guild, channel, story: id }: AlertDelivery & { kind: 'alert' }): Promise<Work> {
    const document = await guilds.get(guild);
    const subscription = document?.subscriptions[channel];
    // Unsubscribed or paused since it was decided.
    if (!subscription || subscription.paused) return { do: 'nothing' };
    const story = await storyOf(id);
    const { mentionRole } = subscription;
    return {
      do: 'post',
      channel,
      subject: id,
      idPrefix: buttonId('why', id, channel),
      reply: storyMessage(story, { channel, mentionRole, lastDocumented: lastDocumented() }),
      shows: { version: story.version, outlets: independentOutlets(story).length },
      after: async () => {
        if (subscription.publish) await jobs.add(jobOf({ kind: 'publish', guild, channel, story: id }));
      },
      ...(mentionRole !== undefined && { unmentioned: () => checkRole(guild, channel, mentionRole) }),
    };
  }

  /** The story's message, unless nothing more is to be said under it. */
  async function messageOf(guild: string, channel: string, id: string) {
    const note = await sent.get(sentId(channel, id));
    if (!note?.message) return undefined;
    const muted = (await alerts.get(id))?.mutedIn.includes(guild);
    return muted ? undefined : { ...note, message: note.message };
  }

  async function edit(delivery: AlertDelivery & { kind: 'edit' }): Promise<Work> {
    const { guild, channel, story: id } = delivery;
    const note = await messageOf(guild, channel, id);
    if (!note || note.version >= delivery.version) return { do: 'nothing' };
    const story = await storyOf(id);
    const subscription = (await guilds.get(guild))?.subscriptions[channel];
    const reply = storyMessage(story, {
      channel,
      mentionRole: subscription?.mentionRole,
      lastDocumented: lastDocumented(),
      outletsAtFirst: note.outlets,
    });
    const key = sentId(channel, id);
    return {
      do: 'change',
      channel,
      request: () => messenger.edit(channel, note.message, reply),
      after: async () => {
        await sent.update(key, (current) => current && { ...current, version: story.version });
      },
      lost: async () => {
        await sent.update(key, (current) => current && { ...current, message: null });
      },
    };
  }

  async function retraction({
    guild,
    channel,
    story: id,
  }: AlertDelivery & { kind: 'retraction' }): Promise<Work> {
    const note = await messageOf(guild, channel, id);
    if (!note) return { do: 'nothing' };
    return {
      do: 'post',
      channel,
      subject: `${id}/retraction`,
      idPrefix: buttonId('retracted', id, channel),
      reply: retractionMessage(await storyOf(id), channel),
      replyTo: note.message,
    };
  }

  async function publish({ guild, channel, story: id }: AlertDelivery & { kind: 'publish' }): Promise<Work> {
    const note = await messageOf(guild, channel, id);
    const nothing = async () => {};
    if (!note) return { do: 'nothing' };
    return {
      do: 'change',
      channel,
      request: () => messenger.crosspost(channel, note.message),
      after: nothing,
      lost: nothing,
    };
  }

  /** None if the bot is no longer in the server. */
  async function contactsOf({ guild, user }: NoticeDelivery): Promise<readonly string[]> {
    try {
      return await messenger.contacts(guild, user);
    } catch (error) {
      if (error instanceof DeliveryError && ['gone', 'forbidden'].includes(error.kind)) return [];
      throw error;
    }
  }

  async function notice(delivery: NoticeDelivery): Promise<Work> {
    if (delivery.tried > 4) return { do: 'nothing' };
    const contacts = await contactsOf(delivery);
    const to = contacts.filter((contact) => contact !== delivery.channel)[delivery.tried];
    if (to === undefined || clock.now() - delivery.since > 7 * day) return { do: 'nothing' };
    const subject = String(delivery.since);
    return {
      do: 'post',
      channel: to,
      subject: `notice/${delivery.channel}/${subject}`,
      idPrefix: buttonId('suspended', subject, delivery.channel),
      reply: noticeMessage(delivery),
    };
  }

  async function summaryDue({
    guild,
    channel,
    until,
  }: AlertDelivery & { kind: 'summary_due' }): Promise<Work> {
    await jobs.add(jobOf({ kind: 'summary', guild, channel, until }));
    return { do: 'nothing' };
  }

  const summary = composeSummary(options);
  const feed = composeFeed(options);
  return (delivery) => {
    switch (delivery.kind) {
      case 'alert':
        return alert(delivery);
      case 'edit':
        return edit(delivery);
      case 'retraction':
        return retraction(delivery);
      case 'publish':
        return publish(delivery);
      case 'summary_due':
        return summaryDue(delivery);
      case 'summary':
        return summary(delivery);
      case 'notice':
        return notice(delivery);
      case 'feed_down':
      case 'feed_back':
        return feed(delivery);
    }
  };
}
