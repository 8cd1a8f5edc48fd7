import type { ServerResponse } from 'node:http';
import type { LoopbackDiscord } from '../discord/index.ts';
import type { PageState } from './state.ts';

/** How often the page is told the state anyway, in ms: the bot's connection changes without an event. */
const BEAT = 1000;

/** Tells open pages what changed, as server-sent events: `state`, and `channel` with the id to look at again. */
export class Stream {
  readonly #open = new Set<ServerResponse>();
  readonly #state: () => PageState;
  #last = '';

  constructor(discord: LoopbackDiscord, state: () => PageState) {
    this.#state = state;
    for (const event of ['messageCreate', 'messageUpdate', 'messageDelete'] as const) {
      discord.world.on(event, (_, { id }) => this.#send('channel', id));
    }
    discord.world.on('commandsUpdate', () => this.#send('commands', ''));
    setInterval(() => this.state(), BEAT).unref();
  }

  open(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    response.write(frame('state', JSON.stringify(this.#state())));
  }

  /** Sends the state if it is another than the last one sent. */
  state(): void {
    const text = JSON.stringify(this.#state());
    if (text === this.#last) return;
    this.#last = text;
    this.#send('state', text);
  }

  #send(event: string, data: string): void {
    for (const response of this.#open) response.write(frame(event, data));
  }
}

function frame(event: string, data: string): string {
  return `event: ${event}\ndata: ${data}\n\n`;
}
