import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryError, type Messenger } from '../../src/alerts/messenger.ts';
import { createMessenger } from '../../src/discord/messenger.ts';
import { createRest } from '../../src/discord/rest.ts';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import type { Reply } from '../../src/reply.ts';

const reply: Reply = {
  cards: [{ title: 'Truce *extended*', body: ['by ', { text: 'Dawn', bold: true }] }],
  buttons: [{ id: 'alerts:why:story1:channel1', label: 'Why this alert' }],
};

let discord: LoopbackDiscord;
let messenger: Messenger;
let channel: string;
let guild: ReturnType<LoopbackDiscord['createGuild']>;

beforeEach(async () => {
  discord = await startDiscord();
  guild = discord.createGuild('Here');
  channel = discord.createChannel(guild, 'news').id;
  messenger = createMessenger(createRest(discord.apiUrl, discord.token));
});
afterEach(() => discord.close());

async function failureOf(attempt: Promise<unknown>): Promise<DeliveryError> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DeliveryError);
  return error as DeliveryError;
}

describe('messenger', () => {
  test('creates once a nonce, edits in place, and Discord finds nothing to refuse', async () => {
    const first = await messenger.create(channel, reply, 'nonce-1');
    const again = await messenger.create(channel, reply, 'nonce-1');
    expect(again.id).toBe(first.id);
    await messenger.edit(channel, first.id, { ...reply, cards: [{ title: 'Truce extended again' }] });
    const messages = discord.messages(channel);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.embeds[0]?.title).toBe('Truce extended again');
    expect(discord.journal.violations).toEqual([]);
  });

  test('tells whether the role was mentioned, and whether the server has it', async () => {
    const role = discord.createRole(guild, 'Readers');
    const calling: Reply = { ...reply, text: [{ role }], mentionRole: role };
    expect((await messenger.create(channel, reply, 'nonce-r0')).mentioned).toBe(true);
    expect((await messenger.create(channel, calling, 'nonce-r1')).mentioned).toBe(true);
    expect(await messenger.hasRole(guild.id, role)).toBe(true);
    discord.deleteRole(guild, role);
    expect((await messenger.create(channel, calling, 'nonce-r2')).mentioned).toBe(false);
    expect(await messenger.hasRole(guild.id, role)).toBe(false);
  });

  test('sends a picture in its card', async () => {
    const picture = { name: 'strip.png', png: Buffer.from('89504e470d0a1a0a', 'hex'), alt: 'thirty days' };
    const { id } = await messenger.create(channel, { ...reply, picture }, 'nonce-2');
    const message = discord.messages(channel).find((each) => each.id === id);
    expect(message?.embeds[0]?.image?.url).toContain('strip.png');
    expect(discord.journal.violations).toEqual([]);
  });

  test('finds a message of ours by its button, beyond the first page, and no other', async () => {
    const since = Date.now() - 1000;
    expect(await messenger.find(channel, since, 'alerts:why:story1:')).toBeUndefined();
    const { id } = await messenger.create(channel, reply, 'nonce-3');
    expect(await messenger.find(channel, since, 'alerts:why:story1:')).toBe(id);
    expect(await messenger.find(channel, since, 'alerts:why:story2:')).toBeUndefined();
  });

  test('a reply whose message is gone stands alone', async () => {
    const { id } = await messenger.create(channel, reply, 'nonce-4');
    discord.deleteMessage(channel, id);
    const answer = await messenger.create(channel, { text: 'Retracted.' }, 'nonce-5', id);
    expect(discord.messages(channel).map((each) => each.id)).toEqual([answer.id]);
  });

  test('a reply shows what it answers; without Read Message History it stands alone', async () => {
    const { id } = await messenger.create(channel, reply, 'nonce-a');
    await messenger.create(channel, { text: 'Retracted.' }, 'nonce-b', id);
    discord.deny(channel, 'ReadMessageHistory');
    await messenger.create(channel, { text: 'Retracted too.' }, 'nonce-c', id);
    const references = discord.messages(channel).map((each) => each.message_reference?.message_id);
    expect(references).toEqual([undefined, id, undefined]);
    expect(discord.journal.violations).toEqual([]);
  });

  test('waits for no hour: beyond the limit of publishing it says how long to wait', async () => {
    await discord.close();
    discord = await startDiscord({ rateLimits: { crosspost: { limit: 1, window: 3_600_000 } } });
    const news = discord.createChannel(discord.createGuild('Here'), 'news', { announcement: true }).id;
    messenger = createMessenger(createRest(discord.apiUrl, discord.token));
    const { id } = await messenger.create(news, reply, 'nonce-p');
    await messenger.crosspost(news, id);
    const failure = await failureOf(messenger.crosspost(news, id));
    expect(failure).toMatchObject({ kind: 'transient', ambiguous: false });
    expect(failure.retryAfter).toBeGreaterThan(3_500_000);
    // discord.js learns the limit of a route from its first answers; from then on nothing is sent in vain.
    const before = discord.journal.requests.length;
    await failureOf(messenger.crosspost(news, id));
    expect(discord.journal.requests).toHaveLength(before);
  });

  test('says why a channel did not take it', async () => {
    const { id } = await messenger.create(channel, reply, 'nonce-6');
    discord.deny(channel, 'SendMessages');
    expect(await failureOf(messenger.create(channel, reply, 'nonce-7'))).toMatchObject({
      kind: 'forbidden',
      ambiguous: false,
    });
    discord.allow(channel, 'SendMessages');
    discord.deleteMessage(channel, id);
    expect(await failureOf(messenger.edit(channel, id, reply))).toMatchObject({ kind: 'unknown_message' });
    discord.deleteChannel(channel);
    expect(await failureOf(messenger.create(channel, reply, 'nonce-8'))).toMatchObject({ kind: 'gone' });
  });

  test('a server error or a cut connection leaves it open whether the message was sent', async () => {
    discord.faults.add({ match: /^POST \/channels/, effect: 'error', status: 502, when: 'after', times: 1 });
    expect(await failureOf(messenger.create(channel, reply, 'nonce-9'))).toMatchObject({
      kind: 'transient',
      ambiguous: true,
    });
    discord.faults.add({ match: /^POST \/channels/, effect: 'cut', when: 'after', times: 1 });
    expect(await failureOf(messenger.create(channel, reply, 'nonce-9'))).toMatchObject({
      kind: 'transient',
      ambiguous: true,
    });
    await messenger.create(channel, reply, 'nonce-9');
    expect(discord.messages(channel)).toHaveLength(1);
  });

  test('no connection: certainly not sent', async () => {
    const url = discord.apiUrl;
    await discord.close();
    const failure = await failureOf(
      createMessenger(createRest(url, 'x.y.z')).create(channel, reply, 'nonce-10'),
    );
    expect(failure).toMatchObject({ kind: 'transient', ambiguous: false });
    discord = await startDiscord();
  });

  test('a burst stays within the limits: no 429', async () => {
    const channels = Array.from({ length: 60 }, (_, i) => discord.createChannel(guild, `news-${i}`).id);
    await Promise.all(channels.map((each) => messenger.create(each, reply, `burst-${each}`.slice(0, 25))));
    expect(discord.journal.rateLimited).toBe(0);
    for (const each of channels) expect(discord.messages(each)).toHaveLength(1);
  });

  test('reaches the system channel and a member for a word to a server', async () => {
    const user = discord.createUser('mod', guild, 'ManageChannels');
    const contacts = await messenger.contacts(guild.id, user.id);
    const direct = contacts.at(-1)!;
    await messenger.create(direct, { text: 'A channel refused.' }, 'nonce-11');
    expect(discord.messages(direct)).toHaveLength(1);
  });
});
