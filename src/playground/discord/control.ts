import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { LoopbackDiscord } from './discord.ts';
import type { Answer } from './interactions/answer.ts';
import { NotOffered } from './interactions/options.ts';
import { readBody } from './rest/body.ts';

const person = { user: z.string(), channel: z.string(), locale: z.optional(z.string()) };
const options = z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])));
const commandBody = z.strictObject({ ...person, name: z.string(), options });
const completeBody = z.strictObject({ ...person, name: z.string(), focused: z.string(), options });
const pressBody = z.strictObject({ ...person, message: z.string(), button: z.string() });
const chooseBody = z.strictObject({
  ...person,
  message: z.string(),
  select: z.string(),
  values: z.array(z.string()),
});
const faultBody = z.strictObject({
  match: z.optional(z.string()),
  effect: z.enum(['delay', 'error', 'cut', 'hang']),
  when: z.optional(z.enum(['before', 'after'])),
  status: z.optional(z.number()),
  ms: z.optional(z.number()),
  percent: z.optional(z.number()),
  times: z.optional(z.number()),
});

type Handler = (discord: LoopbackDiscord, body: unknown, query: URLSearchParams) => unknown;

/** By method and path after /control. Bodies and answers are JSON. */
const handlers: Readonly<Record<string, Handler>> = {
  'GET /world': (discord) => ({
    token: discord.token,
    apiUrl: discord.apiUrl,
    bot: discord.bot,
    users: [...discord.world.users.values()],
    guilds: [...discord.world.guilds.values()].map(({ id, name }) => ({
      id,
      name,
      channels: discord.world.channelsOf(id).map((channel) => ({ id: channel.id, name: channel.name })),
    })),
  }),
  'GET /messages': (discord, _, query) =>
    discord.messages(query.get('channel') ?? '', query.get('viewer') ?? undefined),
  'GET /requests': (discord) => discord.journal.requests,
  'GET /violations': (discord) => discord.journal.violations,
  'GET /commands': (discord, _, query) =>
    discord.people.offered({ user: query.get('user') ?? '', channel: query.get('channel') ?? '' }),
  'POST /command': async (discord, body) => {
    const { name, options, ...who } = commandBody.parse(body);
    return seen(await discord.command(whole(who), name, options));
  },
  'POST /complete': async (discord, body) => {
    const { name, focused, options, ...who } = completeBody.parse(body);
    return seen(await discord.complete(whole(who), name, focused, options ?? {}));
  },
  'POST /press': async (discord, body) => {
    const { message, button, ...who } = pressBody.parse(body);
    return seen(await discord.press(whole(who), message, button));
  },
  'POST /choose': async (discord, body) => {
    const { message, select, values, ...who } = chooseBody.parse(body);
    return seen(await discord.choose(whole(who), message, select, values));
  },
  'POST /faults': (discord, body) => {
    const { match, ...rule } = faultBody.parse(body);
    discord.faults.add(whole({ ...rule, match: match === undefined ? undefined : new RegExp(match) }));
    return {};
  },
  'DELETE /faults': (discord) => {
    discord.faults.clear();
    return {};
  },
  'POST /away': (discord) => {
    discord.goAway();
    return {};
  },
  'DELETE /away': (discord) => {
    discord.comeBack();
    return {};
  },
};

/** The stand-in's levers over HTTP, for other processes. It listens on loopback only. */
export function control(discord: LoopbackDiscord) {
  return (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> =>
    handle(request, response, url, discord);
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  discord: LoopbackDiscord,
): Promise<void> {
  const send = (status: number, body: unknown): void => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
  const handler = handlers[`${request.method} ${url.pathname.replace(/^\/control/, '')}`];
  if (!handler) return send(404, { error: 'no such control' });
  try {
    const { json } = await readBody(request);
    send(200, await handler(discord, json, url.searchParams));
  } catch (error) {
    if (error instanceof NotOffered || error instanceof z.core.$ZodError)
      return send(400, { error: error.message });
    throw error;
  }
}

function seen(answer: Answer): object {
  const { failed, message, ephemeral, deferred, followUps, choices, text } = answer;
  return { failed, message, ephemeral, deferred, followUps, choices, text };
}

/** Drops keys whose value is undefined. */
function whole<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never;
}
