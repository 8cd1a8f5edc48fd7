import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { rolePayloads } from '../world/payloads.ts';
import { resolvedChannel } from './payload.ts';

/** By option name. Channels, roles and users are given by id. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** Discord's client would not let one send this. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
}

interface Chosen {
  readonly command: APIApplicationCommand;
  /** Subcommand group and subcommand, as far as there are any. */
  readonly path: readonly string[];
  readonly options: readonly APIApplicationCommandOption[];
}

/** Finds `name`, with subcommands behind spaces. @throws NotOffered */
export function chooseCommand(commands: readonly APIApplicationCommand[], name: string): Chosen {
  const [first, ...path] = name.split(' ');
  const command = commands.find((each) => each.name === first);
  if (!command) throw new NotOffered(`there is no /${first}`);
  let options = command.options ?? [];
  for (const step of path) {
    const next = options.find((option) => option.name === step);
    if (next?.type !== Type.Subcommand && next?.type !== Type.SubcommandGroup) {
      throw new NotOffered(`/${first} has no ${step}`);
    }
    options = next.options ?? [];
  }
  if (options.some(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup)) {
    throw new NotOffered(`/${name} is not complete`);
  }
  return { command, path, options };
}

/**
 * The `data` of the interaction. With `focused`, it is for completion: nothing is checked yet.
 * @throws NotOffered for what Discord's client would refuse
 */
export function commandData(
  { command, path, options }: Chosen,
  values: OptionValues,
  user: string,
  guild: string | undefined,
  core: Core,
  focused?: string,
): object {
  for (const name of Object.keys(values)) {
    if (!options.some((option) => option.name === name)) throw new NotOffered(`no option ${name}`);
  }
  const resolved: Record<'channels' | 'roles' | 'users', Record<string, unknown>> = {
    channels: {},
    roles: {},
    users: {},
  };
  const sent = options.flatMap((option) => {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required && focused === undefined) throw new NotOffered(`${option.name} is required`);
      return [];
    }
    if (focused === undefined) check(option, value);
    resolve(option, String(value), resolved, user, guild, core);
    const { type, name } = option;
    return [{ type, name, value, ...(name === focused ? { focused: true } : {}) }];
  });
  const nested = path.toReversed().reduce<object[]>((inner, name, i) => {
    const type = i === 0 ? Type.Subcommand : Type.SubcommandGroup;
    return [{ type, name, options: inner }];
  }, sent);
  const filled = Object.entries(resolved).filter(([, entries]) => Object.keys(entries).length > 0);
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(nested.length > 0 ? { options: nested } : {}),
    ...(filled.length > 0 ? { resolved: Object.fromEntries(filled) } : {}),
    ...(command.guild_id ? { guild_id: command.guild_id } : {}),
  };
}

function check(option: APIApplicationCommandOption, value: string | number | boolean): void {
  const refuse = (why: string): never => {
    throw new NotOffered(`${option.name}: ${why}`);
  };
  const wanted =
    option.type === Type.Boolean
      ? 'boolean'
      : option.type === Type.Integer || option.type === Type.Number
        ? 'number'
        : 'string';
  if (typeof value !== wanted) refuse(`takes a ${wanted}`);
  if ('choices' in option && option.choices?.length) {
    if (!option.choices.some((choice) => choice.value === value)) refuse('not one of the choices');
  }
  if (option.type === Type.String) {
    const { min_length = 0, max_length = 6000 } = option;
    const { length } = String(value);
    if (length < min_length || length > max_length) refuse(`takes ${min_length} to ${max_length} characters`);
  }
  if (option.type === Type.Integer || option.type === Type.Number) {
    const { min_value = -(2 ** 53), max_value = 2 ** 53 } = option;
    if (Number(value) < min_value || Number(value) > max_value) refuse(`takes ${min_value} to ${max_value}`);
    if (option.type === Type.Integer && !Number.isInteger(value)) refuse('takes a whole number');
  }
}

function resolve(
  option: APIApplicationCommandOption,
  id: string,
  resolved: Record<'channels' | 'roles' | 'users', Record<string, unknown>>,
  user: string,
  guild: string | undefined,
  core: Core,
): void {
  const { world } = core;
  if (option.type === Type.Channel) {
    const channel = world.channels.get(id);
    if (!channel || channel.guild !== guild) throw new NotOffered(`${option.name}: no such channel`);
    if (option.channel_types && !option.channel_types.some((type) => type === channel.type)) {
      throw new NotOffered(`${option.name}: not a channel of a type that fits`);
    }
    resolved.channels[id] = resolvedChannel(channel, user, core);
  } else if (option.type === Type.Role) {
    const owner = world.guilds.get(guild ?? '');
    const role = owner && rolePayloads(owner).find((each) => each.id === id);
    if (!role) throw new NotOffered(`${option.name}: no such role`);
    resolved.roles[id] = role;
  } else if (option.type === Type.User) {
    const found = world.users.get(id);
    if (!found) throw new NotOffered(`${option.name}: no such user`);
    resolved.users[id] = found;
  }
}
