import cron from 'node-cron';
import { commands } from '../commands/index.ts';
import manifest from '../package.json' with { type: 'json' };
import { createLifecycle } from './app/lifecycle.ts';
import { serve } from './app/server.ts';
import { createServices } from './app/services.ts';
import { createWatch } from './app/watch.ts';
import type { Clock } from './clock.ts';
import { createChannelAccess } from './discord/channel-access.ts';
import { connect, TokenRefused } from './discord/connect.ts';
import { createDispatch } from './discord/dispatch.ts';
import { createEndpoint } from './discord/endpoint.ts';
import { createGateway } from './discord/gateway.ts';
import { createInteractions } from './discord/interactions.ts';
import { createMessenger } from './discord/messenger.ts';
import { createInteractionRest, createRest } from './discord/rest.ts';
import { userAgent } from './feeds/user-agent.ts';
import { libraryOf } from './knowledge/ask/library.ts';
import { indexDataset } from './knowledge/dataset-index.ts';
import { createLog } from './log.ts';
import { loadPack } from './pack.ts';
import type { Settings } from './settings.ts';
import { openStorage } from './storage/storage.ts';

const definitions = commands.map(({ definition }) => definition);
const { version } = manifest;

/** Expired documents are removed this often; they are invisible before. */
const sweepEvery = '17 * * * *';
const everySecond = '* * * * * *';

/** EX_CONFIG of sysexits.h. */
const configError = 78;

/**
 * Builds the bot from its parts and runs it until a signal or a refused token ends it.
 * @returns the exit code @throws {PackError | DatabaseError} if it can't begin
 */
export async function runApp(
  settings: Settings & { readonly DISCORD_TOKEN: string },
  clock: Clock,
): Promise<number> {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: api } = settings;
  const log = createLog(settings.LOG_LEVEL, [token]);
  const lifecycle = createLifecycle(log);
  const ended = Promise.withResolvers<number>();
  const stopping = new AbortController();

  async function end(why: object, code: number): Promise<void> {
    log.info(why, 'ending');
    stopping.abort();
    await lifecycle.end();
    ended.resolve(code);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end({ signal }, 0));

  try {
    const pack = await loadPack(settings.PACK);
    const index = indexDataset(pack.dataset);
    const storage = await openStorage(settings.DATA_DIR, { clock });
    lifecycle.onEnd('storage', () => storage.close());

    const rest = createRest(api, token);
    const messenger = createMessenger(rest);
    const watch = await createWatch({
      settings,
      pack,
      index,
      storage,
      messenger,
      clock,
      log,
      userAgent: userAgent(version, settings.OWNER_IDS),
    });
    lifecycle.onEnd('watch', () => watch.stop());

    const services = createServices({
      settings,
      version,
      pack,
      index,
      watch,
      channelAccess: createChannelAccess(rest),
      clock,
      log,
      definitions,
    });
    const interactions = createInteractions({
      dispatch: createDispatch(commands, services, log),
      rest: createInteractionRest(api),
      log,
    });
    const gateway =
      settings.TRANSPORT === 'gateway' ? createGateway({ rest, token, interactions, log }) : undefined;
    if (gateway) lifecycle.onEnd('gateway', () => gateway.close());

    const server = await serve({
      host: settings.HOST,
      port: settings.PORT,
      ...(settings.TRANSPORT === 'http' && {
        endpoint: createEndpoint({ publicKey: settings.DISCORD_PUBLIC_KEY ?? '', interactions, clock }),
      }),
    });
    lifecycle.onEnd('server', () => server.close());
    log.info({ port: server.port }, 'healthz is served');

    watch.start();
    // Polls and digests are due-dated work: one tick starts whatever is due.
    const tick = cron.schedule(everySecond, () => watch.runDue());
    const sweep = cron.schedule(sweepEvery, () => storage.sweep(clock.now()));
    lifecycle.onEnd('ticks', () => Promise.all([tick.destroy(), sweep.destroy()]));

    const { signal } = stopping;
    await connect({ rest, definitions, ...(gateway && { gateway }), log, signal });
    // Made with the first question otherwise, which would wait for it.
    libraryOf(index, pack.ask);
    if (!stopping.signal.aborted) log.info({ pack: pack.info.name, feeds: pack.feeds.length }, 'ready');
  } catch (error) {
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
