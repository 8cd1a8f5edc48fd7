import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import type { BotProcess } from '../bot-process.ts';
import { moves, type PlaygroundClock } from '../clock.ts';
import type { Desk } from '../desk.ts';
import type { LoopbackDiscord } from '../discord/index.ts';
import { readBody } from '../discord/rest/body.ts';
import type { PageHandler } from '../discord/serve.ts';
import type { FeedServer } from '../newsroom/feed-server.ts';
import { samples } from '../newsroom/samples.ts';
import type { Scene } from '../scene.ts';
import { Switches, switchNames } from '../switches.ts';
import type { PageState } from './state.ts';
import { Stream } from './stream.ts';

interface Shown {
  readonly discord: LoopbackDiscord;
  readonly scene: Scene;
  readonly bot: BotProcess;
  readonly desk: Desk;
  readonly newsroom: FeedServer;
  readonly clock: PlaygroundClock;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Inline styles are let through because the message components set colours with them; scripts never are. */
const policy =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

const publishBody = z.strictObject({ sample: z.enum(samples.map(({ id }) => id)) });
const ownBody = z.strictObject({
  outlet: z.string(),
  title: z.string().check(z.minLength(1), z.maxLength(300)),
  summary: z.string().check(z.maxLength(2000)),
});
const switchBody = z.strictObject({ name: z.enum(switchNames), on: z.boolean() });
const clockBody = z.strictObject({ to: z.enum(moves) });
const botBody = z.strictObject({ run: z.boolean() });

/** What can't be done now, in a sentence for the person at the page. */
class Refusal extends Error {}

/** Bundles the page and gives what serves it. */
export async function pageOf({ discord, scene, bot, desk, newsroom, clock }: Shown): Promise<PageHandler> {
  const files = await bundled();
  const switches = new Switches(discord);
  const state = (): PageState => ({
    scene,
    bot: {
      id: discord.bot.id,
      name: discord.bot.username,
      running: bot.running,
      online: discord.gateway.connected,
    },
    channels: discord.world.channelsOf(scene.guild).map(({ id, name }) => ({ id, name })),
    outlets: newsroom.outlets,
    ahead: clock.ahead,
    samples,
    published: desk.list,
    switches: [...switches.on],
  });
  const stream = new Stream(discord, state);
  desk.on('change', () => stream.state());
  bot.on('state', () => stream.state());
  clock.on('moved', () => stream.state());

  const posts: Readonly<Record<string, (body: unknown) => void | Promise<void>>> = {
    '/newsroom/publish': (body) => {
      const { sample } = publishBody.parse(body);
      desk.publishSample(samples.find(({ id }) => id === sample)!);
    },
    '/newsroom/own': (body) => {
      const { outlet, title, summary } = ownBody
        .check(z.refine(({ outlet }) => newsroom.outlets.some(({ id }) => id === outlet)))
        .parse(body);
      desk.publishOwn(outlet, title, summary);
    },
    '/switch': (body) => {
      const { name, on } = switchBody.parse(body);
      switches.set(name, on);
    },
    '/clock': async (body) => {
      const { to } = clockBody.parse(body);
      if (to !== 'digest') return clock.move(to);
      if (!bot.running)
        throw new Refusal('The bot is down: start it, and it says when the next digest is due.');
      const due = await bot.nextDigest();
      if (due === undefined) throw new Refusal('No channel gets a digest: /digest set makes one.');
      clock.moveTo(due);
    },
    '/bot': (body) => {
      if (!botBody.parse(body).run) return bot.kill();
      bot.start();
    },
  };

  return async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const file = request.method === 'GET' ? files.get(url.pathname) : undefined;
    if (file) {
      const headers = { 'Content-Type': file.type, 'Content-Security-Policy': policy };
      response.writeHead(200, headers).end(file.body);
      return true;
    }
    if (request.method === 'GET' && url.pathname === '/stream') {
      stream.open(response);
      return true;
    }
    const post = request.method === 'POST' ? posts[url.pathname] : undefined;
    if (!post) return false;
    try {
      await post((await readBody(request)).json);
      stream.state();
      response.writeHead(204).end();
    } catch (error) {
      if (!(error instanceof z.core.$ZodError || error instanceof Refusal)) throw error;
      response
        .writeHead(400, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ error: error.message }));
    }
    return true;
  };
}

/** The page's three files by path. The bundle is made in memory, at start. */
async function bundled(): Promise<ReadonlyMap<string, { type: string; body: string | Uint8Array }>> {
  const { outputFiles } = await build({
    entryPoints: [here('client/main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
  });
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: await readFile(here('page.html')) }],
    ['/page.css', { type: 'text/css; charset=utf-8', body: await readFile(here('page.css')) }],
    ['/bot.svg', { type: 'image/svg+xml', body: await readFile(here('bot.svg')) }],
    ['/person.svg', { type: 'image/svg+xml', body: await readFile(here('person.svg')) }],
    ['/font/latin.ttf', await font('noto-sans/400Regular/NotoSans_400Regular.ttf')],
    ['/font/latin-bold.ttf', await font('noto-sans/600SemiBold/NotoSans_600SemiBold.ttf')],
    ['/font/nastaliq.ttf', await font('noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf')],
    ['/page.js', { type: 'text/javascript; charset=utf-8', body: outputFiles[0]!.contents }],
  ]);
}

async function font(file: string): Promise<{ type: string; body: Uint8Array }> {
  const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`));
  return { type: 'font/ttf', body: await readFile(path) };
}
