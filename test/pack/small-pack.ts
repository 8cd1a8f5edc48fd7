import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The form of watch.yaml has its own tests; here it only has to be sound. */
const watch = readFileSync(join(import.meta.dirname, '../../config/pakistan-ttp/watch.yaml'), 'utf8');

/** A sound pack, as small as can be. */
const sound: Readonly<Record<string, string>> = {
  'pack.yaml': `name: Small
timeZone: Asia/Karachi
defaultDyad: a-b
dyads:
  - id: a-b
    name: A and B
    parties: [a, b]
  - id: a-c
    name: A and C
    parties: [a, c]
`,
  'watch.yaml': watch,
  'feeds.yaml': `feeds:
  - id: one
    title: One
    url: https://one.example/rss
    lang: en
    tier: A
`,
  'dataset/seeds/records.yaml': `sources:
  - id: doc
    title: A document
    document: doc.txt
    published: { on: 2021-11-09, precision: day, how: stated }
    textQuality: original
actors:
  - { id: a, type: government, name: A }
  - { id: b, type: armed_group, name: B }
  - { id: c, type: state, name: C }
  - { id: town, type: place, name: Town }
`,
  'dataset/seeds/claims.yaml': `claims:
  - id: c1
    source: doc
    kind: ceasefire_start
    dyad: a-b
    summary: A and B began a ceasefire on 9 November 2021.
    quote: A ceasefire between A and B came into effect on Tuesday
    date: { on: 2021-11-09, precision: day, how: stated }
    assertedBy: [a]
    attribution: reported
  - id: c2
    source: doc
    kind: airstrike
    dyad: a-c
    summary: A struck C.
    date: { on: 2021-12, precision: month, how: stated }
    assertedBy: [c]
    attribution: reported
`,
  'dataset/seeds/ceasefires.yaml': `ceasefires:
  - id: CF-1
    dyad: a-b
    name: First
    parties: [a, b]
    side: bilateral
    effective:
      - { on: 2021-11-09, precision: day, how: stated, claims: [c1] }
    plannedEnd:
      - { on: 2021-12-08, precision: day, how: stated, claims: [c1] }
`,
};

/**
 * A folder with the small pack, changed; it goes when the test is done.
 *
 * @param changes text by file; null leaves the file out
 */
export async function smallPack(changes: Readonly<Record<string, string | null>> = {}): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'pack-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, text] of Object.entries({ ...sound, ...changes })) {
    if (text === null) continue;
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return dir;
}

/** A file of the small pack with one piece of text exchanged. */
export function changed(name: string, from: string, to: string): Record<string, string> {
  const text = sound[name];
  if (!text?.includes(from)) throw new Error(`${name} of the small pack has no "${from}"`);
  return { [name]: text.replace(from, to) };
}
