import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readReplay } from '../../src/playground/newsroom/replay-file.ts';

const shipped = 'src/playground/newsroom/replay.jsonl';

interface Judged {
  readonly id: string;
  readonly topic: string;
  readonly alert: boolean;
}
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judged);

function fileWith(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'items.jsonl'), content);
  return join(folder, 'items.jsonl');
}

test('the shipped items are classified as they are labelled', () => {
  const input = readFileSync(shipped, 'utf8');
  const { stdout } = spawnSync(process.execPath, ['src/main.ts', 'classify'], { input, encoding: 'utf8' });
  const labels = ({ id, topic, alert }: Judged) => ({ id, alert, topic: alert ? topic : 'no alert' });
  expect(linesOf(stdout).map(labels)).toEqual(linesOf(input).map(labels));
});

test('the shipped items go from November 2021 to the end of May 2022', async () => {
  const { items, outlets } = await readReplay(shipped);
  expect(items).toHaveLength(60);
  expect(new Date(items[0]!.at).toISOString()).toMatch(/^2021-11-08/);
  expect(new Date(items.at(-1)!.at).toISOString()).toMatch(/^2022-05-30/);
  expect(outlets.map(({ title }) => title)).toEqual(['Sample Wire', 'Sample Daily', 'Sample Urdu Service']);
});

test('items stand by date, and outlets that the file names get a feed', async () => {
  const file = fileWith(`
{"id":2,"title":"Later","date":"2022-05-20","source":"Another","lang":"ur","link":"https://a.example/2"}
{"id":"1/a","title":"Earlier","summary":null,"date":"2022-05-19T10:00:00Z"}
`);
  const { items, outlets } = await readReplay(file);
  expect(items).toEqual([
    {
      outlet: 'outlet-4',
      story: { slug: '1%2Fa', title: 'Earlier', summary: '' },
      at: Date.UTC(2022, 4, 19, 10),
    },
    {
      outlet: 'outlet-3',
      story: { slug: '2', title: 'Later', summary: '', link: 'https://a.example/2' },
      at: Date.UTC(2022, 4, 20),
    },
  ]);
  expect(outlets.slice(3)).toEqual([
    { id: 'outlet-3', title: 'Another', lang: 'ur' },
    { id: 'outlet-4', title: 'No outlet', lang: 'en' },
  ]);
});

test.each([
  ['', 'no items'],
  ['{"id":1,"title":"x","date":"2022-05-20"}\nnot so', 'line 2: not JSON'],
  ['{"id":1,"title":"x","date":"soon"}', 'line 1: date: no date'],
  ['{"id":1,"date":"2022-05-20"}', 'line 1: title'],
])('%j is refused with its reason', async (content, why) => {
  await expect(readReplay(fileWith(content))).rejects.toThrow(why);
});
