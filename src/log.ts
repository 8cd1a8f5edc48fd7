import { pino } from 'pino';

/** One line of JSON an event. The object says what and, for warnings and errors, `mend`: what to do about it. */
export interface Log {
  debug(about: object, message: string): void;
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
  child(about: object): Log;
}

/** Logs to standard output; `secrets` never appear, wherever they stand in a line. */
export function createLog(level: string, secrets: readonly string[] = []): Log {
  const hidden = secrets.filter((secret) => secret.length > 0);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    {
      write(line: string) {
        process.stdout.write(hidden.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line));
      },
    },
  );
}
