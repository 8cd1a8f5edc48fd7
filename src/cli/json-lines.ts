import { UserError } from '../command.ts';

/**
 * Reads JSON lines from standard input, each checked by `parse`.
 * @param refuse takes what is wrong with a line, which it names, and lets the others be read
 * @throws {UserError} the same if nobody takes it
 */
export async function readJsonLines<T>(
  parse: (value: unknown) => T,
  refuse: (error: UserError) => void = (error) => {
    throw error;
  },
): Promise<T[]> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [parse(JSON.parse(line))];
    } catch (cause) {
      const what = `line ${index + 1} of the input is not as expected: ${reason(cause)}`;
      refuse(new UserError(what, { cause }));
      return [];
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
  return (
    issues?.map(({ path, message: what }) => [path.join('.'), what].filter(Boolean).join(': ')).join('; ') ??
    message
  );
}
