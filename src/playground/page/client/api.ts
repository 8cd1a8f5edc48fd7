import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
} from 'discord-api-types/v10';
import type { Move } from '../../clock.ts';

/** What the control surface says of an interaction. */
export interface Seen {
  readonly failed: boolean;
  readonly message?: APIMessage;
  readonly choices: readonly APIApplicationCommandOptionChoice[];
}

/** Who acts, and in which channel. */
export interface Actor {
  readonly user: string;
  readonly channel: string;
}

export type Values = Readonly<Record<string, string | number | boolean>>;

/** @throws Error with a sentence for the person at the page */
async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await fetch(path, { method, ...sent });
  if (response.status === 204) return undefined as T;
  const json = (await response.json().catch(() => ({}))) as T & { error?: string };
  if (!response.ok) throw new Error(json.error ?? `the playground answered ${response.status}`);
  return json;
}

export const api = {
  messages: ({ channel, user }: Actor) =>
    call<APIMessage[]>('GET', `/control/messages?${new URLSearchParams({ channel, viewer: user })}`),
  commands: (actor: Actor) =>
    call<APIApplicationCommand[]>('GET', `/control/commands?${new URLSearchParams({ ...actor })}`),
  command: (actor: Actor, name: string, options: Values) =>
    call<Seen>('POST', '/control/command', { ...actor, name, options }),
  complete: (actor: Actor, name: string, focused: string, options: Values) =>
    call<Seen>('POST', '/control/complete', { ...actor, name, focused, options }),
  press: (actor: Actor, message: string, button: string) =>
    call<Seen>('POST', '/control/press', { ...actor, message, button }),
  choose: (actor: Actor, message: string, select: string, values: readonly string[]) =>
    call<Seen>('POST', '/control/choose', { ...actor, message, select, values }),
  publish: (sample: string) => call<void>('POST', '/newsroom/publish', { sample }),
  publishOwn: (outlet: string, title: string, summary: string) =>
    call<void>('POST', '/newsroom/own', { outlet, title, summary }),
  flip: (name: string, on: boolean) => call<void>('POST', '/switch', { name, on }),
  move: (to: Move) => call<void>('POST', '/clock', { to }),
  bot: (run: boolean) => call<void>('POST', '/bot', { run }),
};
