import { commands } from '../../commands/index.ts';
import { createChannelAccess } from '../discord/channel-access.ts';
import { connect } from '../discord/connect.ts';
import { createDispatch } from '../discord/dispatch.ts';
import { createEndpoint, type EndpointAnswer, type SignedRequest } from '../discord/endpoint.ts';
import { createGateway } from '../discord/gateway.ts';
import { createInteractions } from '../discord/interactions.ts';
import { createInteractionRest, type createRest } from '../discord/rest.ts';
import { libraryOf } from '../knowledge/ask/library.ts';
import type { Core } from './core.ts';
import type { Departures } from './departures.ts';
import type { FeedTools } from './feed-tools.ts';
import type { GuildData } from './guild-data.ts';
import type { Edition } from './live-pack.ts';
import type { Check } from './readiness.ts';
import { createServices } from './services.ts';

export interface WebParts {
  readonly rest: ReturnType<typeof createRest>;
  readonly token: string;
  readonly version: string;
  readonly feedTools: FeedTools;
  readonly guildData: GuildData;
  readonly departures: Departures;
  /** Called when deliveries were queued. */
  readonly wake: () => void;
}

/** Answers what people ask and press. */
export interface Web {
  /** Takes interactions, if they come over HTTP. */
  readonly endpoint?: (request: SignedRequest) => Promise<EndpointAnswer>;
  /**
   * Publishes the commands and, if interactions come over the gateway, connects to it: where several processes could,
   * once it is this one's turn. @param lost called if it is another's after all @throws {TokenRefused}
   */
  connect(signal: AbortSignal, lost: () => void): Promise<void>;
  /** Why it does not answer now. */
  readonly check: Check;
  close(): Promise<void>;
}

const definitions = commands.map(({ definition }) => definition);

export function createWeb(core: Core, parts: WebParts): Web {
  const { rest, token, version, feedTools, guildData, departures, wake } = parts;
  const { settings, backend, livePack, clock, log, metrics } = core;
  const channelAccess = createChannelAccess(rest);
  const dispatch = livePack.derived(() => {
    const given = { core, feedTools, guildData, version, channelAccess, definitions, wake };
    return createDispatch(commands, createServices(given), log, clock);
  });
  // Made with the first question otherwise, which would wait for it.
  const prepare = ({ pack, index }: Edition) => void libraryOf(index, pack.ask);
  livePack.onChange(prepare);
  const interactions = createInteractions({
    dispatch: {
      answer: (incoming) => dispatch().answer(incoming),
      complete: (incoming) => dispatch().complete(incoming),
      isPrivate: (incoming) => dispatch().isPrivate(incoming),
    },
    rest: createInteractionRest(settings.DISCORD_API_URL, metrics),
    log,
    observe: metrics.interaction,
  });
  const overHttp = settings.TRANSPORT === 'http';
  const gateway = overHttp
    ? undefined
    : createGateway({ rest, token, interactions, servers: departures, log });
  if (gateway) metrics.watchShards(() => gateway.away().length);
  let connected = overHttp;

  async function holdShards(signal: AbortSignal, lost: () => void): Promise<void> {
    if (!gateway || !backend.shared) return;
    log.info({}, 'waiting for the gateway: one process at a time connects to it');
    const held = await backend.shared.holdShards(signal);
    held.addEventListener('abort', lost);
  }

  return {
    ...(overHttp && {
      endpoint: createEndpoint({
        publicKey: settings.DISCORD_PUBLIC_KEY ?? '',
        interactions,
        clock,
        refused: metrics.refused,
      }),
    }),
    async connect(signal, lost) {
      await holdShards(signal, lost);
      const connecting = connect({ rest, definitions, ...(gateway && { gateway }), log, signal });
      // While Discord is waited for.
      prepare(livePack.current);
      await connecting;
      connected = true;
    },
    check() {
      if (!connected) return 'not connected to Discord yet';
      const away = gateway?.away() ?? [];
      return away.length > 0 ? `shards not connected to Discord: ${away.join(', ')}` : undefined;
    },
    async close() {
      await gateway?.close();
      await interactions.settled();
    },
  };
}
