/** What is amiss, in a few words; undefined if nothing is. Throws if it can't be told. */
export type Check = () => string | undefined | Promise<string | undefined>;

export interface Readiness {
  readonly ready: boolean;
  /** By the name of what is not ready. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** Whoever asks should not wait for a part that hangs (ms). */
const patience = 2000;

/** Asks all parts at once. Never throws. */
export async function readinessOf(checks: Readonly<Record<string, Check>>): Promise<Readiness> {
  const asked = Object.entries(checks).map(async ([name, check]) => [name, await answerOf(check)] as const);
  const reasons = (await Promise.all(asked)).flatMap(([name, reason]) =>
    reason === undefined ? [] : [[name, reason] as const],
  );
  return { ready: reasons.length === 0, reasons: Object.fromEntries(reasons) };
}

async function answerOf(check: Check): Promise<string | undefined> {
  const slow = Promise.withResolvers<string>();
  const timer = setTimeout(slow.resolve, patience, `no answer within ${patience / 1000} s`);
  try {
    return await Promise.race([check(), slow.promise]);
  } catch (error) {
    return (error as Error).message;
  } finally {
    clearTimeout(timer);
  }
}
