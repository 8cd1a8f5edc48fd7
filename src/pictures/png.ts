import { fontFiles } from './fonts.ts';

const kept = 16;
/** Finished and running drawings by their SVG: the last ones asked for, the newest at the end. */
const drawn = new Map<string, Promise<Uint8Array>>();

/**
 * The SVG as a PNG, drawn off the main thread with the fonts of this package alone. The last pictures are
 * remembered by their SVG, which says all that they show; so another dataset or range is another picture.
 */
export function toPng(svg: string): Promise<Uint8Array> {
  const png = drawn.get(svg) ?? render(svg);
  drawn.delete(svg);
  drawn.set(svg, png);
  if (drawn.size > kept) drawn.delete(drawn.keys().next().value!);
  return png;
}

async function render(svg: string): Promise<Uint8Array> {
  try {
    // Loaded with the first picture: most processes draw none for hours.
    const { renderAsync } = await import('@resvg/resvg-js');
    const font = { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
    return (await renderAsync(svg, { font })).asPng();
  } catch (error) {
    drawn.delete(svg);
    throw new Error('the picture could not be drawn', { cause: error });
  }
}
