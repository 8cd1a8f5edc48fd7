import type { Counts } from './lines.ts';

const every = 200;

/** Does the work, and shows on standard error how far it has come: on a terminal in place, and the sum in the end. */
export async function withProgress(done: string, counts: Counts, work: () => Promise<void>): Promise<void> {
  const say = (text: string) => void process.stderr.write(text);
  const clear = process.stderr.isTTY ? '\r\u001b[K' : '';
  const timer = clear ? setInterval(() => say(`${clear}${sayCounts(counts)}`), every) : undefined;
  try {
    await work();
    say(`${clear}${done} ${sayCounts(counts)}\n`);
  } catch (error) {
    say(`${clear}stopped after ${sayCounts(counts)}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

function sayCounts({ documents, jobs }: Counts): string {
  return `${documents.toLocaleString('en')} documents and ${jobs.toLocaleString('en')} jobs`;
}
