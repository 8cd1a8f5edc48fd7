import { defineCommand, UserError } from '../src/command.ts';
import { type Discovered, NoFeed } from '../src/feeds/discovered.ts';
import { mostGuildFeeds, type OwnFeeds } from '../src/feeds/guild-feeds.ts';
import type { PolledFeed } from '../src/feeds/poll/feed.ts';
import type { FeedHealth } from '../src/feeds/poll/health.ts';
import { cleanForeign } from '../src/foreign-text.ts';
import type { Classification, Item } from '../src/news/story.ts';
import type { Card, Reply, Span, Text } from '../src/reply.ts';

export interface FeedsServices {
  readonly feeds: {
    /** The pack's feeds, which every server has. */
    readonly pack: readonly PolledFeed[];
    readonly own: OwnFeeds;
    health(): Promise<readonly FeedHealth[]>;
    /** @throws NoFeed */
    discover(address: string): Promise<Discovered>;
    classify(item: Item): Classification;
    /** UTC milliseconds. */
    now(): number;
  };
}

type Feeds = FeedsServices['feeds'];

/** Lines of one answer: more would not fit into a message. */
const mostLines = 40;
const mostTroubles = 20;
const mostPreviewed = 8;
const longestName = 80;
const longestTitle = 200;
/** Each use asks a server of somebody else. */
const fetching = { burst: 3, every: 20_000 };

export const feeds = defineCommand<FeedsServices>()({
  definition: {
    name: 'feeds',
    description: 'The watched feeds: which they are, how they fare, and your own',
    where: 'servers',
    subcommands: [
      { name: 'list', description: 'The feeds that are watched for this server' },
      { name: 'health', description: 'Last success, last error and next check of each feed' },
      {
        name: 'add',
        description: 'Watch another feed for this server',
        needs: 'ManageGuild',
        limit: fetching,
        options: [
          {
            name: 'url',
            description: 'Address of a feed, or of a page that names one',
            type: 'string',
            required: true,
            max: 2000,
          },
          { name: 'name', description: 'What to call it', type: 'string', max: longestName },
        ],
      },
      {
        name: 'remove',
        description: 'Stop watching a feed that this server added',
        needs: 'ManageGuild',
        options: [
          {
            name: 'name',
            description: 'The feed',
            type: 'string',
            required: true,
            completes: true,
            max: 2000,
          },
        ],
      },
      {
        name: 'preview',
        description: 'What a feed holds now, and what of it would have alerted',
        needs: 'ManageGuild',
        limit: fetching,
        options: [
          {
            name: 'url',
            description: 'Address of a feed, or of a page that names one',
            type: 'string',
            required: true,
            max: 2000,
          },
        ],
      },
    ],
  },
  run: {
    list: async ({ guild }, services) => list(services.feeds, inServer(guild)),
    health: async ({ guild }, services) => health(services.feeds, inServer(guild)),
    add: async ({ guild, options }, services) =>
      add(services.feeds, inServer(guild), options.url, options.name),
    remove: async ({ guild, options }, services) => remove(services.feeds, inServer(guild), options.name),
    preview: async ({ options }, services) => preview(services.feeds, options.url),
  },
  complete: async ({ guild, text }, services) => {
    if (guild === undefined) return [];
    const own = await services.feeds.own.list(guild);
    const typed = text.toLowerCase();
    return own
      .filter(({ title, url }) => `${title} ${url}`.toLowerCase().includes(typed))
      .map(({ id, title }) => ({ name: title, value: id }));
  },
});

function inServer(guild: string | undefined): string {
  if (guild === undefined) throw new UserError('Feeds can be listed and changed in servers only.');
  return guild;
}

async function list({ pack, own }: Feeds, guild: string): Promise<Reply> {
  const added = await own.list(guild);
  const line = ({ title, lang }: PolledFeed): Span[] => [title, ...(lang ? [` (${lang})`] : []), '\n'];
  const cards: Card[] = [{ title: `Watched for every server: ${pack.length}`, body: lines(pack, line) }];
  if (added.length > 0) {
    cards.push({
      title: `Added by this server: ${added.length} of ${mostGuildFeeds}`,
      body: lines(added, ({ title, url }) => [{ text: title, url }, '\n']),
    });
  }
  return { cards };
}

async function health(services: Feeds, guild: string): Promise<Reply> {
  const ours = new Set([...services.pack, ...(await services.own.list(guild))].map(({ id }) => id));
  const all = (await services.health()).filter(({ feed }) => ours.has(feed.id));
  const unwell = all.filter(({ status }) => status === 'failing' || status === 'stopped');
  const well = all.filter((feed) => !unwell.includes(feed));
  const cards: Card[] = [];
  if (unwell.length > 0) {
    cards.push({
      title: `In trouble: ${unwell.length}`,
      tone: 'unclear',
      body: lines(unwell, troubleLine, mostTroubles),
    });
  }
  cards.push({ title: `Well: ${well.length}`, body: lines(well, wellLine) });
  return { cards };
}

function troubleLine(health: FeedHealth): Span[] {
  const { feed, lastError, lastSuccess, nextCheck } = health;
  return [
    { text: feed.title, bold: true },
    `: ${lastError?.message ?? 'no answer yet'}; last success `,
    lastSuccess === undefined ? 'never' : relative(lastSuccess),
    ...(nextCheck === undefined ? ['; not checked any more'] : ['; next check ', relative(nextCheck)]),
    ...ends(health),
  ];
}

function wellLine(health: FeedHealth): Span[] {
  const { feed, lastSuccess, nextCheck } = health;
  if (lastSuccess === undefined) return [`${feed.title}: not checked yet\n`];
  return [
    `${feed.title}: `,
    relative(lastSuccess),
    ...(nextCheck === undefined ? [] : [', next ', relative(nextCheck)]),
    ...ends(health),
  ];
}

/** What both kinds of line end with. */
function ends({ entriesPerDay, movedTo }: FeedHealth): Span[] {
  return [
    ...(entriesPerDay === undefined ? [] : [`, ${perDay(entriesPerDay)} a day`]),
    ...(movedTo === undefined ? [] : [', has moved to ', { text: movedTo, url: movedTo }]),
    '\n',
  ];
}

function relative(time: number): Span {
  return { time, style: 'relative' };
}

function perDay(entries: number): string {
  return entries < 1 ? 'less than 1' : String(Math.round(entries));
}

async function add(
  services: Feeds,
  guild: string,
  address: string,
  name: string | undefined,
): Promise<Reply> {
  if ((await services.own.list(guild)).length >= mostGuildFeeds) throw tooMany();
  const { url, feed } = await found(services, address);
  const title = name?.trim() || cleanForeign(feed.title, longestName) || new URL(url).hostname;
  const outcome = await services.own.add(guild, { url, title, lang: feed.language, added: services.now() });
  if (outcome === 'known') throw new UserError('This feed is already watched for this server.');
  if (outcome === 'full') throw tooMany();
  return {
    cards: [
      {
        title: `Added: ${title}`,
        url,
        body: `It holds ${entries(feed.entries.length)} now, which are not posted. What comes from now on is.`,
      },
    ],
  };
}

async function remove({ own }: Feeds, guild: string, name: string): Promise<Reply> {
  const feed = (await own.list(guild)).find(({ id, title, url }) => [id, title, url].includes(name));
  if (!feed)
    throw new UserError('This server has added no feed of that name: choose one from the proposals.');
  await own.remove(guild, feed.id);
  return {
    cards: [{ title: `Removed: ${feed.title}`, body: 'It is not watched for this server any more.' }],
  };
}

async function preview(services: Feeds, address: string): Promise<Reply> {
  const { url, feed } = await found(services, address);
  const judged = feed.entries.map((entry) => ({
    entry,
    verdict: services.classify(itemOf(entry, feed.title, services.now())),
  }));
  const alerting = judged.filter(({ verdict }) => verdict.alert);
  return {
    ephemeral: true,
    cards: [
      {
        title: cleanForeign(feed.title, longestTitle) || new URL(url).hostname,
        url,
        body: lines(judged.slice(0, mostPreviewed), ({ entry }) => [
          ...(entry.published === undefined ? [] : [{ time: entry.published, style: 'date' } as const, ' ']),
          titleOf(entry),
          '\n',
        ]),
        footer: `${feed.format}; ${entries(feed.entries.length)}, the first ${Math.min(judged.length, mostPreviewed)} shown`,
      },
      {
        title: `Would have alerted: ${alerting.length} of ${judged.length}`,
        body: lines(alerting.slice(0, mostPreviewed), ({ entry, verdict }) => [
          entry.link ? { text: titleOf(entry), url: entry.link } : titleOf(entry),
          ` (${verdict.topic.replaceAll('_', ' ')}): ${verdict.reasons.slice(0, 2).join('; ')}\n`,
        ]),
        tone: alerting.length > 0 ? 'alert' : 'neutral',
      },
    ],
  };
}

type Entry = Discovered['feed']['entries'][number];

function titleOf({ title }: Entry): string {
  return cleanForeign(title, longestTitle) || 'untitled';
}

function itemOf(entry: Entry, source: string, now: number): Item {
  const { id, title, summary, link, published, language } = entry;
  return { id, title, summary, source, link, published: published ?? now, ...(language ? { language } : {}) };
}

async function found(services: Feeds, address: string): Promise<Discovered> {
  try {
    return await services.discover(address.trim());
  } catch (cause) {
    if (cause instanceof NoFeed) throw new UserError(`No feed was found there: ${cause.message}.`, { cause });
    throw cause;
  }
}

function tooMany(): UserError {
  return new UserError(`A server can add ${mostGuildFeeds} feeds: remove one first.`);
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

/** One line each, as many as fit. */
function lines<T>(things: readonly T[], line: (thing: T) => Span[], most = mostLines): Text {
  if (things.length === 0) return 'None.';
  const shown = things.slice(0, most).flatMap(line);
  return things.length > most ? [...shown, `… and ${things.length - most} more`] : shown;
}
