import type { Alert } from '../alerts/alert.ts';
import type { DigestSetting } from '../alerts/guild.ts';
import type { Documents } from '../documents.ts';
import { dayIn } from '../knowledge/dates.ts';
import { sayDay } from '../knowledge/wording/dates.ts';
import type { Story } from '../news/story.ts';
import type { Picture } from '../reply.ts';
import type { StoryStrip } from '../story-strip.ts';
import type { DigestContent } from './content.ts';
import type { Documented } from './documented.ts';
import { stripOf } from './strip.ts';

export interface GatherOptions {
  readonly packName: string;
  readonly stories: Documents<Story>;
  readonly alerts: Documents<Alert>;
  readonly documented: Documented;
  /** Feeds in trouble, a line each. */
  readonly feedTrouble: () => Promise<readonly string[]>;
  readonly drawStrip: (strip: StoryStrip) => Promise<Picture>;
}

/** A month of stories for the strip. */
const stripSpan = 31 * 24 * 3_600_000;

/** The news heard after `from` up to `to` (UTC ms), and what else a digest of that moment tells. */
export type Gather = (setting: DigestSetting, from: number, to: number) => Promise<DigestContent>;

export function createGather(options: GatherOptions): Gather {
  const { packName, stories, alerts, documented, feedTrouble, drawStrip } = options;
  return async (setting, from, to) => {
    const { channel, timeZone } = setting;
    const today = dayIn(timeZone, to);
    const told: Story[] = [];
    const held: Story[] = [];
    const recent: Story[] = [];
    for await (const [id, alert] of alerts.entries()) {
      const isNew = alert.heard > from && alert.heard <= to;
      const isHeld = isHeldFrom(alert, channel);
      if (!isNew && !isHeld && alert.heard < to - stripSpan) continue;
      const story = await stories.get(id);
      if (!story) continue;
      recent.push(story);
      if (isHeld) held.push(story);
      else if (isNew) told.push(story);
    }
    const byTime = (a: Story, b: Story) => a.first - b.first;
    const strip = stripOf(recent, today, timeZone, documented.state);
    return {
      packName,
      day: sayDay(today),
      status: documented.status(today),
      stories: told.sort(byTime),
      held: held.sort(byTime),
      planned: documented.planned(today),
      feeds: setting.feeds ? await feedTrouble() : [],
      ...(strip && { picture: await drawStrip(strip) }),
    };
  };
}

function isHeldFrom({ tellings }: Alert, channel: string): boolean {
  const telling = tellings[channel];
  return telling !== undefined && telling.how !== 'message' && !telling.summarised;
}
