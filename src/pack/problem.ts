/** One thing wrong in a pack, and where. */
export interface Problem {
  /** Path of the file, as the pack's folder was given. */
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** One sentence for the editor of the file. */
  readonly message: string;
}

export function problemLine({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** The pack cannot be used; its message lists every problem, one a line. */
export class PackError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemLine).join('\n'));
    this.name = 'PackError';
    this.problems = problems;
  }
}
