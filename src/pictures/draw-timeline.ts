import type { Picture } from '../reply.ts';
import type { Timeline } from '../timeline.ts';
import { toPng } from './png.ts';
import { timelineSvg } from './timeline-svg.ts';

/**
 * The timeline as a PNG, 1,200 pixels wide, legible on a phone and on dark ground. The last pictures are kept.
 * @throws RangeError if `to` is before `from` or a date is no day
 */
export async function drawTimeline(timeline: Timeline): Promise<Picture> {
  const png = await toPng(timelineSvg(timeline).svg);
  return { name: 'timeline.png', png, alt: timeline.alt };
}
