import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption as BasicOption,
  type APIApplicationCommandOption as CommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import type { Values } from './api.ts';

/** A command that can be used as it stands: with its subcommand, if it has some. */
export interface Usable {
  /** `alerts subscribe` */
  readonly name: string;
  readonly description: string;
  readonly options: readonly BasicOption[];
}

/** What is in the input so far. */
export interface Typed {
  readonly command: Usable;
  /** Option values as typed. */
  readonly texts: Readonly<Record<string, string>>;
  /** The option whose value stands last. */
  readonly last: string | undefined;
}

export function usable(commands: readonly APIApplicationCommand[]): Usable[] {
  return commands.flatMap(({ name, description, options }) => flatten(name, description, options ?? []));
}

function flatten(name: string, description: string, options: readonly CommandOption[]): Usable[] {
  const nested = options.flatMap((option) =>
    option.type === Type.Subcommand || option.type === Type.SubcommandGroup
      ? flatten(`${name} ${option.name}`, option.description, option.options ?? [])
      : [],
  );
  return nested.length > 0 ? nested : [{ name, description, options: options as readonly BasicOption[] }];
}

/** Reads `/command subcommand option:value …`; undefined while no whole command stands there. */
export function parse(text: string, commands: readonly Usable[]): Typed | undefined {
  const command = commands
    .filter(({ name }) => text === `/${name}` || text.startsWith(`/${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (!command) return undefined;
  const rest = text.slice(command.name.length + 1);
  const starts = command.options
    .flatMap(({ name }) => {
      const at = rest.indexOf(` ${name}:`);
      return at < 0 ? [] : [{ name, at, from: at + name.length + 2 }];
    })
    .sort((a, b) => a.at - b.at);
  const texts = Object.fromEntries(
    starts.map(({ name, from }, i) => [name, rest.slice(from, starts[i + 1]?.at ?? rest.length).trimStart()]),
  );
  return { command, texts, last: starts.at(-1)?.name };
}

/**
 * Option values in the types that Discord sends. Empty ones are left out.
 * @param idOf the id behind a name shown for an option (a channel, or a proposal's value)
 */
export function values({ command, texts }: Typed, idOf: (option: string, text: string) => string): Values {
  const entries = command.options.flatMap(({ name, type }): [string, string | number | boolean][] => {
    const text = texts[name]?.trim();
    if (!text) return [];
    const meant = idOf(name, text);
    if (type === Type.Boolean) return [[name, meant === 'true']];
    return [[name, type === Type.Integer || type === Type.Number ? Number(meant) : meant]];
  });
  return Object.fromEntries(entries);
}
