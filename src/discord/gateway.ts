import {
  GatewayCloseCodes as Close,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type REST,
  WebSocketShardEvents as Shard,
  WebSocketManager,
} from './discord-js.ts';
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

/** Hears which servers the bot is in. */
export interface ServerWatch {
  /** The server removed the bot. */
  left(server: string): Promise<void>;
  joined(server: string): Promise<void>;
  /** All servers of a shard, when it begins. @param covers whether a server is that shard's */
  listed(present: ReadonlySet<string>, covers: (server: string) => boolean): Promise<void>;
}

export interface GatewayParts {
  readonly rest: REST;
  readonly token: string;
  readonly interactions: Interactions;
  readonly servers: ServerWatch;
  readonly log: GatewayLog;
}

/**
 * Leads every interaction to `interactions`. The one intent is that which tells of servers left and joined; what it tells
 * besides, channels and roles, is dropped.
 */
export function createGateway({ rest, token, interactions, servers, log }: GatewayParts): Gateway {
  const sockets = new WebSocketManager({ rest, token, intents: GatewayIntentBits.Guilds });
  const ready = new Map<number, boolean>();

  sockets.on(Shard.Dispatch, ({ data }) => {
    if (data.t === GatewayDispatchEvents.InteractionCreate) void interactions.handle(data.d);
    // The servers of READY follow one by one, as joined.
    if (data.t === GatewayDispatchEvents.GuildCreate) noted(servers.joined(data.d.id));
    // An outage of Discord is no departure.
    if (data.t === GatewayDispatchEvents.GuildDelete && !data.d.unavailable) noted(servers.left(data.d.id));
  });
  sockets.on(Shard.Ready, ({ data: { guilds, shard: place }, shardId: shard }) => {
    ready.set(shard, true);
    noted(servers.listed(new Set(guilds.map(({ id }) => id)), coveredBy(place)));
    log.info({ shard }, 'gateway ready');
  });
  sockets.on(Shard.Resumed, ({ shardId: shard }) => {
    ready.set(shard, true);
    log.info({ shard }, 'gateway resumed');
  });
  sockets.on(Shard.Closed, ({ code, shardId: shard }) => {
    ready.set(shard, false);
    if (!final.includes(code)) return log.info({ shard, code }, 'gateway closed');
    const mend =
      code === Close.AuthenticationFailed ? 'put the new token into DISCORD_TOKEN' : 'report this code';
    log.error({ shard, code, mend: `${mend}, and restart` }, 'gateway closed for good');
  });
  sockets.on(Shard.Error, ({ error, shardId: shard }) =>
    log.error({ shard, err: error, mend: 'discord.js reconnects by itself' }, 'gateway error'),
  );

  function noted(note: Promise<void>): void {
    note.catch((err: unknown) => {
      const mend = 'none: the daily look at all servers notes it as well';
      log.error({ err, mend }, 'a server joined or left was not noted');
    });
  }

  return {
    async connect() {
      await sockets.connect();
      for (const shard of await sockets.getShardIds()) if (!ready.has(shard)) ready.set(shard, false);
    },
    away: () => [...ready].flatMap(([shard, isReady]) => (isReady ? [] : [shard])),
    close: async () => sockets.destroy(),
  };
}

/** After these no connection is tried again. https://discord.com/developers/docs/topics/opcodes-and-status-codes */
const final: readonly number[] = [
  Close.AuthenticationFailed,
  Close.InvalidShard,
  Close.ShardingRequired,
  Close.InvalidAPIVersion,
  Close.InvalidIntents,
  Close.DisallowedIntents,
];

/** https://discord.com/developers/docs/events/gateway#sharding */
function coveredBy([shard, count]: readonly [number, number] = [0, 1]): (server: string) => boolean {
  return (server) => Number((BigInt(server) >> 22n) % BigInt(count)) === shard;
}
