import type { APIMessage } from 'discord-api-types/v10';
import { byId, element } from './dom.ts';
import type { NameOf } from './markdown.ts';
import { drawMessage, type MessageActions } from './message.ts';
import { openable } from './pictures.ts';
import { restyle } from './restyle.ts';

/** The messages of the open channel. An edit redraws one message, in its place. */
export class ChannelView {
  readonly #box = byId('messages');
  readonly #nameOf: NameOf;
  readonly #actions: MessageActions;
  #list = element('discord-messages');
  #drawn = new Map<string, { text: string; node: HTMLElement }>();
  #channel = '';

  constructor(nameOf: NameOf, actions: MessageActions) {
    this.#nameOf = nameOf;
    this.#actions = actions;
    this.#box.tabIndex = 0; // so that the keyboard can scroll it
  }

  show(channel: string, messages: readonly APIMessage[], light: boolean): void {
    const newest = messages.at(-1)?.id;
    const atEnd = newest !== undefined && !this.#drawn.has(newest);
    const another = channel !== this.#channel;
    if (another) {
      this.#channel = channel;
      this.#drawn = new Map();
      this.#list = element('discord-messages', { 'light-theme': light, 'no-background': true });
      this.#box.replaceChildren(this.#list);
    }
    const drawn = new Map<string, { text: string; node: HTMLElement }>();
    for (const message of messages) {
      const text = JSON.stringify(message);
      const known = this.#drawn.get(message.id);
      const node = known?.text === text ? known.node : drawMessage(message, this.#nameOf, this.#actions);
      if (known && known.node !== node) known.node.replaceWith(node);
      else if (!known) this.#list.append(node);
      if (known?.node !== node) void this.#dress(node, message);
      drawn.set(message.id, { text, node });
    }
    for (const [id, { node }] of this.#drawn) if (!drawn.has(id)) node.remove();
    this.#drawn = drawn;
    this.#list.querySelector('.empty')?.remove();
    if (messages.length === 0) this.#list.append(element('p', { class: 'empty' }, 'Nothing here yet.'));
    if (another || atEnd) this.#scrollToEnd();
  }

  async #dress(node: HTMLElement, { embeds }: APIMessage): Promise<void> {
    await restyle(node);
    [...node.querySelectorAll<HTMLElement>('discord-embed')].forEach((drawn, i) => {
      openable(drawn, embeds[i]?.image?.description ?? embeds[i]?.title ?? 'Picture');
    });
  }

  /** To the end, but not past the beginning of the last message. Pictures take their height late: again. */
  #scrollToEnd(): void {
    const scroll = (): void => {
      const last = this.#list.lastElementChild as HTMLElement | null;
      const top = last ? last.offsetTop - this.#box.offsetTop - 8 : 0;
      this.#box.scrollTop = Math.min(this.#box.scrollHeight - this.#box.clientHeight, top);
    };
    scroll();
    requestAnimationFrame(() => requestAnimationFrame(scroll));
    setTimeout(scroll, 250);
  }
}
