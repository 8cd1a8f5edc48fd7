/** Writes the settings' table into README.md and `.env.example`; with `--check` fails where they are stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { settingsTable } from '../src/settings.ts';

const rows = Object.entries(settingsTable).map(([name, setting]) => ({
  name: 'secret' in setting ? `${name}, ${name}_FILE` : name,
  variable: name,
  about: setting.about,
  takes: setting.takes,
  preset: 'default' in setting ? setting.default : '',
}));

const table = [
  '| setting | takes | default | |',
  '|---|---|---|---|',
  ...rows.map(({ name, takes, preset, about }) => {
    const names = name
      .split(', ')
      .map((each) => `\`${each}\``)
      .join(', ');
    return `| ${names} | ${takes} | ${preset ? `\`${preset}\`` : ''} | ${about} |`;
  }),
].join('\n');

const example = rows.map(
  ({ variable, about, takes, preset }) => `# ${about}\n# Takes ${takes}.\n${variable}=${preset}\n`,
);

const readme = readFileSync('README.md', 'utf8');
const marked = /(<!-- settings -->\n)[\s\S]*?(\n<!-- \/settings -->)/;
if (!marked.test(readme)) throw new Error('README.md has lost its settings marks');
const files = {
  'README.md': readme.replace(marked, (_all, open, close) => open + table + close),
  '.env.example': example.join('\n'),
};

for (const [file, text] of Object.entries(files)) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is stale: run npm run docs:settings`);
    process.exitCode = 1;
  } else writeFileSync(file, text);
}
