import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/pictures/fonts.ts';
import { drawable, fitted, inLines, textElement, widthOf } from '../../src/pictures/text.ts';
import { colour, size } from '../../src/pictures/theme.ts';

/** As the renderer measures it. */
function drawnWidth(text: string, bold: boolean): number {
  const element = textElement(100, 100, text, { fontSize: 30, bold });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200">${element}</svg>`;
  const resvg = new Resvg(svg, { font: { fontFiles: [...fontFiles], loadSystemFonts: false } });
  return resvg.getBBox()!.width;
}

describe('the width of text', () => {
  it('is that of the font, a little more at most', () => {
    for (const text of [
      'Talks between Pakistan and the TTP in Kabul',
      'WAVE, “quoted” – 1,234…',
      'Türkiye, Īd, Ünal',
    ]) {
      for (const weight of ['regular', 'bold'] as const) {
        const drawn = drawnWidth(text, weight === 'bold');
        expect(widthOf(text, 30, weight)).toBeGreaterThan(drawn - 1);
        expect(widthOf(text, 30, weight)).toBeLessThan(drawn * 1.05 + 5);
      }
    }
  });

  it('is not less than what Urdu and Pashto take', () => {
    for (const text of [
      'جنگ بندی میں توسیع پر بات چیت',
      'ټولو ښاغلو د اوربند غځول',
      'مذاکرات کابل میں ہوئے',
    ]) {
      expect(widthOf(text, 30)).toBeGreaterThan(drawnWidth(text, false));
    }
  });
});

describe('text for a picture', () => {
  it('is cut at a word with an ellipsis, and within the width', () => {
    const text = 'Talks between Pakistan and the TTP in Kabul';
    expect(fitted(text, 2000, 30)).toBe(text);
    expect(fitted(text, 400, 30)).toBe('Talks between Pakistan…');
    for (let width = 60; width < 700; width += 35)
      expect(widthOf(fitted(text, width, 30), 30)).toBeLessThanOrEqual(width);
  });

  it('goes on in a second line and is cut there', () => {
    const text = 'Talks between Pakistan and the TTP in Kabul, mediated by the Afghan Taliban';
    expect(inLines(text, 420, 30, 2)).toEqual(['Talks between Pakistan and', 'the TTP in Kabul, mediated…']);
    expect(inLines(text, 420, 30, 1)).toEqual(['Talks between Pakistan…']);
    expect(inLines('short', 420, 30, 2)).toEqual(['short']);
    expect(inLines('x'.repeat(90), 420, 30, 2)).toHaveLength(1);
  });

  it('loses what would be drawn as boxes or turn it round', () => {
    expect(drawable(' a\n\tb \u202Ec\u2066 \u0007d 🕊️ e\u0301\u0301\u0301\u0301\u0301 ')).toBe(
      'a b c d e\u0301\u0301',
    );
    expect(drawable('جنگ بندی')).toBe('جنگ بندی');
    expect(drawable('می\u200Cشود')).toBe('می\u200Cشود');
    expect(drawable('👨‍👩‍👧 a\u200Db © 🇵🇰 1️⃣')).toBe('ab © 1\u20E3');
  });
});

describe('the colours', () => {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };

  it('of text and marks stand out from the ground: at least 4.5 to 1, as WCAG asks', () => {
    const { ground, grid: _, ...onGround } = colour;
    for (const [name, value] of Object.entries(onGround)) {
      expect.soft((luminance(value) + 0.05) / (luminance(ground) + 0.05), name).toBeGreaterThanOrEqual(4.5);
    }
    expect(size.small).toBeGreaterThanOrEqual(28);
  });
});
