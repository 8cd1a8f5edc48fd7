/** Reads JSON lines from standard input, each checked by `parse`. What is wrong with others is said on standard error. */
export async function readJsonLines<T>(
  parse: (value: unknown) => T,
): Promise<{ readonly lines: readonly T[]; readonly failed: boolean }> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  let failed = false;
  const lines = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [parse(JSON.parse(line))];
    } catch (cause) {
      failed = true;
      process.stderr.write(`line ${index + 1} of the input is not as expected: ${reason(cause)}\n`);
      return [];
    }
  });
  return { lines, failed };
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
