import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { botId, interaction, type Rooms } from './interaction.ts';

/**
 * A Discord that checks nothing and keeps only which messages came, in a process of its own: what it costs must not
 * hide what the bot costs. It answers REST, holds a gateway session, and sends interactions at a steady rate when told to.
 */
export interface Opened {
  readonly apiUrl: string;
}

/** What the parent asks: interactions to send over the gateway, or where things stand. */
export type Question = Drive | 'state';

interface Drive {
  readonly rate: number;
  readonly seconds: number;
  /** Which commands: those of the bot, or one that any client knows. */
  readonly rooms: Rooms;
  /** How many of them were sent before; the first ones if left out. */
  readonly from?: number;
}

export interface Driven {
  /** From the interaction sent to its callback received (ms), ascending. */
  readonly latencies: readonly number[];
  readonly sent: number;
}

export interface State {
  /** When a session was last opened and READY sent (UTC ms). */
  readonly ready: number | undefined;
  /** Messages created, when they came and where (UTC ms). */
  readonly messages: readonly { readonly at: number; readonly channel: string; readonly text: string }[];
}

/** Sent at, by interaction id; moved to `latencies` by the callback. */
const open = new Map<string, number>();
let latencies: number[] = [];
const messages: { at: number; channel: string; text: string }[] = [];
/** Ids of messages by channel and nonce. */
const byNonce = new Map<string, string>();
let dispatch: ((type: string, data: object) => void) | undefined;
let ready: number | undefined;
let lastId = 0n;

const server = createServer((request, response) => {
  const path = (request.url ?? '').replace(/^\/api\/v10/, '').replace(/\?.*$/, '');
  const [, kind = '', id = '', third = ''] = path.split('/');
  if (kind === 'interactions') {
    const at = open.get(id);
    if (at !== undefined) latencies.push(performance.now() - at);
    open.delete(id);
    request.resume();
    return response.writeHead(204).end();
  }
  return void text(request).then((body) => {
    const answer = answerTo(`${request.method} ${path}`, id, third, body);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
});

function answerTo(call: string, id: string, third: string, body: string): unknown {
  if (call === 'GET /gateway/bot')
    return {
      url: `ws://127.0.0.1:${port()}`,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    };
  if (call === 'GET /applications/@me') return { id: botId, flags: 0, verify_key: '' };
  if (call.startsWith('PUT /applications/')) return JSON.parse(body);
  if (call.startsWith('POST /channels/') && third === 'messages') {
    return { id: created(id, body), channel_id: id, author: { id: botId }, content: '', embeds: [] };
  }
  if (call.startsWith('GET /channels/') && third === '')
    return { id, type: 0, guild_id: '1', name: `channel-${id}` };
  return [];
}

/** @returns the message's id; as on Discord, of the first one if its nonce came before. */
function created(channel: string, body: string): string {
  const { nonce } = JSON.parse(body) as { nonce?: string };
  const key = nonce === undefined ? undefined : `${channel}/${nonce}`;
  const known = key && byNonce.get(key);
  if (known) return known;
  messages.push({ at: Date.now(), channel, text: body });
  lastId += 1n;
  if (key) byNonce.set(key, String(lastId));
  return String(lastId);
}

const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket) => {
  const send = (data: object) => socket.send(JSON.stringify(data));
  let sequence = 0;
  send({ op: 10, d: { heartbeat_interval: 41_250 } });
  socket.on('message', (data) => {
    const { op } = JSON.parse(String(data)) as { op: number };
    if (op === 1) send({ op: 11 });
    if (op !== 2) return;
    dispatch = (t, d) => {
      sequence += 1;
      send({ op: 0, t, d, s: sequence });
    };
    dispatch('READY', {
      v: 10,
      user: { id: botId, username: 'bench', discriminator: '0', avatar: null, bot: true },
      guilds: [],
      session_id: '1',
      resume_gateway_url: `ws://127.0.0.1:${port()}`,
      application: { id: botId, flags: 0 },
      shard: [0, 1],
    });
    ready = Date.now();
  });
});

async function drive({ rate, seconds, rooms, from = 0 }: Drive): Promise<Driven> {
  latencies = [];
  open.clear();
  const start = performance.now();
  const sent = rate * seconds;
  for (let n = 0; n < sent; n++) {
    const wait = start + (n * 1000) / rate - performance.now();
    if (wait > 1) await sleep(wait);
    const payload = interaction(rooms, from + n);
    open.set(payload.id, performance.now());
    dispatch?.('INTERACTION_CREATE', payload);
  }
  const end = performance.now() + 3000;
  while (open.size > 0 && performance.now() < end) await sleep(20);
  return { latencies: latencies.toSorted((a, b) => a - b), sent };
}

process.on('message', async (question: Question) => {
  if (question === 'state') process.send?.({ ready, messages } satisfies State);
  else process.send?.(await drive(question));
});

server.listen(0, '127.0.0.1', () => {
  process.send?.({ apiUrl: `http://127.0.0.1:${port()}/api` } satisfies Opened);
});

function port(): number {
  return (server.address() as AddressInfo).port;
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
// Whoever measures is gone.
process.once('disconnect', () => process.exit());
