import { cpus, totalmem } from 'node:os';
import manifest from '../../package.json' with { type: 'json' };
import { contenders, fairness } from '../peers/about.ts';
import peers from '../peers/package.json' with { type: 'json' };
import type { Row } from './row.ts';

const head = ['what', 'floor in the same run', 'measured', 'result', 'goal', ''];

/** The rows in Markdown, in columns that line up in a terminal too. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, floor, measured, result, goal, met }) => [
    what,
    floor,
    measured,
    result,
    goal,
    met === undefined ? '' : met ? 'met' : '**missed**',
  ]);
  const widths = head.map((name, column) =>
    Math.max(name.length, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  const lineOf = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lineOf(head), rule, ...cells.map(lineOf)].join('\n');
}

/** docs/benchmarks.md of a run. */
export function documentOf(rows: readonly Row[], printed: string): string {
  const [cpu] = cpus();
  const versions = ['discord.js', 'rss-parser', 'keyv', 'undici', 'fastify'] as const;
  const beside = Object.entries(peers.dependencies).map(([name, version]) => `${name} ${version}`);
  return `# Benchmarks

Written by \`npm run bench\`; not by hand. Each figure stands beside a floor taken in the same run, so that noise of
the machine meets both.

- ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}
- Node ${process.versions.node}, ${versions.map((name) => `${name} ${manifest.dependencies[name]}`).join(', ')}
- beside: ${beside.join(', ')}

${tableOf(rows)}

## Beside others

${fairness}

${contenders.map(({ name, does }) => `- **${name}** ${does}`).join('\n')}

## As printed

\`\`\`text
${printed.trim()}
\`\`\`
`;
}
