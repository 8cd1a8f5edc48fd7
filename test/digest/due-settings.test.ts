import { beforeEach, expect, test } from 'vitest';
import { emptyGuild, type GuildDocument, withDigest, withoutDigest } from '../../src/alerts/guild.ts';
import { createDueSettings, type DueSettings } from '../../src/digest/due-settings.ts';
import { hour, minute } from '../alerts/bot.ts';
import { memoryDocuments } from '../feeds/poll/fakes.ts';
import { digestSetting } from './fixture.ts';

/** 08:00 in Karachi. */
const due = Date.UTC(2022, 4, 18, 3);

let guilds: ReturnType<typeof memoryDocuments<GuildDocument>>;
let changed: string[];
let reads: number;
let settings: DueSettings;
beforeEach(async () => {
  guilds = memoryDocuments<GuildDocument>();
  changed = [];
  reads = 0;
  const read = guilds.entries;
  guilds.entries = (prefix) => {
    reads++;
    return read(prefix);
  };
  settings = createDueSettings(guilds, async () => changed.splice(0));
  await guilds.set('1', withDigest(emptyGuild, digestSetting('11')));
  await guilds.set('2', emptyGuild);
});

/** Channels to be looked at, each dealt with. */
async function lookAt(now: number): Promise<string[]> {
  const found = await settings.by(now);
  for (const { done } of found) done(now);
  return found.map(({ setting }) => setting.channel);
}

test('each is looked at when it is new, and then at its time only, without reading all again', async () => {
  expect(await lookAt(due - 30 * minute)).toEqual(['11']);
  expect(await lookAt(due - minute)).toEqual([]);
  expect(await lookAt(due)).toEqual(['11']);
  expect(await lookAt(due + 10_000)).toEqual([]);
  expect(reads).toBe(1);
});

test('what is not dealt with comes again', async () => {
  expect(await settings.by(due)).toHaveLength(1);
  expect(await lookAt(due + 10_000)).toEqual(['11']);
  expect(await lookAt(due + 20_000)).toEqual([]);
});

test('a change is seen once it is told of; one that was not told of within an hour', async () => {
  await lookAt(due);
  await guilds.set('2', withDigest(emptyGuild, digestSetting('21')));
  expect(await lookAt(due + minute)).toEqual([]);
  changed.push('2', 'gone');
  expect(await lookAt(due + minute)).toEqual(['21']);
  await guilds.set('1', withoutDigest((await guilds.get('1'))!, '11'));
  await guilds.set('3', withDigest(emptyGuild, digestSetting('31')));
  expect((await lookAt(due + hour)).toSorted()).toEqual(['21', '31']);
  expect(reads).toBe(2);
});

test('a change that could not be read is read with the next look', async () => {
  await lookAt(due);
  await guilds.set('2', withDigest(emptyGuild, digestSetting('21')));
  const { get } = guilds;
  guilds.get = async () => {
    throw new Error('away');
  };
  changed.push('2');
  await expect(settings.by(due + minute)).rejects.toThrow('away');
  guilds.get = get;
  expect(await lookAt(due + minute)).toEqual(['21']);
});
