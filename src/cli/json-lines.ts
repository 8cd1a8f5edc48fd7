import { UserError } from '../command.ts';

/** Reads JSON lines from standard input, each checked by `parse`. @throws {UserError} that names the line. */
export async function readJsonLines<T>(parse: (value: unknown) => T): Promise<T[]> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [parse(JSON.parse(line))];
    } catch (cause) {
      throw new UserError(`line ${index + 1} of the input is not as expected: ${reason(cause)}`, { cause });
    }
  });
}

export function writeJsonLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function reason(error: unknown): string {
  const { issues, message } = error as {
    issues?: { path: PropertyKey[]; message: string }[];
    message: string;
  };
  return issues?.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') ?? message;
}
