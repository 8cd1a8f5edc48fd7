import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import type { StoredMessage } from '../world/records.ts';
import type { PendingInteraction } from './pending.ts';

/** What the person who acted sees. It lives: later edits and follow-ups show in it. */
export class Answer {
  readonly #pending: PendingInteraction;

  constructor(pending: PendingInteraction) {
    this.#pending = pending;
  }

  /** "The application did not respond." */
  get failed(): boolean {
    return this.#pending.failed;
  }

  /** The answer as it stands now; after a press that changes its message, that message. */
  get message(): APIMessage | undefined {
    return this.#pending.original?.api;
  }

  get ephemeral(): boolean {
    return this.#pending.original?.visibleTo !== undefined;
  }

  /** Was "thinking…" shown first? */
  get deferred(): boolean {
    return this.#pending.callback === 5 || this.#pending.callback === 6;
  }

  /** Earlier versions of the answer, oldest first. */
  get history(): readonly APIMessage[] {
    return this.#pending.original?.history ?? [];
  }

  get followUps(): readonly APIMessage[] {
    return this.#pending.followUps.map(({ api }: StoredMessage) => api);
  }

  /** Proposals, where completion was asked for. */
  get choices(): readonly APIApplicationCommandOptionChoice[] {
    return this.#pending.choices ?? [];
  }

  /** All its words: content, embeds and labels, the follow-ups' too. For reading and for tests. */
  get text(): string {
    return [this.message, ...this.followUps].flatMap((each) => (each ? [messageText(each)] : [])).join('\n');
  }
}

/** The words of a message as one reads it from top to bottom. */
export function messageText(message: APIMessage): string {
  const embeds = message.embeds.flatMap(({ author, title, description, fields, footer }) => [
    author?.name,
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  const labels = (message.components ?? []).flatMap((row) =>
    'components' in row ? row.components.flatMap((item) => ('label' in item ? [item.label] : [])) : [],
  );
  return [message.content, ...embeds, ...labels].filter(Boolean).join('\n');
}
