import { startDiscord } from '../../src/playground/discord/index.ts';

// The loopback Discord of the benches on alerts, in a process of its own: its work must not hold up the bot's.
export interface Opened {
  readonly apiUrl: string;
  readonly token: string;
  readonly guilds: readonly { readonly id: string; readonly channels: readonly string[] }[];
}

export interface Report {
  readonly messages: number;
  readonly rateLimited: number;
  readonly violations: number;
  /** When each message came (UTC ms), and where. */
  readonly arrivals: readonly { readonly at: number; readonly channel: string }[];
  /** Most requests that came within one second. */
  readonly busiest: number;
}

const [channels = 0, perGuild = 1] = process.argv.slice(2).map(Number);
const discord = await startDiscord();
const guilds = Array.from({ length: Math.ceil(channels / perGuild) }, (_, at) => {
  const guild = discord.createGuild(`server ${at}`);
  const size = Math.min(perGuild, channels - at * perGuild);
  return {
    id: guild.id,
    channels: Array.from({ length: size }, (_, n) => discord.createChannel(guild, `news-${n}`).id),
  };
});

// Whoever measures is gone.
process.once('disconnect', () => process.exit());
process.on('message', () => {
  const { requests, rateLimited, violations } = discord.journal;
  const created = requests.filter(({ method, status }) => method === 'POST' && status === 200);
  const arrivals = created.map(({ at, path }) => ({ at, channel: path.split('/')[2] ?? '' }));
  const messages = created.length;
  const report: Report = {
    messages,
    rateLimited,
    violations: violations.length,
    arrivals,
    busiest: busiest(),
  };
  process.send?.(report);
});
const opened: Opened = { apiUrl: discord.apiUrl, token: discord.token, guilds };
process.send?.(opened);

function busiest(): number {
  const times = discord.journal.requests.map(({ at }) => at);
  let [most, first] = [0, 0];
  for (const [last, time] of times.entries()) {
    while ((times[first] ?? time) <= time - 1000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
