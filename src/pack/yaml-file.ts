import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { load, YAMLException } from 'js-yaml';
import type { Problem } from './problem.ts';

/** A YAML file as read; positions are sought only when there is a problem to report. */
export interface YamlFile {
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
}

/** @returns the file, or the problem: missing, unreadable, or no YAML. */
export async function readYaml(path: string): Promise<YamlFile | Problem> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return at(
      path,
      missing ? 'the file is missing' : `the file cannot be read (${(error as Error).message})`,
    );
  }
  try {
    return { path, text, value: load(text) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    return { ...at(path, `no valid YAML: ${error.reason}`), line: line + 1, column: column + 1 };
  }
}

/** As `readYaml`, for a file that a pack need not have. */
export async function readIfThere(path: string): Promise<YamlFile | Problem | undefined> {
  return existsSync(path) ? readYaml(path) : undefined;
}

function at(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}

export function isProblem(read: YamlFile | Problem): read is Problem {
  return 'message' in read;
}
