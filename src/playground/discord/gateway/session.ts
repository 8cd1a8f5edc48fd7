import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** How many past events a session can replay. */
const KEPT = 500;

/** What outlives a connection: the numbered events that a RESUME asks for again. */
export class Session {
  readonly id: string;
  readonly intents: number;
  socket: WebSocket | undefined;
  #sequence = 0;
  #sent: { s: number; text: string }[] = [];

  constructor(id: string, intents: number, socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.socket = socket;
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
