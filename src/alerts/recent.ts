import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Alert } from './alert.ts';

const hour = 3_600_000;

/** When channels were told of stories within the last hour; read from the alerts once, then kept in memory. */
export function createRecentTellings(alerts: Documents<Alert>, clock: Clock) {
  let loaded: Promise<Map<string, number[]>> | undefined;
  const recent = new Map<string, number[]>();

  async function load(): Promise<Map<string, number[]>> {
    const since = clock.now() - hour;
    for await (const [, alert] of alerts.entries())
      for (const [channel, { how, at }] of Object.entries(alert.tellings))
        if (how === 'message' && at > since) put(channel, at);
    return recent;
  }

  function put(channel: string, at: number): void {
    const since = clock.now() - hour;
    recent.set(channel, [...(recent.get(channel) ?? []).filter((other) => other > since), at]);
  }

  return {
    /** UTC milliseconds of the channel's tellings. */
    async of(channel: string): Promise<readonly number[]> {
      loaded ??= load();
      try {
        return (await loaded).get(channel) ?? [];
      } catch (error) {
        loaded = undefined;
        recent.clear();
        throw error;
      }
    },
    note: put,
  };
}
