import * as spec from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import type { Fault } from '../errors.ts';
import { schemaFaults } from './faults.ts';

/** Kinds of answer body; what the stand-in sends is held to the same description as what it gets. */
export type AnswerKind = keyof typeof kinds;

const channel = z.union([spec.GuildChannelResponseSchema, spec.PrivateChannelResponseSchema]);

const kinds = {
  application: spec.PrivateApplicationResponseSchema,
  callback: spec.InteractionCallbackResponseSchema,
  channel,
  channels: z.array(channel),
  command: spec.ApplicationCommandResponseSchema,
  commands: z.array(spec.ApplicationCommandResponseSchema),
  gateway: spec.GatewayResponseSchema,
  gatewayBot: spec.GatewayBotResponseSchema,
  guild: spec.GuildResponseSchema,
  guilds: z.array(spec.MyGuildResponseSchema),
  me: spec.UserPIIResponseSchema,
  member: spec.GuildMemberResponseSchema,
  message: spec.MessageResponseSchema,
  messages: z.array(spec.MessageResponseSchema),
  roles: z.array(spec.GuildRoleResponseSchema),
  user: spec.UserResponseSchema,
} as const;

export function answerFaults(kind: AnswerKind, body: unknown): Fault[] {
  return schemaFaults(kinds[kind], body, new Set());
}
