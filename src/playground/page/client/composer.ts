import type { Actor, Values } from './api.ts';
import { api } from './api.ts';
import { parse, type Usable, values } from './command-line.ts';
import { byId, element } from './dom.ts';
import { type Proposal, propose } from './proposals.ts';

/** What the composer needs to know of the page around it. */
export interface Around {
  actor(): Actor;
  commands(): readonly Usable[];
  channels(): readonly { readonly id: string; readonly name: string }[];
  notice(text: string): void;
  send(name: string, options: Values): void;
}

/** The input with its list of proposals: arrows move, Tab or Enter takes, Escape closes. */
export class Composer {
  readonly #around: Around;
  readonly #input = byId<HTMLInputElement>('command');
  readonly #list = byId('proposals');
  #proposals: readonly Proposal[] = [];
  #active = -1;
  #turn = 0;
  /** Values behind the names that were taken from the list, as `option:name`. */
  readonly #behind = new Map<string, string>();

  constructor(around: Around) {
    this.#around = around;
    this.#input.addEventListener('input', () => void this.#update());
    this.#input.addEventListener('focus', () => void this.#update());
    this.#input.addEventListener('blur', () => setTimeout(() => this.#close(), 150));
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    byId<HTMLFormElement>('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  #key(event: KeyboardEvent): void {
    const open = this.#proposals.length > 0;
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#activate((this.#active + step + this.#proposals.length) % this.#proposals.length);
    } else if (open && (event.key === 'Tab' || event.key === 'Enter') && this.#active >= 0) {
      this.#take(this.#proposals[this.#active]!);
    } else if (open && event.key === 'Tab' && !event.shiftKey && this.#input.value) {
      this.#take(this.#proposals[0]!);
    } else if (open && event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
  }

  async #update(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { value } = this.#input;
    const found = await propose(value, this.#around.commands(), {
      channels: this.#around.channels(),
      complete: async (typed) => {
        const options = values(typed, (option, text) => this.#idOf(option, text));
        const { choices } = await api.complete(
          this.#around.actor(),
          typed.command.name,
          typed.last!,
          options,
        );
        return choices;
      },
    }).catch((error: unknown) => {
      this.#around.notice((error as Error).message);
      return [];
    });
    if (turn === this.#turn) this.#show(found);
  }

  #show(found: readonly Proposal[]): void {
    this.#proposals = found;
    this.#list.replaceChildren(
      ...found.map((proposal, i) => {
        const line = element(
          'div',
          { role: 'option', id: `proposal-${i}`, 'aria-selected': 'false' },
          element('strong', {}, proposal.label),
          proposal.detail ? element('span', {}, proposal.detail) : undefined,
        );
        line.addEventListener('mousedown', (event) => {
          event.preventDefault();
          this.#take(proposal);
        });
        return line;
      }),
    );
    this.#list.hidden = found.length === 0;
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
    this.#activate(-1);
  }

  #activate(index: number): void {
    this.#active = index;
    [...this.#list.children].forEach((line, i) => {
      line.setAttribute('aria-selected', String(i === index));
      if (i === index) line.scrollIntoView({ block: 'nearest' });
    });
    if (index < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `proposal-${index}`);
  }

  #take({ text, stands }: Proposal): void {
    if (stands) this.#behind.set(`${stands.option}:${stands.shown}`, stands.value);
    this.#input.value = text;
    this.#input.focus();
    void this.#update();
  }

  #close(): void {
    this.#turn += 1;
    this.#show([]);
  }

  #idOf(option: string, text: string): string {
    const channel = this.#around.channels().find(({ name }) => `#${name}` === text);
    return this.#behind.get(`${option}:${text}`) ?? channel?.id ?? text;
  }

  #submit(): void {
    const text = this.#input.value.trim();
    const typed = parse(text, this.#around.commands());
    if (!text) return;
    if (!typed) {
      this.#around.notice(
        text.startsWith('/') ? `There is no command ${text}.` : 'The bot reads commands only: begin with /.',
      );
      return;
    }
    this.#around.send(
      typed.command.name,
      values(typed, (option, shown) => this.#idOf(option, shown)),
    );
    this.#input.value = '';
    this.#close();
  }
}
