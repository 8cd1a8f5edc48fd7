import type { Alert } from '../alerts/alert.ts';
import type { DigestSetting } from '../alerts/guild.ts';
import type { GuildTellings } from '../alerts/tellings.ts';
import { isVisibleTo } from '../alerts/visible.ts';
import type { Documents } from '../documents.ts';
import { dayIn } from '../knowledge/dates.ts';
import { sayDay } from '../knowledge/wording/dates.ts';
import type { Story } from '../news/story.ts';
import type { Picture } from '../reply.ts';
import type { StoryStrip } from '../story-strip.ts';
import type { DigestContent } from './content.ts';
import type { Documented } from './documented.ts';
import { createNews } from './news.ts';
import { stripOf } from './strip.ts';

export interface GatherOptions {
  readonly packName: string;
  readonly stories: Documents<Story>;
  readonly alerts: Documents<Alert>;
  readonly tellings: Documents<GuildTellings>;
  readonly documented: Documented;
  /** Feeds in trouble that are watched for the server, a line each. */
  readonly feedTrouble: (guild: string) => Promise<readonly string[]>;
  readonly drawStrip: (strip: StoryStrip) => Promise<Picture>;
}

/** The news that the server may see, heard after `from` up to `to` (UTC ms), and what else a digest of that moment tells. */
export type Gather = (
  guild: string,
  setting: DigestSetting,
  from: number,
  to: number,
) => Promise<DigestContent>;

export function createGather(options: GatherOptions): Gather {
  const { packName, alerts, tellings, stories, documented, feedTrouble } = options;
  const newsAt = createNews(alerts, stories);
  const draw = drawOnce(options.drawStrip);
  return async (guild, { channel, timeZone, feeds }, from, to) => {
    const today = dayIn(timeZone, to);
    const news = (await newsAt(to)).filter(({ story }) => isVisibleTo(story, guild));
    const tellingsHere = (await tellings.get(guild))?.stories;
    const isHeld = ({ id }: Story) => {
      const telling = tellingsHere?.[id]?.[channel];
      return telling !== undefined && telling.how !== 'message' && !telling.summarised;
    };
    const held = news.filter(({ story }) => isHeld(story));
    const told = news.filter(({ story, alert }) => alert.heard > from && alert.heard <= to && !isHeld(story));
    const all = news.map(({ story }) => story);
    const strip = stripOf(all, today, timeZone, documented.state);
    return {
      packName,
      day: sayDay(today),
      status: documented.status(today),
      stories: told.map(({ story }) => story),
      held: held.map(({ story }) => story),
      planned: documented.planned(today),
      feeds: feeds ? await feedTrouble(guild) : [],
      ...(strip && { picture: await draw(strip) }),
    };
  };
}

/** Channels of one zone show the same strip: it is drawn once. */
function drawOnce(draw: GatherOptions['drawStrip']): GatherOptions['drawStrip'] {
  let last: { readonly of: string; readonly picture: Promise<Picture> } | undefined;
  return (strip) => {
    const of = JSON.stringify(strip);
    if (last?.of !== of) {
      const picture = draw(strip);
      last = { of, picture };
      picture.catch(() => {
        last = undefined;
      });
    }
    return last.picture;
  };
}
