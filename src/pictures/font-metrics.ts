import { readFileSync } from 'node:fs';

/** Advance width in em of a character, undefined if the font has no glyph for it. */
export type Advances = (character: string) => number | undefined;

/**
 * Reads the advance widths out of a TrueType file: tables head, hhea, hmtx and a cmap of format 4.
 * https://learn.microsoft.com/typography/opentype/spec/
 */
export function readAdvances(file: string): Advances {
  const bytes = readFileSync(file);
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = (tag: string): number => {
    for (let record = 12; record < 12 + font.getUint16(4) * 16; record += 16) {
      if (bytes.toString('latin1', record, record + 4) === tag) return font.getUint32(record + 8);
    }
    throw new Error(`${file} has no table ${tag}`);
  };
  const unitsPerEm = font.getUint16(table('head') + 18);
  const metricCount = font.getUint16(table('hhea') + 34);
  const metrics = table('hmtx');
  const glyphs = readGlyphs(font, table('cmap'));
  return (character) => {
    const glyph = glyphs.get(character.codePointAt(0)!);
    if (glyph === undefined) return undefined;
    return font.getUint16(metrics + 4 * Math.min(glyph, metricCount - 1)) / unitsPerEm;
  };
}

/** Code points of the basic plane and their glyphs. */
function readGlyphs(font: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < font.getUint16(cmap + 2); index++) {
    const start = cmap + font.getUint32(cmap + 8 + index * 8);
    if (font.getUint16(start) !== 4) continue;
    const size = font.getUint16(start + 6);
    for (let segment = 0; segment < size; segment += 2) {
      const last = font.getUint16(start + 14 + segment);
      const first = font.getUint16(start + 16 + size + segment);
      const delta = font.getUint16(start + 16 + 2 * size + segment);
      const at = start + 16 + 3 * size + segment;
      const offset = font.getUint16(at);
      for (let code = first; code <= last && code < 0xffff; code++) {
        const listed = offset === 0 ? code : font.getUint16(at + offset + 2 * (code - first));
        const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
        if (glyph !== 0) glyphs.set(code, glyph);
      }
    }
  }
  return glyphs;
}
