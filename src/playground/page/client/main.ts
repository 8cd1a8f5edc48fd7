import './avatars.ts';
import './components.ts';
import type { PageState } from '../state.ts';
import { type Actor, api, type Seen, type Values } from './api.ts';
import { ChannelView } from './channel-view.ts';
import { botTime, drawClock, setClock } from './clock.ts';
import { type Usable, usable } from './command-line.ts';
import { Composer } from './composer.ts';
import { button, byId, element } from './dom.ts';
import { Newsroom } from './newsroom.ts';

const light = matchMedia('(prefers-color-scheme: light)').matches;
let state: PageState | undefined;
let open = '';
/** Deeds whose end the person does not see yet. */
let underway = 0;
let commands: readonly Usable[] = [];
/** Ephemeral messages that were waved away; they live in this window alone. */
const dismissed = new Set<string>();
const unread = new Map<string, number>();

const actor = (): Actor => ({ user: state?.scene.moderator ?? '', channel: open });
const nameOf = (id: string) => state?.channels.find((channel) => channel.id === id)?.name;
const view = new ChannelView(nameOf, {
  press: (message, customId) => act(api.press(actor(), message, customId)),
  choose: (message, customId, values) => act(api.choose(actor(), message, customId, values)),
  dismiss: (message) => {
    dismissed.add(message);
    void loadMessages();
  },
});
const newsroom = new Newsroom(notice, (url) => send('feeds add', { url }));
new Composer({ actor, commands: () => commands, channels: () => state?.channels ?? [], notice, send });

drawClock(notice);
byId('close-viewer').addEventListener('click', () => byId<HTMLDialogElement>('viewer').close());

const source = new EventSource('/stream');
source.addEventListener('state', ({ data }) => show(JSON.parse(data) as PageState));
source.addEventListener('commands', () => void loadCommands());
source.addEventListener('channel', ({ data }) => {
  if (data === open) return void loadMessages();
  unread.set(data, (unread.get(data) ?? 0) + 1);
  drawChannels();
});
source.addEventListener('error', () => {
  byId('bot-state').textContent = 'the playground has ended';
  byId('bot-state').classList.remove('online');
});

function notice(text: string): void {
  byId('notice').textContent = text;
}

function send(name: string, options: Values): void {
  act(api.command(actor(), name, options));
}

/** Follows a deed to its end: errors are told as Discord's client tells them. */
function act(deed: Promise<Seen>): void {
  notice('');
  underway += 1;
  drawThinking();
  deed
    .finally(() => {
      underway -= 1;
      drawThinking();
    })
    .then(
      ({ failed }) => {
        if (failed) notice('The application did not respond.');
      },
      (error: Error) => notice(error.message),
    );
}

/** The note that the bot is at work; a deferred answer says so itself, in its place. */
function drawThinking(): void {
  byId('thinking').textContent = underway > 0 ? `${state?.bot.name} is thinking…` : '';
}

function show(next: PageState): void {
  const first = state === undefined;
  state = next;
  const { bot } = next;
  setClock(next.ahead);
  const status = byId('bot-state');
  const words = bot.online ? 'online' : bot.running ? 'connecting…' : 'not running';
  const text = `${bot.name} is ${words}`;
  if (status.textContent !== text)
    status.replaceChildren(element('span', { class: 'who' }, `${bot.name} is `), words);
  status.classList.toggle('online', bot.online);
  if (first) {
    drawChips();
    openChannel(next.scene.watch);
  }
  newsroom.show(next);
}

function openChannel(id: string): void {
  open = id;
  unread.delete(id);
  notice('');
  byId('channel-name').textContent = `#${nameOf(id)}`;
  drawChannels();
  void loadMessages();
  void loadCommands();
}

function drawChannels(): void {
  byId('channels').replaceChildren(
    ...(state?.channels ?? []).map(({ id, name }) => {
      const count = unread.get(id);
      const entry = button(`# ${name}`, () => openChannel(id), {
        'aria-current': id === open ? 'page' : undefined,
      });
      if (count) entry.append(element('span', { class: 'new', 'aria-label': `${count} new` }, String(count)));
      return element('li', {}, entry);
    }),
  );
}

/** "Ask as of": the two truces of the seeds, and today. */
function drawChips(): void {
  const days = [
    ['15 Nov 2021', () => '2021-11-15'],
    ['20 May 2022', () => '2022-05-20'],
    ['Today', () => new Date(botTime()).toISOString().slice(0, 10)],
  ] as const;
  byId('chips').append(
    element('span', { class: 'as-of', 'aria-hidden': 'true' }, 'Ask as of'),
    ...days.map(([label, on]) =>
      button(label, () => send('ceasefire status', { on: on() }), { 'aria-label': `Status: ${label}` }),
    ),
  );
}

async function loadMessages(): Promise<void> {
  const channel = open;
  const messages = await api.messages(actor());
  const shown = messages.filter(({ id }) => !dismissed.has(id));
  if (channel === open) view.show(channel, shown, light);
}

async function loadCommands(): Promise<void> {
  commands = usable(await api.commands(actor()));
}
