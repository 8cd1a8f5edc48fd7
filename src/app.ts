import { getCompileCacheDir } from 'node:module';
import manifest from '../package.json' with { type: 'json' };
import { pollsOnTime, queueMoves, queueState } from './app/checks.ts';
import { createCore } from './app/core.ts';
import { createDeliverer } from './app/deliverer.ts';
import { createDepartures } from './app/departures.ts';
import { createFeedTools } from './app/feed-tools.ts';
import { createGuildData } from './app/guild-data.ts';
import { type Inspection, inspectionOf } from './app/inspection.ts';
import { createLifecycle } from './app/lifecycle.ts';
import { createLivePack } from './app/live-pack.ts';
import { giveBackAtRest } from './app/memory-at-rest.ts';
import { createMetrics } from './app/metrics.ts';
import { observedJobs } from './app/observe.ts';
import { openBackend } from './app/open-backend.ts';
import { watchPack } from './app/pack-watch.ts';
import { createPolling } from './app/poller.ts';
import { type Check, readinessOf } from './app/readiness.ts';
import { rolesOf } from './app/role.ts';
import { createSchedule } from './app/scheduler.ts';
import { serve } from './app/server.ts';
import { createWeb } from './app/web.ts';
import type { Clock } from './clock.ts';
import { botIdOf } from './discord/bot-id.ts';
import { TokenRefused } from './discord/connect.ts';
import { createMessenger, ownLimits } from './discord/messenger.ts';
import { createRest } from './discord/rest.ts';
import { listServers } from './discord/servers.ts';
import { userAgent } from './feeds/user-agent.ts';
import { createLog } from './log.ts';
import { loadPack } from './pack.ts';
import type { Settings } from './settings.ts';

const { version } = manifest;

/** Expired documents are removed this often; they are invisible before. */
const sweepEvery = '17 * * * *';
const everySecond = '* * * * * *';

/** EX_CONFIG of sysexits.h. */
const configError = 78;

/**
 * Builds the bot from its parts and runs it until a signal or a refused token ends it.
 * @param inspect gets what the playground may ask, once there is something to ask
 * @returns the exit code @throws {PackError | DatabaseError} if it can't begin
 */
export async function runApp(
  settings: Settings & { readonly DISCORD_TOKEN: string },
  clock: Clock,
  inspect?: (inspection: Inspection) => void,
): Promise<number> {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: api } = settings;
  const roles = rolesOf(settings.ROLE, settings.REDIS_URL);
  const log = createLog(settings.LOG_LEVEL, [token, ...secretsOf(settings.REDIS_URL)]);
  const lifecycle = createLifecycle(log);
  const ended = Promise.withResolvers<number>();
  const stopping = new AbortController();

  async function end(why: object, code: number): Promise<void> {
    log.info(why, 'ending');
    stopping.abort();
    await lifecycle.end();
    ended.resolve(code);
  }
  // It may come more than once: npm passes on what the terminal sends to all.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (!stopping.signal.aborted) void end({ signal }, 0);
    });

  // With the compiled code: both are made by the first start, and read by the others.
  const compiled = getCompileCacheDir();
  const readPack = () => loadPack(settings.PACK, { compiled, log });

  try {
    const livePack = await createLivePack(readPack, log);
    const backend = await openBackend(settings, { clock, log });
    lifecycle.onEnd('backend', () => backend.close());

    const metrics = createMetrics();
    const { jobs } = backend;
    const queue = queueMoves(jobs, clock);
    metrics.watchQueue(() => queueState(jobs, clock));
    const limits = backend.shared?.limits ?? ownLimits();
    const rest = createRest(api, token, metrics, limits.inTurn);
    const core = createCore({
      settings,
      livePack,
      backend: { ...backend, jobs: observedJobs(jobs, metrics, queue.settled) },
      metrics,
      messenger: createMessenger(createRest(api, token, metrics), limits),
      clock,
      log,
    });
    inspect?.(inspectionOf(core));
    const contact = settings.OWNER_IDS[0] ?? botIdOf(token);
    const feedTools = createFeedTools(settings, userAgent(version, contact), clock);
    lifecycle.onEnd('feed tools', () => feedTools.close());

    const guildData = createGuildData({ ...core, archive: backend.archive });
    const departures = createDepartures({ ...core, guildData, listServers: () => listServers(rest) });
    const deliverer = roles.has('deliverer') ? createDeliverer(core) : undefined;
    if (deliverer) lifecycle.onEnd('deliverer', () => deliverer.stop());
    // Another process finds the deliveries by itself.
    const wake = () => deliverer?.wake();
    const poller = roles.has('poller') ? await createPolling(core, feedTools, wake) : undefined;
    if (poller) lifecycle.onEnd('poller', () => poller.stop());
    const web = roles.has('web')
      ? createWeb(core, { rest, token, version, feedTools, guildData, departures, wake })
      : undefined;
    if (web) lifecycle.onEnd('web', () => web.close());

    if (poller) metrics.watchFeeds(core.feedHealth, () => clock.now());
    const checks: Record<string, Check> = {
      ...(web && { discord: web.check }),
      ...(poller && { feeds: pollsOnTime(core.feedHealth, clock) }),
      ...(deliverer && { queue: queue.check }),
    };
    const server = await serve({
      host: settings.HOST,
      port: settings.PORT,
      ready: () => readinessOf(checks),
      metrics: () => metrics.scrape(),
      ...(web?.endpoint && { endpoint: web.endpoint }),
    });
    lifecycle.onEnd('server', () => server.close());
    lifecycle.onEnd('pack', watchPack(settings.PACK, livePack, log));
    log.info({ port: server.port }, 'serving');

    deliverer?.start();
    // Polls and digests are due-dated work: one tick starts whatever is due.
    const schedule = createSchedule(log);
    const tick = poller && schedule(everySecond, () => Promise.all([poller.runDue(), departures.runDue()]));
    const sweep = schedule(sweepEvery, () => backend.storage.sweep(clock.now()));
    lifecycle.onEnd('memory', giveBackAtRest(log));
    lifecycle.onEnd('ticks', () => Promise.all([tick?.destroy(), sweep.destroy()]));

    await web?.connect(stopping.signal, () => {
      const mend = 'none: started again, this process waits for its turn';
      log.error({ mend }, 'another process connects to the gateway now');
      void end({ reason: 'the gateway is held by another process' }, 1);
    });
    const { pack } = livePack.current;
    if (!stopping.signal.aborted)
      log.info({ roles: [...roles], pack: pack.info.name, feeds: pack.feeds.length }, 'ready');
  } catch (error) {
    if (stopping.signal.aborted) return ended.promise;
    if (!(error instanceof TokenRefused)) {
      await lifecycle.end();
      throw error;
    }
    const mend = 'take a new token from the Discord developer portal into DISCORD_TOKEN';
    log.error({ mend }, error.message);
    await end({ reason: error.message }, configError);
  }
  return ended.promise;
}

/** The address with its password, and the password as it may stand alone. */
function secretsOf(redisUrl: string | undefined): readonly string[] {
  if (redisUrl === undefined) return [];
  const { password } = new URL(redisUrl);
  return password === '' ? [] : [redisUrl, password, decodeURIComponent(password)];
}
