import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import type { Core } from './core.ts';
import { Faults } from './faults.ts';
import { GatewayServer } from './gateway/server.ts';
import { deliverByHttp, type Keys, newKeys, tryEndpoint } from './interactions/endpoint.ts';
import { Interactions } from './interactions/pending.ts';
import { People } from './interactions/people.ts';
import { Journal } from './journal.ts';
import { type DiscordOptions, defaultRateLimits } from './options.ts';
import { RateLimiter } from './rest/rate-limits.ts';
import { RestServer } from './rest/server.ts';
import { type Handler, type PageHandler, serve } from './serve.ts';
import { Attachments } from './world/attachments.ts';
import { bits, type PermissionName } from './world/permissions.ts';
import type { Channel, Guild, StoredMessage } from './world/records.ts';
import { World } from './world/world.ts';

/** REST v10 and gateway v10 of one application, and the hands that move its world. */
export class LoopbackDiscord {
  readonly world: World;
  readonly journal = new Journal();
  readonly faults = new Faults();
  readonly gateway: GatewayServer;
  readonly people: People;
  readonly keys: Keys = newKeys();
  /** What stands at other paths than /api, /attachments and /control: the page. */
  page: PageHandler | undefined;
  /** Set: interactions go there, signed, instead of over the gateway. */
  interactionsUrl: string | undefined;
  readonly #core: Core;
  readonly #botPermissions: bigint | undefined;
  readonly #server: Server;
  readonly #apiSockets = new Set<Socket>();
  #port = 0;
  #away = false;

  /** @param control what stands at /control */
  constructor(options: DiscordOptions, control: (discord: LoopbackDiscord) => Handler) {
    const now = options.now ?? Date.now;
    this.world = new World(now, options.botName ?? 'Trucewatch');
    this.#botPermissions = options.botPermissions && bits(...options.botPermissions);
    this.#core = {
      world: this.world,
      attachments: new Attachments(() => this.url),
      interactions: new Interactions(),
      journal: this.journal,
      base: () => this.url,
      verifyKey: this.keys.verifyKey,
      settings: {
        port: options.port ?? 0,
        token: options.token ?? `${Buffer.from(this.world.bot.id).toString('base64url')}.loopback.token`,
        botName: this.world.bot.username,
        now,
        answerWithin: options.answerWithin ?? 3000,
        tokenLives: options.tokenLives ?? 900_000,
        nonceWindow: options.nonceWindow ?? 180_000,
        rateLimits: { ...defaultRateLimits, ...options.rateLimits },
        heartbeat: options.heartbeat ?? 41_250,
        shards: options.shards ?? 1,
      },
    };
    this.gateway = new GatewayServer(this.#core);
    this.people = new People(this.#core, (payload) => {
      if (this.interactionsUrl) void deliverByHttp(this.interactionsUrl, payload, this.keys, this.#core);
      else this.gateway.dispatch('INTERACTION_CREATE', payload, payload.guild_id, 0);
    });
    const limiter = new RateLimiter(this.#core.settings.rateLimits, now);
    const rest = new RestServer(this.#core, limiter, this.faults);
    this.#server = createServer((request, response) => {
      if (request.url?.startsWith('/api/')) this.#keepSocket(request.socket);
      const files = this.#core.attachments;
      const { url, journal, page } = this;
      const to = { url, journal, rest, files, away: this.#away, control: control(this), page };
      void serve(request, to, response);
    });
    this.#server.on('upgrade', (request, socket, head) => {
      if (this.#away) socket.destroy();
      else this.gateway.upgrade(request, socket, head);
    });
  }

  /** The API's connections can be cut while the page's stay. */
  #keepSocket(socket: Socket): void {
    if (this.#apiSockets.has(socket)) return;
    this.#apiSockets.add(socket);
    socket.once('close', () => this.#apiSockets.delete(socket));
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#core.settings.port, '127.0.0.1', () => {
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  async close(): Promise<void> {
    this.gateway.cut();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Sends interactions to an endpoint from now on, if it passes Discord's own trial. @throws what is wrong with it */
  async useEndpoint(url: string): Promise<void> {
    const fault = await tryEndpoint(url, this.keys, this.world.now());
    if (fault !== undefined) throw new Error(fault);
    this.interactionsUrl = url;
  }

  /** `http://127.0.0.1:PORT` */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** For DISCORD_API_URL. */
  get apiUrl(): string {
    return `${this.url}/api`;
  }

  get token(): string {
    return this.#core.settings.token;
  }

  get bot(): APIUser {
    return this.world.bot;
  }

  /** How long a nonce is remembered, in ms. */
  set nonceWindow(ms: number) {
    this.#core.settings.nonceWindow = ms;
  }

  /** @param options.bot false: a server that the bot is not in, for people who installed the app for themselves */
  createGuild(name: string, options: { bot?: boolean } = {}): Guild {
    return this.world.createGuild(name, options.bot ?? true, this.#botPermissions);
  }

  createChannel(guild: Guild, name: string, options: { announcement?: boolean } = {}): Channel {
    const type = options.announcement ? ChannelType.GuildAnnouncement : ChannelType.GuildText;
    return this.world.createChannel(guild, name, type);
  }

  createRole(guild: Guild, name: string, ...permissions: readonly PermissionName[]): string {
    return this.world.createRole(guild, name, bits(...permissions));
  }

  deleteRole(guild: Guild, role: string): void {
    this.world.deleteRole(guild, role);
  }

  /** A person. With a guild: a member of it, who may there do what is listed beyond what everybody may. */
  createUser(name: string, guild?: Guild, ...permissions: readonly PermissionName[]): APIUser {
    const user = this.world.createUser(name);
    if (guild) {
      const roles = permissions.length > 0 ? [this.createRole(guild, `${name}'s role`, ...permissions)] : [];
      this.world.join(guild, user.id, roles);
    }
    return user;
  }

  command = (...deed: Parameters<People['command']>) => this.people.command(...deed);
  complete = (...deed: Parameters<People['complete']>) => this.people.complete(...deed);
  press = (...deed: Parameters<People['press']>) => this.people.press(...deed);
  choose = (...deed: Parameters<People['choose']>) => this.people.choose(...deed);

  /** A channel's messages, oldest first; ephemeral ones only if `viewer` is who sees them. */
  messages(channel: string, viewer?: string): APIMessage[] {
    const stored: StoredMessage[] = [...(this.world.channels.get(channel)?.messages.values() ?? [])];
    return stored
      .filter(({ visibleTo }) => visibleTo === undefined || visibleTo === viewer)
      .map(({ api }) => api);
  }

  /** Earlier versions of a message, oldest first. */
  edits(channel: string, message: string): readonly APIMessage[] {
    return this.world.channels.get(channel)?.messages.get(message)?.history ?? [];
  }

  deleteChannel(id: string): void {
    this.world.deleteChannel(id);
  }

  /** A moderator deletes a message. */
  deleteMessage(channel: string, message: string): boolean {
    const found = this.world.channels.get(channel);
    return found !== undefined && this.world.deleteMessage(found, message);
  }

  /** Takes permissions from the bot in one channel. */
  deny(channel: string, ...permissions: readonly PermissionName[]): void {
    this.#overwrite(channel, 0n, bits(...permissions));
  }

  /** Gives them back. */
  allow(channel: string, ...permissions: readonly PermissionName[]): void {
    this.#overwrite(channel, bits(...permissions), 0n);
  }

  #overwrite(id: string, allow: bigint, deny: bigint): void {
    const channel = this.world.channels.get(id);
    if (!channel) throw new Error(`no channel ${id}`);
    const before = channel.overwrites.get(this.bot.id) ?? { of: 'member', allow: 0n, deny: 0n };
    channel.overwrites.set(this.bot.id, {
      of: 'member',
      allow: (before.allow & ~deny) | allow,
      deny: (before.deny & ~allow) | deny,
    });
    this.world.emit('channelUpdate', channel);
  }

  /** The bot is thrown out of a server. */
  removeBot(guild: Guild): void {
    guild.hasBot = false;
    guild.members.delete(this.bot.id);
    this.world.emit('guildDelete', guild);
  }

  /** Discord is down: connections are cut and new ones refused, until `comeBack`. */
  goAway(): void {
    this.#away = true;
    this.gateway.cut();
    for (const socket of this.#apiSockets) socket.destroy();
  }

  comeBack(): void {
    this.#away = false;
  }

  /**
   * Waits until `check` gives something else than undefined or false; asked again whenever anything happens.
   * @param within ms, then it throws with the violations seen so far
   */
  async waitFor<T>(check: () => T | undefined | false, within = 15_000): Promise<T> {
    const end = Date.now() + within;
    for (;;) {
      const found = check();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > end) {
        const seen = JSON.stringify(this.journal.violations.slice(-5), null, 1);
        throw new Error(`waited ${within} ms in vain; last violations: ${seen}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Waits for a message in a channel that fits. */
  waitForMessage(
    channel: string,
    fits: (message: APIMessage) => boolean = () => true,
    within?: number,
  ): Promise<APIMessage> {
    return this.waitFor(() => this.messages(channel).find(fits), within);
  }
}
