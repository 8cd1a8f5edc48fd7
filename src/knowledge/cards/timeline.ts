import type { Picture, Reply } from '../../reply.ts';
import type { Timeline } from '../../timeline.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { sourcesOf } from '../status.ts';
import { episodesBetween } from '../timeline.ts';
import { saySpan } from '../wording/ceasefire.ts';
import { notesOf } from './pages.ts';
import { fitLines, fitWords } from './weight.ts';

/** The answer of /ceasefire timeline: the picture, and in words what its bars say. */
export function timelineReply(
  index: DatasetIndex,
  dyad: string,
  timeline: Timeline,
  picture: Picture,
): Reply {
  const record = index.dyads.get(dyad);
  const episodes = record ? episodesBetween(record, timeline.from, timeline.to) : [];
  const lines = episodes.map((episode) => `${episode.ceasefire.name}: ${saySpan(episode)}.`);
  return {
    cards: [
      {
        title: fitWords(timeline.title, 200),
        body: lines.length > 0 ? fitLines(lines, 3000) : 'No ceasefire is documented for this time.',
        sources: notesOf(sourcesOf(index, episodes)),
      },
    ],
    picture,
  };
}
