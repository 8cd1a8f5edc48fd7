import type { CommandDefinition, OptionDefinition, SubcommandDefinition } from '../command.ts';
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTGetCurrentApplicationResult,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from './discord-js.ts';

/**
 * Publishes the slash commands, replacing all that were there.
 * @returns how many Discord holds now. @throws DiscordAPIError
 */
export async function register(rest: REST, definitions: readonly CommandDefinition[]): Promise<number> {
  const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  const body = definitions.map(commandBody);
  const published = (await rest.put(Routes.applicationCommands(application.id), { body })) as unknown[];
  return published.length;
}

type CommandBody = RESTPutAPIApplicationCommandsJSONBody[number];

/** A definition in the form of Discord's API. */
export function commandBody(definition: CommandDefinition): CommandBody {
  const { name, description, where, options, subcommands } = definition;
  const anywhere = where === 'anywhere';
  return {
    name,
    description,
    contexts: anywhere
      ? [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel]
      : [InteractionContextType.Guild],
    integration_types: anywhere
      ? [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall]
      : [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: permissionFor(subcommands),
    options: subcommands?.map(subcommandBody) ?? options?.map(optionBody) ?? [],
  } as CommandBody;
}

/** Hidden from those who may use none of its subcommands; null shows it to everyone. */
function permissionFor(subcommands: readonly SubcommandDefinition[] = []): string | null {
  const [first, ...others] = subcommands.map(({ needs }) => needs);
  if (!first || others.some((needs) => needs !== first)) return null;
  return PermissionFlagsBits[first].toString();
}

function subcommandBody({ name, description, options = [] }: SubcommandDefinition) {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description,
    options: options.map(optionBody),
  };
}

const optionTypes = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  boolean: ApplicationCommandOptionType.Boolean,
  channel: ApplicationCommandOptionType.Channel,
  role: ApplicationCommandOptionType.Role,
} as const;

function optionBody({ name, description, type, required, choices, completes, min, max }: OptionDefinition) {
  const bounds =
    type === 'string' ? { min_length: min, max_length: max } : { min_value: min, max_value: max };
  return {
    type: optionTypes[type],
    name,
    description,
    ...(required && { required }),
    ...(choices && { choices }),
    ...(completes && { autocomplete: true }),
    ...(min !== undefined || max !== undefined ? bounds : {}),
    // Text and announcement channels and threads: those that one can post in.
    ...(type === 'channel' && { channel_types: [0, 5, 10, 11, 12] }),
  };
}
