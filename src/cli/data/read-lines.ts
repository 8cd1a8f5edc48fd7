import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { newestForm } from '../../app/forms/bring-up.ts';
import { UserError } from '../../command.ts';
import { headSchema, type Line, lineSchema } from './lines.ts';

/**
 * The lines of an export after its head, each checked. @throws {UserError} that names file and line; also if
 * the export is of a newer version or was cut off
 */
export async function* readExport(file: string): AsyncGenerator<Exclude<Line, { end: unknown }>> {
  const counts = { documents: 0, jobs: 0 };
  let ended = false;
  let number = 0;
  const input = createReadStream(file, 'utf8');
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (number === 1) checkHead(file, text);
      else {
        const line = parsed(file, number, text);
        if (ended) throw new UserError(`${file}:${number}: nothing may follow the last line of an export.`);
        if ('end' in line) {
          if (line.end.documents !== counts.documents || line.end.jobs !== counts.jobs)
            throw new UserError(`${file} lacks lines: take another copy of this export.`);
          ended = true;
        } else {
          counts['document' in line ? 'documents' : 'jobs'] += 1;
          yield line;
        }
      }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError(`${file} can't be read: ${message}.`, { cause: error });
  }
  if (!ended) throw new UserError(`${file} was cut off: its last line is missing. Take another copy of it.`);
}

/** The form of the documents in an export. @throws {UserError} */
export async function formOfExport(file: string): Promise<number> {
  for await (const text of createInterface({ input: createReadStream(file, 'utf8') }))
    return checkHead(file, text);
  throw new UserError(`${file} is empty.`);
}

function checkHead(file: string, text: string): number {
  const head = headSchema.safeParse(jsonOf(text));
  if (!head.success) throw new UserError(`${file} is no export of this program.`);
  const { version } = head.data;
  if (version > newestForm) {
    throw new UserError(
      `${file} was written by a newer version of this program (export ${version}, known: ${newestForm}): import it with that version.`,
    );
  }
  return version;
}

function parsed(file: string, number: number, text: string): Line {
  const line = lineSchema.safeParse(jsonOf(text));
  if (!line.success)
    throw new UserError(`${file}:${number}: this line is cut off, or not as an export writes it.`);
  return line.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
