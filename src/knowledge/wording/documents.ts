import type { Source } from '../../schema/dataset.ts';
import { rangeOf } from '../dates.ts';
import { sayPartial } from './dates.ts';

/** For example: Dawn, “TTP ends ceasefire”, 28 November 2022; the day is not said twice. */
export function sayDocument(source: Source): string {
  const { title, publisher } = source;
  return dayAfter(source, publisher === undefined ? title : `${publisher}, ${quoted(title)}`);
}

/** For example: Dawn, 28 November 2022; a document without a publisher by a few words, else by its title. */
export function sayDocumentBriefly(source: Source): string {
  const { title, short, publisher } = source;
  return dayAfter(source, short ?? publisher ?? title);
}

/** How a sentence cites each document, by id: in brief, unless another would be cited by the same words. */
export function citationsOf(sources: readonly Source[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const source of sources) {
    const brief = sayDocumentBriefly(source);
    count.set(brief, (count.get(brief) ?? 0) + 1);
  }
  return new Map(
    sources.map((source) => {
      const brief = sayDocumentBriefly(source);
      return [source.id, count.get(brief) === 1 ? brief : sayDocument(source)];
    }),
  );
}

/** A title or name that stands in a sentence. */
export function quoted(name: string): string {
  return name.startsWith('“') ? name : `“${name}”`;
}

function dayAfter({ published }: Source, name: string): string {
  if (published.on === null) return name;
  const day = sayPartial(published.on);
  if (name.includes(day)) return name;
  const range = rangeOf(published);
  const isCertain = published.on.length < 10 || (range !== undefined && range.earliest === range.latest);
  return `${name}, ${isCertain ? '' : 'about '}${day}`;
}
