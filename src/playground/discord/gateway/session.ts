import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** How many past events a session can replay. */
const KEPT = 500;

/** Which of how many: as IDENTIFY says it. */
export type Shard = readonly [id: number, count: number];

/** What outlives a connection: the numbered events that a RESUME asks for again. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly #shard: Shard;
  socket: WebSocket | undefined;
  #sequence = 0;
  #sent: { s: number; text: string }[] = [];

  constructor(id: string, intents: number, shard: Shard, socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.#shard = shard;
    this.socket = socket;
  }

  /** Whether events of this server come here; those of direct messages (undefined) go to the first shard. */
  covers(guild: string | undefined): boolean {
    const [id, count] = this.#shard;
    return guild === undefined ? id === 0 : Number((BigInt(guild) >> 22n) % BigInt(count)) === id;
  }

  get sequence(): number {
    return this.#sequence;
  }

  dispatch(name: string, data: object): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: this.#sequence, d: data });
    this.#sent.push({ s: this.#sequence, text });
    if (this.#sent.length > KEPT) this.#sent.shift();
    this.socket?.send(text);
  }

  /** Sends again what came after `sequence`. @returns false if that is no longer, or never was, known */
  resume(socket: WebSocket, sequence: number): boolean {
    const oldest = this.#sent[0]?.s ?? this.#sequence + 1;
    if (sequence > this.#sequence || sequence + 1 < oldest) return false;
    this.socket = socket;
    for (const { s, text } of this.#sent) if (s > sequence) socket.send(text);
    return true;
  }
}
