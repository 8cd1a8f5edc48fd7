import type { Origin } from '../command.ts';
import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from './discord-js.ts';
import type { Incoming } from './dispatch.ts';

/** An interaction as Discord's API gives it, over the gateway or HTTP alike; undefined for a kind not asked for. */
export function incomingOf(interaction: APIInteraction): Incoming | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type !== ApplicationCommandType.ChatInput) return undefined;
      const { subcommand, given } = readOptions(data.options);
      const options = Object.fromEntries(given.map(({ name, value }) => [name, value]));
      return { kind: 'call', command: data.name, subcommand, call: { ...originOf(interaction), options } };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const { data } = interaction;
      const { subcommand, given } = readOptions(data.options);
      const focused = given.find((option) => 'focused' in option && option.focused);
      if (!focused) return undefined;
      const { name: option, value } = focused;
      const typing = { ...originOf(interaction), subcommand, option, text: String(value) };
      return { kind: 'typing', command: data.name, typing };
    }
    case InteractionType.MessageComponent: {
      const { data, message } = interaction;
      const [command = '', ...rest] = data.custom_id.split(':');
      const values = 'values' in data ? data.values : [];
      const press = { ...originOf(interaction), id: rest.join(':'), values, message: message.id };
      return { kind: 'press', command, press };
    }
    default:
      return undefined;
  }
}

interface GivenOptions {
  readonly subcommand: string | undefined;
  readonly given: readonly APIApplicationCommandInteractionDataBasicOption[];
}

function readOptions(options: readonly APIApplicationCommandInteractionDataOption[] = []): GivenOptions {
  const [first] = options;
  if (first?.type === ApplicationCommandOptionType.Subcommand)
    return { subcommand: first.name, given: first.options ?? [] };
  return { subcommand: undefined, given: options as APIApplicationCommandInteractionDataBasicOption[] };
}

function originOf(interaction: APIInteraction): Origin {
  const { id, member, guild_id, app_permissions } = interaction;
  const user = member?.user ?? interaction.user;
  return {
    requestId: id,
    user: { id: user?.id ?? '' },
    locale: 'locale' in interaction ? interaction.locale : 'en-US',
    channel: interaction.channel?.id ?? '',
    guild: guild_id,
    memberPermissions: BigInt(member?.permissions ?? 0),
    appPermissions: BigInt(app_permissions ?? 0),
  };
}
