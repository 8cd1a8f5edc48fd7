import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { type Outlet, type Story, sampleOutlets } from './outlets.ts';

const text = z._default(z.nullish(z.string()), '');
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  summary: text,
  source: text,
  link: text,
  date: z.string().check(z.refine((date) => !Number.isNaN(Date.parse(date)), 'no date')),
  lang: z.nullish(z.string()),
});
type Line = z.infer<typeof lineSchema>;

/** What is published when, and where. */
export interface ReplayItem {
  /** Id of its outlet. */
  readonly outlet: string;
  readonly story: Story;
  /** UTC ms. */
  readonly at: number;
}

export interface Replay {
  /** By date; those of one date in the order of the file. Never empty. */
  readonly items: readonly ReplayItem[];
  /** The sample outlets, and those that the file names beside them. */
  readonly outlets: readonly Outlet[];
}

/** Reads JSON lines, as `classify` takes them, with a date in each. @throws Error that names the line at fault */
export async function readReplay(file: string | URL): Promise<Replay> {
  const content = await readFile(file, 'utf8');
  const lines = content.split('\n').flatMap((line, at) => (line.trim() ? [readLine(line, at + 1)] : []));
  if (lines.length === 0) throw new Error('it holds no items');
  const outlets = new Map(sampleOutlets.map((outlet) => [outlet.title, outlet]));
  for (const { source, lang } of lines) {
    const title = source || 'No outlet';
    if (!outlets.has(title)) outlets.set(title, { id: `outlet-${outlets.size}`, title, lang: lang || 'en' });
  }
  const items = lines.map(({ id, title, summary, source, link, date }) => ({
    outlet: outlets.get(source || 'No outlet')!.id,
    story: {
      slug: encodeURIComponent(id),
      title,
      summary: summary ?? '',
      ...(link && URL.canParse(link) && { link }),
    },
    at: Date.parse(date),
  }));
  return { items: items.toSorted((a, b) => a.at - b.at), outlets: [...outlets.values()] };
}

function readLine(line: string, number: number): Line {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (cause) {
    const why =
      cause instanceof z.core.$ZodError
        ? cause.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
        : 'not JSON';
    throw new Error(`line ${number}: ${why}`, { cause });
  }
}
