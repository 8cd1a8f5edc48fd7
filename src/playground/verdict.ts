import { execFile } from 'node:child_process';

/** What the bot's classifier makes of an item, as `classify` of the command line tells it. */
export interface Verdict {
  readonly alert: boolean;
  readonly topic: string;
  readonly reasons: readonly string[];
}

interface Asked {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly link: string;
  /** ISO 8601. */
  readonly date: string;
}

/** Asks the command line of the bot in a process of its own. @throws if it fails or gives no line */
export function classify(root: string, pack: string, item: Asked): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const { PATH, HOME } = process.env;
    const options = { cwd: root, env: { PATH, HOME, PACK: pack }, timeout: 20_000 };
    const child = execFile(process.execPath, ['src/main.ts', 'classify'], options, (error, stdout) => {
      const line = stdout.split('\n').find((each) => each.startsWith('{'));
      if (error || !line) reject(error ?? new Error('classify said nothing'));
      else resolve(JSON.parse(line) as Verdict);
    });
    child.stdin?.on('error', reject).end(`${JSON.stringify(item)}\n`);
  });
}
