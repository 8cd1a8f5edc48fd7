import type { Picture } from '../reply.ts';
import type { Timeline } from '../timeline.ts';
import { toPng } from './png.ts';
import { timelineSvg } from './timeline-svg.ts';

const kept = 16;
/** Finished and running drawings: the last ones asked for, the newest at the end. */
const drawn = new Map<string, Promise<Picture>>();

/**
 * The timeline as a PNG, 1,200 pixels wide, legible on a phone and on dark ground. The last pictures are kept.
 * @param dataset version of what the timeline was made from: with its title and range it stands for all that it shows
 * @throws RangeError if `to` is before `from` or a date is no day
 */
export function drawTimeline(timeline: Timeline, dataset: string): Promise<Picture> {
  const { title, from, to } = timeline;
  const key = JSON.stringify([dataset, title, from, to]);
  const known = drawn.get(key);
  const picture = known ?? draw(timeline);
  if (!known) picture.catch(() => drawn.delete(key));
  drawn.delete(key);
  drawn.set(key, picture);
  if (drawn.size > kept) drawn.delete(drawn.keys().next().value!);
  return picture;
}

async function draw(timeline: Timeline): Promise<Picture> {
  return { name: 'timeline.png', png: await toPng(timelineSvg(timeline).svg), alt: timeline.alt };
}
