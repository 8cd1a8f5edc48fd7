import { z } from 'zod';
import { systemClock } from '../clock.ts';
import { maybeHtmlToText } from '../feeds/parse/text.ts';
import { classifyAll } from '../news/classify-all.ts';
import type { Item } from '../news/story.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';
import { openPack } from './open-pack.ts';

const lineSchema = z.object({
  id: z.coerce.string(),
  title: z.string().default(''),
  summary: z.string().nullish(),
  source: z.string().nullish(),
  link: z.string().nullish(),
  date: z.string().nullish(),
  lang: z.string().nullish(),
});

/**
 * Says of each item on standard input what it is about, whether it alerts, and which story it belongs to. A line that
 * holds no item is named on standard error; the others are judged, and the exit code is 1.
 */
export async function run(): Promise<number> {
  const pack = await openPack();
  const { lines, failed } = await readJsonLines((value) => itemOf(lineSchema.parse(value)));
  for (const judged of classifyAll(pack.watch, lines)) writeJsonLine(judged);
  return failed ? 1 : 0;
}

/** Texts are read as those of feeds are. An item without a readable date counts as of today. */
function itemOf({ id, title, summary, source, link, date, lang }: z.infer<typeof lineSchema>): Item {
  const published = Date.parse(date ?? '');
  return {
    id,
    title: maybeHtmlToText(title),
    summary: maybeHtmlToText(summary ?? ''),
    source: source ?? '',
    link: link ?? '',
    published: Number.isNaN(published) ? systemClock.now() : published,
    ...(lang && { language: lang }),
  };
}
