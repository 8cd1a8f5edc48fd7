import { fontFiles } from './fonts.ts';

/** The SVG as a PNG, drawn off the main thread with the fonts of this package alone. */
export async function toPng(svg: string): Promise<Uint8Array> {
  try {
    // Loaded with the first picture: most processes draw none for hours.
    const { renderAsync } = await import('@resvg/resvg-js');
    const font = { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
    return (await renderAsync(svg, { font })).asPng();
  } catch (error) {
    throw new Error('the picture could not be drawn', { cause: error });
  }
}
