import { load, YAMLException } from 'js-yaml';
import type { TextFile } from './pack-files.ts';
import type { Problem } from './problem.ts';

/** A YAML file as read; positions are sought only when there is a problem to report. */
export interface YamlFile extends TextFile {
  readonly value: unknown;
}

/** @returns the file with its value, or the problem: that of the reading, or no YAML. */
export function readYaml(file: TextFile | Problem): YamlFile | Problem {
  if (!('text' in file)) return file;
  try {
    return { ...file, value: load(file.text) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    const message = `no valid YAML: ${error.reason}`;
    return { file: file.path, line: line + 1, column: column + 1, message };
  }
}

/** The same of a file that a program wrote: where in it is of no use. */
export function readJson(file: TextFile | Problem): YamlFile | Problem {
  if (!('text' in file)) return file;
  try {
    return { ...file, value: JSON.parse(file.text) };
  } catch (error) {
    return { file: file.path, line: 1, column: 1, message: `no valid JSON: ${(error as Error).message}` };
  }
}

export function isProblem(read: YamlFile | Problem): read is Problem {
  return 'message' in read;
}
