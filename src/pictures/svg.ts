import { colour, size } from './theme.ts';

/** A piece of a drawing, and where its label stands. */
export interface Block {
  readonly svg: string;
  readonly label: Box | undefined;
}

/** In pixels, from the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A whole SVG of the usual width on its own ground. */
export function svgDocument(height: number, definitions: string, content: readonly string[]): string {
  const box = `width="${size.width}" height="${Math.ceil(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${box}>`,
    `<defs>${definitions}</defs>`,
    `<rect ${box} fill="${colour.ground}"/>`,
    ...content,
    '</svg>',
  ].join('\n');
}
