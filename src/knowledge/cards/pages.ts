import type { Button, Field, SourceNote } from '../../reply.ts';
import type { Source } from '../../schema/dataset.ts';
import { sayDocument, sayDocumentBriefly } from '../wording/documents.ts';
import { fitWords, weightOf } from './weight.ts';

/** One statement of a card and the documents behind it. */
export interface Line {
  readonly text: string;
  readonly sources: readonly Source[];
}

/** Lines that belong together under a name. */
export interface Section {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** What of some sections fits into one card. */
export interface Page {
  readonly fields: readonly Field[];
  readonly sources: readonly SourceNote[];
}

/** Of Discord's 1,024 for a field and 6,000 for a message, less a title, a body and the sources. */
const FIELD_WEIGHT = 1000;
const PAGE_WEIGHT = 3600;
const PAGE_FIELDS = 12;

/** Cuts sections into pages between lines; a section begins a new page rather than being torn if that helps. */
export function pagesOf(sections: readonly Section[]): readonly Page[] {
  const pages: { fields: Field[]; sources: Source[] }[] = [];
  let room = 0;
  for (const section of sections) {
    const pieces = piecesOf(section);
    const whole = pieces.reduce((sum, piece) => sum + sizeOf(piece), 0);
    if (whole > room && whole <= PAGE_WEIGHT) room = 0;
    for (const piece of pieces) {
      const size = sizeOf(piece);
      if (size > room || (pages.at(-1)?.fields.length ?? 0) >= PAGE_FIELDS) {
        pages.push({ fields: [], sources: [] });
        room = PAGE_WEIGHT;
      }
      room -= size;
      const page = pages.at(-1);
      page?.fields.push({ name: piece.name, value: piece.lines.map(({ text }) => text).join('\n') });
      page?.sources.push(...piece.lines.flatMap(({ sources }) => sources));
    }
  }
  return pages.map(({ fields, sources }) => ({ fields, sources: notesOf(sources) }));
}

/** Sections of at most one field each. */
function piecesOf({ name, lines }: Section): Section[] {
  const pieces: { name: string; lines: Line[] }[] = [];
  let room = 0;
  for (const line of lines) {
    const text = fitWords(line.text, FIELD_WEIGHT);
    const size = weightOf(text) + 1;
    if (size > room) {
      const title = fitWords(name, 200);
      pieces.push({ name: pieces.length === 0 ? title : `${title} (continued)`, lines: [] });
      room = FIELD_WEIGHT + 1;
    }
    room -= size;
    pieces.at(-1)?.lines.push({ ...line, text });
  }
  return pieces;
}

function sizeOf({ name, lines }: Section): number {
  return lines.reduce((sum, { text }) => sum + weightOf(text) + 1, weightOf(name));
}

/** Documents as a card lists them, each once. */
export function notesOf(sources: readonly Source[]): readonly SourceNote[] {
  return [...new Set(sources)].map((source) => ({
    label: fitWords(sayDocument(source), 180),
    ...(source.url !== undefined && { url: source.url }),
  }));
}

/** The same by outlet and day only: the link, or the title in the details, says which. */
export function briefNotesOf(sources: readonly Source[]): readonly SourceNote[] {
  return [...new Set(sources)].map((source) => ({
    label: fitWords(sayDocumentBriefly(source), 80),
    ...(source.url !== undefined && { url: source.url }),
  }));
}

/** What a card's list of sources takes; a renderer shows as many as one field holds. */
export function sourcesWeight(sources: readonly SourceNote[]): number {
  const lines = sources.map(({ label, url }) => weightOf(label) + (url?.length ?? 0) + 7);
  return (
    Math.min(
      1024,
      lines.reduce((sum, size) => sum + size, 0),
    ) + 'Sources'.length
  );
}

/** The page of that number, or the nearest there is. */
export function pageAt<T>(pages: readonly T[], number: number): { page: T | undefined; number: number } {
  const within = Math.min(
    Math.max(Number.isSafeInteger(number) ? number : 0, 0),
    Math.max(pages.length - 1, 0),
  );
  return { page: pages[within], number: within };
}

/** Buttons to the neighbours of a page; none if there is only one, or if an id would be too long. */
export function pageButtons(
  number: number,
  count: number,
  idOf: (page: number) => string,
): readonly Button[] {
  if (count < 2 || idOf(count).length > 100) return [];
  return [
    { id: idOf(number - 1), label: 'Back', disabled: number === 0 },
    { id: idOf(number + 1), label: 'Next', disabled: number === count - 1 },
  ];
}
