import { EventEmitter } from 'node:events';
import type { APIApplicationCommandOptionChoice, APIInteraction } from 'discord-api-types/v10';
import type { Channel, StoredMessage } from '../world/records.ts';

export type InteractionKind = 'command' | 'autocomplete' | 'component';

/** One interaction, from the click to the last edit. */
export class PendingInteraction extends EventEmitter<{ change: [] }> {
  readonly payload: APIInteraction;
  readonly kind: InteractionKind;
  readonly channel: Channel;
  readonly user: string;
  /** UTC ms. */
  readonly at: number;
  /** The message under which the pressed component stands. */
  readonly source: StoredMessage | undefined;
  /** How the bot answered: Discord's callback type. */
  callback: number | undefined;
  /** `@original`: the first answer, or the message that a component changes. */
  original: StoredMessage | undefined;
  /** "thinking…": deferred and not filled yet. */
  loading = false;
  choices: readonly APIApplicationCommandOptionChoice[] | undefined;
  readonly followUps: StoredMessage[] = [];
  /** Nobody answered in time. */
  failed = false;

  constructor(
    given: Pick<PendingInteraction, 'payload' | 'kind' | 'channel' | 'user' | 'at'> & {
      source?: StoredMessage;
    },
  ) {
    super();
    this.setMaxListeners(0);
    this.payload = given.payload;
    this.kind = given.kind;
    this.channel = given.channel;
    this.user = given.user;
    this.at = given.at;
    this.source = given.source;
  }

  changed(): void {
    this.emit('change');
  }

  /** The user sees an answer, or sees that there is none. */
  get settled(): boolean {
    if (this.failed) return true;
    if (this.callback === undefined) return false;
    if (this.kind === 'autocomplete') return true;
    /* A deferral shows nothing to read until the edit or a follow-up. */
    return !this.loading || this.followUps.length > 0;
  }
}

/** All interactions by id and by token. Tokens live 15 minutes. */
export class Interactions {
  readonly byId = new Map<string, PendingInteraction>();
  readonly byToken = new Map<string, PendingInteraction>();

  add(pending: PendingInteraction): void {
    this.byId.set(pending.payload.id, pending);
    this.byToken.set(pending.payload.token, pending);
  }
}
