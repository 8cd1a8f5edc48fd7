import cron, { type ScheduledTask } from 'node-cron';
import type { Log } from '../log.ts';

/** Starts work again and again, by a cron expression in the machine's time. */
export type Schedule = (expression: string, work: () => unknown) => ScheduledTask;

/** Failures go to our log, not to the console. A missed run is not told of: what is due then is due at the next. */
export function createSchedule(log: Log): Schedule {
  const mend = 'report this line as a bug; it runs again at its next time';
  const error = (message: string | Error, err?: Error) =>
    log.error({ err: err ?? message, mend }, 'scheduled work failed');
  const logger = {
    debug: (message: string | Error) => log.debug({}, String(message)),
    info: (message: string) => log.info({}, message),
    warn: (message: string) => log.warn({ mend }, message),
    error,
  };
  return (expression, work) => cron.schedule(expression, work, { logger, suppressMissedWarning: true });
}
