import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Code without its comments, which may give examples. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

test('rooms of the engine hold no name of the shipped conflict', () => {
  const names =
    /\b(?:ttp|taliban?|talibs?|tehreek\w*|pakistan\w*|afghan\w*|kabul|islamabad|khurasani|emirate)\b/i;
  const files = globSync(['src/{knowledge,alerts,digest,feeds,discord,pictures}/**/*.ts', 'commands/*.ts']);
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const name = names.exec(codeOf(file))?.[0];
    return name === undefined ? [] : [`${file}: ${name}`];
  });
  expect(found).toEqual([]);
});
