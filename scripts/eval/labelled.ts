import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { maybeHtmlToText } from '../../src/feeds/parse/text.ts';
import type { Item } from '../../src/news/story.ts';
import { learnedSchema } from '../../src/schema/learned.ts';
import { type Watch, watchSchema } from '../../src/schema/watch.ts';

const labelledSchema = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  source: z.string(),
  link: z.string(),
  date: z.string(),
  lang: z.string(),
  topic: z.string(),
  alert: z.boolean(),
  story: z.string(),
  /** The affair of others that it is easily taken from, if it is one. */
  lookalike: z.string().optional(),
});
/** A news item with what an analyst says about it. */
export type LabelledItem = z.infer<typeof labelledSchema>;

/** Reads JSON lines of labelled items. @throws on a line that is not one. */
export function readLabelled(file: string): LabelledItem[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => labelledSchema.parse(JSON.parse(line)));
}

/** The pack that the project's own questions and items are about. */
export const shippedPack = 'config/pakistan-ttp';

/** Reads the vocabulary of a pack. */
export function readWatch(pack: string): Watch {
  const learned = `${pack}/learned.json`;
  return {
    ...readRules(pack),
    ...(existsSync(learned) && { learned: learnedSchema.parse(JSON.parse(readFileSync(learned, 'utf8'))) }),
  };
}

/** The same without what was learned from labelled items. */
export function readRules(pack: string): Watch {
  return watchSchema.parse(load(readFileSync(`${pack}/watch.yaml`, 'utf8')));
}

export function itemOf({ id, title, summary, source, link, date, lang }: LabelledItem): Item {
  return {
    id,
    title: maybeHtmlToText(title),
    summary: maybeHtmlToText(summary),
    source,
    link,
    published: Date.parse(date),
    language: lang,
  };
}
