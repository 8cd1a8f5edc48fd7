import { WebSocketShardEvents as Shard, WebSocketManager } from '@discordjs/ws';
import { GatewayDispatchEvents, type REST } from 'discord.js';
import type { Interactions } from './interactions.ts';

export interface GatewayLog {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** Connections to Discord's gateway, as many as Discord recommends. Nothing of the servers is kept in memory. */
export interface Gateway {
  /** Settles when every shard is ready. @throws DiscordAPIError */
  connect(): Promise<void>;
  /** Shards that are not ready to receive. */
  away(): readonly number[];
  close(): Promise<void>;
}

export interface GatewayParts {
  readonly rest: REST;
  readonly token: string;
  readonly interactions: Interactions;
  readonly log: GatewayLog;
}

/** Leads every interaction to `interactions`. No intents: interactions need none. */
export function createGateway({ rest, token, interactions, log }: GatewayParts): Gateway {
  const sockets = new WebSocketManager({ rest, token, intents: 0 });
  const ready = new Map<number, boolean>();

  sockets.on(Shard.Dispatch, ({ data }) => {
    if (data.t === GatewayDispatchEvents.InteractionCreate) void interactions.handle(data.d);
  });
  sockets.on(Shard.Ready, ({ shardId: shard }) => {
    ready.set(shard, true);
    log.info({ shard }, 'gateway ready');
  });
  sockets.on(Shard.Resumed, ({ shardId: shard }) => {
    ready.set(shard, true);
    log.info({ shard }, 'gateway resumed');
  });
  sockets.on(Shard.Closed, ({ code, shardId: shard }) => {
    ready.set(shard, false);
    log.warn({ shard, code }, 'gateway closed');
  });
  sockets.on(Shard.Error, ({ error, shardId: shard }) =>
    log.error({ shard, err: error, mend: 'discord.js reconnects by itself' }, 'gateway error'),
  );

  return {
    async connect() {
      await sockets.connect();
      for (const shard of await sockets.getShardIds()) if (!ready.has(shard)) ready.set(shard, false);
    },
    away: () => [...ready].flatMap(([shard, isReady]) => (isReady ? [] : [shard])),
    close: async () => sockets.destroy(),
  };
}
