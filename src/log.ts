import { pino } from 'pino';

/** One line of JSON an event. The object says what and, for warnings and errors, `mend`: what to do about it. */
export interface Log {
  debug(about: object, message: string): void;
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
  child(about: object): Log;
}

/** The token of an interaction stands in the addresses of its answers: with it one can answer for 15 minutes. */
const interactionTokens = /(\/(?:webhooks|interactions)\/\d+\/)[\w-]{20,}/g;

/** Logs to standard output; `secrets` never appear, wherever they stand in a line, nor do tokens of interactions. */
export function createLog(level: string, secrets: readonly string[] = []): Log {
  const hidden = secrets.filter((secret) => secret.length > 0);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorInWords },
    },
    {
      write(line: string) {
        const safe = hidden.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
        append(safe.replace(interactionTokens, '$1[secret]'));
      },
    },
  );
}

/** Under load, writes cost more than their lines: what comes within so long (ms) goes out as one. */
const heldFor = 20;
let held = '';

function append(line: string): void {
  if (held === '') setTimeout(release, heldFor).unref();
  held += line;
}

function release(): void {
  if (held === '') return;
  process.stdout.write(held);
  held = '';
}

process.on('exit', release);

/** Without the body of the request that failed: it says what was asked or told, which is nobody's business here. */
function errorInWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { requestBody, ...words } = pino.stdSerializers.err(error) as { requestBody?: unknown };
  return words;
}
