import type { Source } from '../../schema/dataset.ts';
import { rangeOf } from '../dates.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** "According to the AFP report", "the article of November 2021": a document, and what of its name says which. */
const document =
  /\b(?:the|an?|that|this) ((?:[\w'’]+ ){0,4})(?:article|report|story|piece|dispatch)\b(?: (?:of|from|by|with) ((?:[\w'’]+ ?){1,3}))?/i;
/** The same with the words that make it say no more than where to look: at the end or the beginning. */
const aside = new RegExp(
  `,? ?\\(?\\b(?:(?:ac+ording|going) (?:to|by)|as per|per|by|in the (?:words|wording|terms|view|eyes) of|in|from) ${document.source}(?: (?:saw|sees|put|puts|says|said) it)?\\)?(?=\\s*\\W*$)|^(?:according to|going by|as per|per|in) ${document.source},? `,
  'i',
);

/** The documents that a question names, and what it asks of them. */
export interface DocumentsAsked {
  /** Without the words that only name them. */
  readonly question: string;
  /** Ids; undefined if it names none, or any would fit. */
  readonly documents: ReadonlySet<string> | undefined;
}

/** A question may name the documents it asks of by their agency or by when they were published. */
export function documentsAsked(question: string, sources: readonly Source[]): DocumentsAsked {
  const [, before = '', after = ''] = document.exec(question) ?? [];
  const names = `${before} ${after}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = names.filter((name) => sources.some((source) => isNamed(source, name)));
  const meant = sources.filter((source) => telling.every((name) => isNamed(source, name)));
  if (telling.length === 0 || meant.length === 0 || meant.length === sources.length)
    return { question, documents: undefined };
  return { question: question.replace(aside, ''), documents: new Set(meant.map(({ id }) => id)) };
}

function isNamed({ agency, published }: Source, name: string): boolean {
  if (agency?.toLowerCase() === name) return true;
  const range = published && rangeOf(published);
  if (!range) return false;
  const { earliest, latest } = range;
  const month = String(months.indexOf(name) + 1).padStart(2, '0');
  return [earliest, latest].some((day) => day.startsWith(`${name}-`) || day.slice(5, 7) === month);
}
