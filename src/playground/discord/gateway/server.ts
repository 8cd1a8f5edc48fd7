import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Core } from '../core.ts';
import { socketAddress } from '../rest/user-routes.ts';
import { type Dispatch, guildCreate, tellChanges } from './events.ts';
import { Session, type Shard } from './session.ts';

const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const KNOWN = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

interface Received {
  readonly op: Op;
  readonly d: unknown;
}

/** The gateway: greets, identifies, beats, dispatches and resumes. */
export class GatewayServer {
  readonly sessions = new Map<string, Session>();
  /** Heartbeats are not answered: the connection is a zombie. */
  deaf = false;
  identifies = 0;
  resumes = 0;
  readonly #core: Core;
  readonly #server = new WebSocketServer({ noServer: true });

  constructor(core: Core) {
    this.#core = core;
    tellChanges(core.world, (...event) => this.dispatch(...event));
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection, request));
  }

  /**
   * To every session of the server's shard that has one of the intents (0: whatever it has), connected or not: it is
   * replayed on RESUME. Two processes that log in alike both get everything, as at Discord.
   */
  dispatch: Dispatch = (name, data, guild, intents) => {
    for (const session of this.sessions.values()) {
      if (!session.covers(guild)) continue;
      if (intents === 0 || (session.intents & intents) !== 0) session.dispatch(name, data);
    }
  };

  get connected(): boolean {
    return [...this.sessions.values()].some(({ socket }) => socket !== undefined);
  }

  /** Closes all connections. @param code 4000 (default) can be resumed, 1000 and 4004 cannot */
  close(code: number = Close.UnknownError): void {
    for (const connection of this.#server.clients) connection.close(code);
  }

  /** Cuts all connections without a word. */
  cut(): void {
    for (const connection of this.#server.clients) connection.terminate();
  }

  /** Asks every connected session to come again. */
  askToReconnect(): void {
    for (const { socket } of this.sessions.values())
      socket?.send(JSON.stringify({ op: Op.Reconnect, d: null }));
  }

  forgetSessions(): void {
    this.sessions.clear();
  }

  #greet(connection: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', this.#core.base()).searchParams;
    if (query.get('v') !== '10' || query.get('encoding') !== 'json') {
      connection.close(Close.InvalidAPIVersion);
      return;
    }
    let session: Session | undefined;
    let received = 0;
    const windowStart = this.#core.world.now();
    connection.on('message', (data) => {
      received += 1;
      if (received > 120 && this.#core.world.now() - windowStart < 60_000) {
        this.#refuse(connection, Close.RateLimited, 'more than 120 events in 60 s');
        return;
      }
      const message = read(String(data));
      if (!message) this.#refuse(connection, Close.DecodeError, 'not JSON');
      else session = this.#receive(message, connection, session);
    });
    connection.on('close', (code) => {
      if (session?.socket !== connection) return;
      session.socket = undefined;
      /* A client that says goodbye with 1000 or 1001 gives its session up. */
      if (code === 1000 || code === 1001) this.sessions.delete(session.id);
    });
    const hello = { heartbeat_interval: this.#core.settings.heartbeat };
    connection.send(JSON.stringify({ op: Op.Hello, d: hello, s: null, t: null }));
  }

  #receive({ op, d }: Received, connection: WebSocket, session: Session | undefined): Session | undefined {
    switch (op) {
      case Op.Heartbeat:
        if (!this.deaf) connection.send(JSON.stringify({ op: Op.HeartbeatAck, d: null, s: null, t: null }));
        return session;
      case Op.Identify:
        if (session) this.#refuse(connection, Close.AlreadyAuthenticated, 'a second IDENTIFY');
        return session ?? this.#identify(d as Identify, connection);
      case Op.Resume:
        return this.#resume(d as Resume, connection);
      default:
        if (!session) this.#refuse(connection, Close.NotAuthenticated, `op ${op} before IDENTIFY`);
        else if (op !== Op.PresenceUpdate) this.#refuse(connection, Close.UnknownOpcode, `op ${op}`);
        return session;
    }
  }

  #identify(
    { token, intents, properties, shard = [0, 1] }: Identify,
    connection: WebSocket,
  ): Session | undefined {
    const { world, settings, base } = this.#core;
    if (token !== settings.token) return this.#refuse(connection, Close.AuthenticationFailed, 'wrong token');
    if (!Number.isInteger(intents) || (intents & ~KNOWN) !== 0 || !properties) {
      return this.#refuse(connection, Close.InvalidIntents, `intents ${intents}`);
    }
    if ((intents & PRIVILEGED) !== 0)
      return this.#refuse(connection, Close.DisallowedIntents, `intents ${intents}`);
    if (!(shard[0] >= 0 && shard[0] < shard[1]))
      return this.#refuse(connection, Close.InvalidShard, `shard ${shard}`);
    this.identifies += 1;
    const session = new Session(randomUUID(), intents, shard, connection);
    this.sessions.set(session.id, session);
    const guilds = [...world.guilds.values()].filter(({ id, hasBot }) => hasBot && session.covers(id));
    session.dispatch('READY', {
      v: 10,
      user: { ...world.bot, mfa_enabled: false, verified: true, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      shard,
      resume_gateway_url: socketAddress(base()),
      application: { id: world.bot.id, flags: 0 },
    });
    if ((intents & GatewayIntentBits.Guilds) !== 0) {
      for (const guild of guilds) session.dispatch('GUILD_CREATE', guildCreate(world, guild));
    }
    return session;
  }

  #resume({ token, session_id, seq }: Resume, connection: WebSocket): Session | undefined {
    if (token !== this.#core.settings.token) {
      return this.#refuse(connection, Close.AuthenticationFailed, 'wrong token');
    }
    const session = this.sessions.get(session_id);
    if (!session?.resume(connection, seq)) {
      connection.send(JSON.stringify({ op: Op.InvalidSession, d: false, s: null, t: null }));
      return undefined;
    }
    this.resumes += 1;
    session.dispatch('RESUMED', {});
    return session;
  }

  #refuse(connection: WebSocket, code: Close, what: string): undefined {
    this.#core.journal.violation({ kind: 'gateway', where: `close ${code}`, what });
    connection.close(code);
  }
}

interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly properties?: object;
  readonly shard?: Shard;
}

interface Resume {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

function read(text: string): Received | undefined {
  try {
    return JSON.parse(text) as Received;
  } catch {
    return undefined;
  }
}
