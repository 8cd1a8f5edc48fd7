import type { DigestDelivery } from '../alerts/delivery.ts';
import type { DigestSetting, GuildDocument } from '../alerts/guild.ts';
import { buttonId } from '../alerts/ids.ts';
import type { Work } from '../alerts/work.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import { digestReply, isEmpty } from './content.ts';
import { grace } from './due.ts';
import type { Gather } from './gather.ts';

const day = 24 * 3_600_000;
/** After so long (ms) a digest says that it is late. */
const lateAfter = 10 * 60_000;
/** A digest that makes up for missed ones reaches back so far (ms). */
const longest = 7 * day;

export interface ComposeDigestOptions {
  readonly guilds: Documents<GuildDocument>;
  readonly gather: Gather;
  readonly clock: Clock;
}

/** From when on a digest tells the news (UTC ms): where the last one that was posted ended, else for a day. */
export function startOf(setting: DigestSetting, to: number): number {
  return Math.max(setting.covered ?? to - day, to - longest);
}

/** Works out what a digest's delivery comes to now. */
export function composeDigests(options: ComposeDigestOptions): (delivery: DigestDelivery) => Promise<Work> {
  const { guilds, gather, clock } = options;
  return async (delivery) => {
    const { guild, channel, date, due, to } = delivery;
    const setting = (await guilds.get(guild))?.digests[channel];
    if (!setting) return { do: 'nothing' };
    const behind = clock.now() - due;
    // The next day's covers it; but what may be out already must be found.
    if (behind > grace && !delivery.attempt) return { do: 'nothing' };
    const content = await gather(guild, setting, startOf(setting, to), to);
    const after = async () => {
      await guilds.update(guild, (document) => document && withCovered(document, channel, to));
    };
    if (isEmpty(content) && setting.whenEmpty === 'nothing' && !delivery.attempt) {
      await after();
      return { do: 'nothing' };
    }
    const about = buttonId('about', date, channel, 'digest');
    return {
      do: 'post',
      channel,
      subject: `digest/${date}`,
      idPrefix: about,
      reply: digestReply({ ...content, ...(behind > lateAfter && { lateSince: due }) }, [
        { id: about, label: 'About this digest', style: 'secondary' },
      ]),
      after,
    };
  };
}

function withCovered(document: GuildDocument, channel: string, to: number): GuildDocument {
  const setting = document.digests[channel];
  if (!setting) return document;
  const covered = Math.max(setting.covered ?? 0, to);
  return { ...document, digests: { ...document.digests, [channel]: { ...setting, covered } } };
}
