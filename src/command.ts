import type { Reply } from './reply.ts';

/** A slash command as data. Registration, dispatch and /help all read this. Limits: Discord's. */
export interface CommandDefinition {
  readonly name: string;
  readonly description: string;
  /** `anywhere`: servers, direct messages and as a user-installed app. */
  readonly where: 'anywhere' | 'servers';
  readonly options?: readonly OptionDefinition[];
  readonly subcommands?: readonly SubcommandDefinition[];
  readonly limit?: UseLimit;
  /** The answer follows from the options, the day and what is known: whoever asks within so long (ms) gets the same. */
  readonly keptFor?: number;
}

export interface SubcommandDefinition {
  readonly name: string;
  readonly description: string;
  readonly options?: readonly OptionDefinition[];
  /** Checked from the interaction's own permissions, whatever the server's command settings say. */
  readonly needs?: MemberPermission;
  readonly limit?: UseLimit;
  /** The answer follows from the options, the day and what is known: whoever asks within so long (ms) gets the same. */
  readonly keptFor?: number;
}

/** How often one person may use what costs more than a look into memory. */
export interface UseLimit {
  /** At once… */
  readonly burst: number;
  /** …and one more every so many ms. */
  readonly every: number;
}

export interface OptionDefinition {
  readonly name: string;
  readonly description: string;
  readonly type: keyof OptionValues;
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  /** The command's `complete` proposes values while one types. */
  readonly completes?: boolean;
  readonly min?: number;
  readonly max?: number;
}

export interface OptionValues {
  /** `min` and `max` are lengths. */
  string: string;
  integer: number;
  boolean: boolean;
  /** A snowflake of a channel one can post in. */
  channel: string;
  /** A snowflake. */
  role: string;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

export type MemberPermission = 'ManageChannels' | 'ManageGuild';

type ValuesOf<O> = O extends readonly OptionDefinition[]
  ? {
      readonly [K in O[number] as K['name']]: K extends { required: true }
        ? OptionValues[K['type']]
        : OptionValues[K['type']] | undefined;
    }
  : Record<never, never>;

/** Who asks, and where. */
export interface Origin {
  /** Names this interaction in the log. */
  readonly requestId: string;
  readonly user: { readonly id: string };
  /** BCP 47 locale of the asker's client. */
  readonly locale: string;
  readonly channel: string;
  /** Undefined in direct messages and where the app is only user-installed. */
  readonly guild: string | undefined;
  /** Asker's permissions in this channel. */
  readonly memberPermissions: bigint;
  /** The bot's permissions in this channel, as the interaction says. */
  readonly appPermissions: bigint;
}

/** One use of a command. */
export interface Call<Options = Record<string, unknown>> extends Origin {
  readonly options: Options;
}

/** A press of a button, or a choice in a select, under one of the command's messages. */
export interface Press extends Origin {
  /** What stands behind `command:` in the id. */
  readonly id: string;
  /** Chosen values of a select; empty for a button. */
  readonly values: readonly string[];
  /** The message under which it stands. */
  readonly message: string;
}

/** What somebody has typed so far into an option that completes. */
export interface Typing extends Origin {
  readonly subcommand: string | undefined;
  readonly option: string;
  readonly text: string;
}

type Answer = Reply | Promise<Reply>;
type Handler<S, Options> = (call: Call<Options>, services: S) => Answer;

type HandlersOf<S, D extends CommandDefinition> = D extends {
  subcommands: infer L extends readonly SubcommandDefinition[];
}
  ? { readonly [K in L[number] as K['name']]: Handler<S, ValuesOf<K['options']>> }
  : Handler<S, ValuesOf<D['options']>>;

/** A definition with its handlers; `run` has one handler, or one for each subcommand. */
export interface Command<S, D extends CommandDefinition = CommandDefinition> {
  readonly definition: D;
  readonly run: HandlersOf<S, D>;
  /** At most 25 proposals. */
  complete?(typing: Typing, services: S): readonly Choice[] | Promise<readonly Choice[]>;
  press?(press: Press, services: S): Answer;
}

/** A command of any shape, for lists and dispatch. */
export interface AnyCommand<S> {
  readonly definition: CommandDefinition;
  readonly run: Handler<S, never> | Readonly<Record<string, Handler<S, never>>>;
  complete?(typing: Typing, services: S): readonly Choice[] | Promise<readonly Choice[]>;
  press?(press: Press, services: S): Answer;
}

/** Gives a command its types: option values in the handlers follow from the definition. */
export function defineCommand<S>() {
  return <const D extends CommandDefinition>(command: Command<S, D>): Command<S, D> => command;
}

/** An error whose message is for the user: one safe, helpful sentence. `cause` is for the log. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
