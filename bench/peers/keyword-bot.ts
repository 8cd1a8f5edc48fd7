import { Client, type TextChannel } from 'discord.js';
import Parser from 'rss-parser';

// A feed bot as users write one: every feed in turn, a regular expression, one message a hit, what was seen in memory.
const [api = '', interval = '', ...urls] = process.argv.slice(2);
const keywords = /(TTP|Taliban).*(talks|truce|ceasefire|negotiat)/i;
const client = new Client({ intents: [], rest: { api } });
const parser = new Parser();
const seen = new Set<string>();

async function check(first: boolean): Promise<void> {
  for (const [n, url] of urls.entries()) {
    const { items } = await parser.parseURL(url);
    for (const { guid = '', title = '', link = '' } of items) {
      if (seen.has(guid)) continue;
      seen.add(guid);
      if (first || !keywords.test(title)) continue;
      const channel = await client.channels.fetch(String(n), { allowUnknownGuild: true });
      await (channel as TextChannel).send(`${title}\n${link}`);
    }
  }
}

await client.login('bench');
await check(true);
for (;;) {
  const began = Date.now();
  await check(false);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + Number(interval) - Date.now())));
}
