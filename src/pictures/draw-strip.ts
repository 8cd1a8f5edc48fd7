import type { Picture } from '../reply.ts';
import type { StoryStrip } from '../story-strip.ts';
import { toPng } from './png.ts';
import { stripSvg } from './strip-svg.ts';

/**
 * The strip of the last days as a PNG, 1,200 pixels wide.
 * @throws RangeError if there are no days or a date is no day
 */
export async function drawStrip(strip: StoryStrip): Promise<Picture> {
  return { name: 'stories.png', png: await toPng(stripSvg(strip)), alt: strip.alt };
}
