import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Story } from '../news/story.ts';
import type { Alert } from './alert.ts';
import type { SummaryDelivery } from './delivery.ts';
import { type GuildDocument, withoutSuspension } from './guild.ts';
import { buttonId } from './ids.ts';
import { summaryMessage } from './summary.ts';
import { type GuildTellings, isPending, updateTellings } from './tellings.ts';
import type { Work } from './work.ts';

export function composeSummary(options: {
  readonly stories: Documents<Story>;
  readonly alerts: Documents<Alert>;
  readonly tellings: Documents<GuildTellings>;
  readonly guilds: Documents<GuildDocument>;
  readonly clock: Clock;
}): (delivery: SummaryDelivery) => Promise<Work> {
  const { stories, alerts, tellings, guilds, clock } = options;

  /** Stories held back for the channel and not muted, oldest first. */
  async function heldFor({ guild, channel, until, resumed }: SummaryDelivery): Promise<string[]> {
    const how = resumed ? 'suspended' : undefined;
    const told = Object.entries((await tellings.get(guild))?.stories ?? {});
    const held: { id: string; at: number }[] = [];
    for (const [id, { [channel]: telling }] of told) {
      if (!telling || !isPending(telling, until, how)) continue;
      if (!(await alerts.get(id))?.mutedIn.includes(guild)) held.push({ id, at: telling.at });
    }
    return held.sort((a, b) => a.at - b.at).map(({ id }) => id);
  }

  async function markTold({ guild, channel }: SummaryDelivery, ids: readonly string[]): Promise<void> {
    await updateTellings(tellings, guild, clock.now(), (all) => {
      const marked = ids.flatMap((id) => {
        const telling = all[id]?.[channel];
        return telling ? [[id, { ...all[id], [channel]: { ...telling, summarised: true as const } }]] : [];
      });
      return { ...all, ...Object.fromEntries(marked) };
    });
  }

  return async (delivery) => {
    const { guild, channel, until, resumed } = delivery;
    const document = await guilds.get(guild);
    const subscription = document?.subscriptions[channel];
    // While paused the stories stay held, and the digest lists them.
    if (!subscription || subscription.paused) return { do: 'nothing' };
    // What an attempt may have shown already stays as it is; otherwise whatever is held by now.
    const ids = (delivery.attempt && delivery.stories) ?? (await heldFor(delivery));
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
      after: () => markTold(delivery, ids),
    };
  };
}
