import { drawable, fitted, textElement, widthOf } from './text.ts';
import { size } from './theme.ts';

const lineGap = 42;

/** The headline of a picture, smaller if it is long, in two lines if it is longer; `bottom` in pixels. */
export function drawTitle(title: string): { readonly svg: string; readonly bottom: number } {
  const room = size.width - 2 * size.margin;
  const text = drawable(title);
  const fits = (fontSize: number) => widthOf(text, fontSize, 'bold') <= room;
  const fontSize = fits(size.title) ? size.title : size.longTitle;
  const lines = fits(fontSize) ? [text] : beforeAndAfterComma(text);
  const svg = lines.map((line, at) => {
    const y = size.margin + size.title * 0.8 + at * lineGap;
    return textElement(size.margin, y, fitted(line, room, fontSize, 'bold'), { fontSize, bold: true });
  });
  return { svg: svg.join(''), bottom: size.margin + size.title + (lines.length - 1) * lineGap };
}

/** What stands after the last comma is the time: it must not be cut off. */
function beforeAndAfterComma(text: string): readonly string[] {
  const comma = text.lastIndexOf(', ');
  return comma < 0 ? [text] : [text.slice(0, comma), text.slice(comma + 2)];
}
