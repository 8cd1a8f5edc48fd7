/**
 * What the bot uses of discord.js: its modules for REST and the gateway, and its types. The package's own entry also
 * loads the Client with its caches and builders, which the bot has no use for: 0.1 s of each start, and 13 MB.
 */
export { escapeMarkdown } from '@discordjs/formatters';
export {
  DefaultRestOptions,
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  REST,
  RESTEvents,
} from '@discordjs/rest';
export { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
export { DiscordSnowflake as SnowflakeUtil } from '@sapphire/snowflake';
export type * from 'discord.js';
export {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
