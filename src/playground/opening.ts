import type { LoopbackDiscord } from './discord/index.ts';
import type { FeedServer } from './newsroom/feed-server.ts';
import { type Sample, samples } from './newsroom/samples.ts';
import { digestAt, type Scene } from './scene.ts';

/** How long each step of the opening may take, in ms. */
const PATIENCE = 60_000;

/**
 * The first minute: an answer, an alert and a digest. Tells each step; a step that fails ends it with its reason.
 * @param publish left out: ends when the bot is ready for stories
 */
export async function playOpening(
  discord: LoopbackDiscord,
  newsroom: FeedServer,
  scene: Scene,
  bot: { readonly running: boolean },
  tell: (line: string) => void,
  publish?: (sample: Sample) => void,
): Promise<void> {
  const inChannel = (channel: string) => ({ user: scene.moderator, channel });
  const until = (check: () => boolean) =>
    discord.waitFor(() => {
      if (!bot.running) throw new Error('the bot ended');
      return check();
    }, PATIENCE);
  await until(() => discord.gateway.connected && discord.people.offered(inChannel(scene.general)).length > 0);
  tell('The bot is online and has registered its commands.');

  const status = await discord.command(inChannel(scene.general), 'ceasefire status', { on: '2022-05-20' });
  if (status.failed) throw new Error('the bot did not answer /ceasefire status');
  tell('#general: asked /ceasefire status on:2022-05-20, and got an answer.');

  await discord.command(inChannel(scene.watch), 'alerts subscribe', { channel: scene.watch });
  tell('#ceasefire-watch: subscribed to alerts.');
  await discord.command(inChannel(scene.digest), 'digest set', {
    channel: scene.digest,
    time: digestAt.time,
    timezone: digestAt.timezone,
  });
  tell('#digest: gets a digest at 18:00, Karachi time.');

  await until(() => newsroom.outlets.every(({ id }) => (newsroom.asked.get(id) ?? 0) >= 2));
  if (!publish) return;
  const before = discord.messages(scene.watch).length;
  publish(samples[0]!);
  tell(`Sample Wire: published “${samples[0]!.title}”.`);
  await until(() => discord.messages(scene.watch).length > before);
  tell('#ceasefire-watch: the alert is there.');

  await discord.command(inChannel(scene.digest), 'digest now', {});
  tell('#digest: asked /digest now.');
}
