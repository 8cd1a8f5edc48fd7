import { type Clock, systemClock } from '../clock.ts';
import type { AnyCommand, Call, Choice, MemberPermission, Origin, Press, Typing } from '../command.ts';
import { UserError } from '../command.ts';
import type { Reply } from '../reply.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { createUseLimits } from './use-limits.ts';

/** An interaction, whatever it came by. */
export type Incoming =
  | {
      readonly kind: 'call';
      readonly command: string;
      readonly subcommand: string | undefined;
      readonly call: Call;
    }
  | { readonly kind: 'press'; readonly command: string; readonly press: Press }
  | { readonly kind: 'typing'; readonly command: string; readonly typing: Typing };

export interface DispatchLog {
  info(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** Leads interactions to the commands that answer them. Errors become replies: it never throws. */
export interface Dispatch {
  answer(incoming: Extract<Incoming, { kind: 'call' | 'press' }>): Promise<Reply>;
  complete(incoming: Extract<Incoming, { kind: 'typing' }>): Promise<readonly Choice[]>;
  /** Whether only the asker will see the answer, as far as that is known before it is there. */
  isPrivate(incoming: Incoming): boolean;
}

const permissionBits: Record<MemberPermission, bigint> = { ManageChannels: 1n << 4n, ManageGuild: 1n << 5n };
const permissionNames: Record<MemberPermission, string> = {
  ManageChannels: 'Manage Channels',
  ManageGuild: 'Manage Server',
};
const administrator = 1n << 3n;

export function createDispatch<S>(
  commands: readonly AnyCommand<S>[],
  services: S,
  log: DispatchLog,
  clock: Clock = systemClock,
): Dispatch {
  const limits = createUseLimits(clock);
  const kept = createKeptAnswers(clock);
  const byName = new Map(commands.map((command) => [command.definition.name, command]));

  function needed(
    { definition }: AnyCommand<S>,
    subcommand: string | undefined,
  ): MemberPermission | undefined {
    return definition.subcommands?.find(({ name }) => name === subcommand)?.needs;
  }

  async function answer(incoming: Extract<Incoming, { kind: 'call' | 'press' }>): Promise<Reply> {
    const command = byName.get(incoming.command);
    if (!command) throw gone();
    if (incoming.kind === 'press') {
      if (!command.press)
        throw new UserError('This button belongs to an older version. Ask again with the command.');
      return command.press(incoming.press, services);
    }
    const { call, subcommand } = incoming;
    allow(command, subcommand, call);
    const tooSoon = overLimit(command, subcommand, call);
    if (tooSoon) return tooSoon;
    const handler = typeof command.run === 'function' ? command.run : command.run[subcommand ?? ''];
    if (!handler) throw gone();
    const { keptFor } = usedOf(command, subcommand);
    if (!keptFor) return handler(call as never, services);
    const question = JSON.stringify([incoming.command, subcommand, call.options]);
    return kept.answer(question, keptFor, async () => handler(call as never, services));
  }

  function allow(command: AnyCommand<S>, subcommand: string | undefined, origin: Origin): void {
    const { name, where } = command.definition;
    if (where === 'servers' && origin.guild === undefined) {
      throw new UserError(`/${name} works in servers only.`);
    }
    const needs = needed(command, subcommand);
    if (needs && !(origin.memberPermissions & (permissionBits[needs] | administrator))) {
      throw new UserError(
        `/${name} ${subcommand} needs the ${permissionNames[needs]} permission, which you don't have here.`,
      );
    }
  }

  function overLimit(
    { definition }: AnyCommand<S>,
    subcommand: string | undefined,
    { user }: Origin,
  ): Reply | undefined {
    const used = usedOf({ definition }, subcommand);
    if (!used.limit) return undefined;
    const name = [definition.name, subcommand].filter(Boolean).join(' ');
    const next = limits.use(`${user.id} ${name}`, used.limit);
    if (next === 0) return undefined;
    const text = [
      `You used /${name} often just now; the next time is `,
      { time: next, style: 'relative' } as const,
      '.',
    ];
    return { ephemeral: true, text };
  }

  return {
    async answer(incoming) {
      const { requestId, guild, channel } = incoming.kind === 'call' ? incoming.call : incoming.press;
      const about = { requestId, guild, channel, command: incoming.command };
      try {
        const reply = await answer(incoming);
        log.info(about, 'answered');
        return reply;
      } catch (error) {
        if (error instanceof UserError) {
          log.info({ ...about, told: error.message, cause: error.cause }, 'answered with an explanation');
          return { text: error.message, ephemeral: true };
        }
        log.error({ ...about, err: error, mend: 'report this line as a bug' }, 'a command failed');
        return {
          text: `Something went wrong here. It has been noted (reference ${requestId}); please try again.`,
          ephemeral: true,
        };
      }
    },

    async complete({ command, typing }) {
      try {
        return (await byName.get(command)?.complete?.(typing, services)) ?? [];
      } catch (error) {
        const about = { requestId: typing.requestId, command, err: error, mend: 'report this line as a bug' };
        log.error(about, 'a completion failed');
        return [];
      }
    },

    isPrivate(incoming) {
      if (incoming.kind !== 'call') return true;
      const command = byName.get(incoming.command);
      return command !== undefined && needed(command, incoming.subcommand) !== undefined;
    },
  };
}

/** What was used: the subcommand, or the command itself. */
function usedOf({ definition }: Pick<AnyCommand<never>, 'definition'>, subcommand: string | undefined) {
  return definition.subcommands?.find(({ name }) => name === subcommand) ?? definition;
}

function gone(): UserError {
  return new UserError('This command is no longer part of the bot. /help lists what there is.');
}
