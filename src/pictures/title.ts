import { drawable, fitted, textElement, widthOf } from './text.ts';
import { size } from './theme.ts';

/** The headline of a picture, smaller if it is long. */
export function titleElement(title: string): string {
  const room = size.width - 2 * size.margin;
  const text = drawable(title);
  const fontSize = widthOf(text, size.title, 'bold') <= room ? size.title : size.longTitle;
  const y = size.margin + size.title * 0.8;
  return textElement(size.margin, y, fitted(text, room, fontSize, 'bold'), { fontSize, bold: true });
}
