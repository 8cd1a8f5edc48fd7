import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocatedLists, problemAt } from './dataset-file.ts';
import type { Problem } from './problem.ts';

/** An end of a sentence with another behind it; a title like "Mr." ends none. */
const nextSentence = /(?<!\b(?:Mr|Mrs|Ms|Dr|Gen|St))[.!?۔؟]["”’)]*\s+["“‘(]*[\p{Lu}\p{Lo}]/u;

/** A quote is short, so that it stays a quotation: at most one sentence. */
export function checkQuoteLength({ claims }: LocatedLists): readonly Problem[] {
  return claims
    .filter(({ record }) => record.quote !== undefined && nextSentence.test(record.quote.trim()))
    .map(({ record, file, path }) =>
      problemAt(file, [...path, 'quote'], `the quote of ${record.id} is longer than one sentence`),
    );
}

/** Every quote stands word for word in its document, line breaks aside. @param seeds folder of the documents */
export async function checkQuotes(
  { sources, claims }: LocatedLists,
  seeds: string,
): Promise<readonly Problem[]> {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { record, file, path } of sources) {
    if (record.document === undefined) continue;
    try {
      texts.set(record.id, squeeze(await readFile(join(seeds, record.document), 'utf8')));
    } catch {
      problems.push(problemAt(file, [...path, 'document'], `${join(seeds, record.document)} cannot be read`));
    }
  }
  for (const { record, file, path } of claims) {
    const text = texts.get(record.source);
    if (record.quote === undefined || text === undefined || text.includes(squeeze(record.quote))) continue;
    problems.push(
      problemAt(file, [...path, 'quote'], `the quote of ${record.id} does not stand in its document`),
    );
  }
  return problems;
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
