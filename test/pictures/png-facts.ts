/** Width and height that a PNG declares. @throws if it is no PNG. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (view.getBigUint64(0) !== 0x89504e470d0a1a0an) throw new Error('not a PNG');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** How many elements of an SVG have exactly this class. */
export function countOf(svg: string, className: string): number {
  return svg.split(`class="${className}"`).length - 1;
}
