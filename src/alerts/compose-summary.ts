import type { Documents } from '../documents.ts';
import type { Story } from '../news/story.ts';
import { type Alert, isPending } from './alert.ts';
import type { SummaryDelivery } from './delivery.ts';
import { type GuildDocument, withoutSuspension } from './guild.ts';
import { buttonId } from './ids.ts';
import { summaryMessage } from './summary.ts';
import type { Work } from './work.ts';

/** Stories held back for a channel, oldest first. */
async function heldFor(
  channel: string,
  alerts: Documents<Alert>,
  wanted: (alert: Alert) => boolean,
): Promise<string[]> {
  const held: Alert[] = [];
  for await (const [, alert] of alerts.entries())
    if (alert.tellings[channel] && wanted(alert)) held.push(alert);
  const at = (alert: Alert) => alert.tellings[channel]?.at ?? 0;
  return held.sort((a, b) => at(a) - at(b)).map((alert) => alert.story);
}

export function composeSummary(options: {
  readonly stories: Documents<Story>;
  readonly alerts: Documents<Alert>;
  readonly guilds: Documents<GuildDocument>;
}): (delivery: SummaryDelivery) => Promise<Work> {
  const { stories, alerts, guilds } = options;

  async function markTold(channel: string, ids: readonly string[]): Promise<void> {
    for (const id of ids)
      await alerts.update(id, (alert) => {
        const telling = alert?.tellings[channel];
        if (!alert || !telling) return alert;
        return { ...alert, tellings: { ...alert.tellings, [channel]: { ...telling, summarised: true } } };
      });
  }

  return async (delivery) => {
    const { guild, channel, until, resumed } = delivery;
    const document = await guilds.get(guild);
    const subscription = document?.subscriptions[channel];
    // While paused the stories stay held, and the digest lists them.
    if (!subscription || subscription.paused) return { do: 'nothing' };
    const how = resumed ? 'suspended' : undefined;
    // What an attempt may have shown already stays as it is; otherwise whatever is held by now.
    const ids =
      (delivery.attempt && delivery.stories) ??
      (await heldFor(channel, alerts, ({ tellings, mutedIn }) => {
        return isPending(tellings[channel], until, how) && !mutedIn.includes(guild);
      }));
    const held = (await Promise.all(ids.map((id) => stories.get(id)))).filter((story) => story !== undefined);
    if (held.length === 0) {
      // Nothing to try the channel with: the next message will.
      if (document.suspensions[channel])
        await guilds.update(guild, (current) => current && withoutSuspension(current, channel));
      return { do: 'nothing' };
    }
    const subject = `${until}${resumed ? 'r' : ''}`;
    return {
      do: 'post',
      channel,
      subject: `summary/${subject}`,
      idPrefix: buttonId('held', subject, channel),
      reply: summaryMessage(held, subject, channel),
      fixed: { ...delivery, stories: ids },
      after: () => markTold(channel, ids),
    };
  };
}
