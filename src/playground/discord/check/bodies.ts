import * as spec from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import * as z from 'zod/mini';
import type { Fault } from '../errors.ts';
import { commandFaults } from './command-rules.ts';
import { schemaFaults } from './faults.ts';
import { type MessageBody, messageFaults } from './message-rules.ts';

/** Kinds of request body; the route table says which one a route takes. */
export type BodyKind = keyof typeof kinds;

interface Kind {
  readonly schema: ZodMiniType;
  /** Fields that discord.js sends and the description lacks. Exactly these. */
  readonly allowed?: readonly string[];
  /** What Discord refuses beyond its description. */
  rules?(body: never): Fault[];
}

const kinds = {
  messageCreate: { schema: spec.MessageCreateRequestSchema, rules: messageFaults },
  messageEdit: {
    schema: spec.MessageEditRequestPartialSchema,
    allowed: ['tts', 'enforce_nonce'],
    rules: messageFaults,
  },
  followUp: {
    schema: spec.IncomingWebhookInteractionRequestSchema,
    allowed: ['tts', 'enforce_nonce'],
    rules: messageFaults,
  },
  followUpEdit: {
    schema: spec.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
    allowed: ['tts', 'enforce_nonce'],
    rules: messageFaults,
  },
  commands: {
    schema: z.array(spec.ApplicationCommandUpdateRequestSchema),
    allowed: ['nsfw', 'default_permission'],
    rules: commandFaults,
  },
  command: {
    schema: spec.ApplicationCommandCreateRequestSchema,
    allowed: ['nsfw', 'default_permission'],
    rules: (body: Parameters<typeof commandFaults>[0][number]) =>
      commandFaults([body]).map((fault) => ({ ...fault, path: fault.path.slice(1) })),
  },
  directChannel: { schema: spec.CreatePrivateChannelRequestSchema },
  pong: { schema: spec.PongInteractionCallbackRequestSchema },
  callbackMessage: {
    schema: spec.CreateMessageInteractionCallbackRequestSchema,
    allowed: ['tts', 'enforce_nonce'],
    rules: callbackFaults,
  },
  callbackUpdate: {
    schema: spec.UpdateMessageInteractionCallbackRequestSchema,
    allowed: ['tts', 'enforce_nonce'],
    rules: ({ data }: { data?: MessageBody }) => under('data', messageFaults(data ?? {})),
  },
  callbackChoices: { schema: spec.ApplicationCommandAutocompleteCallbackRequestSchema },
  callbackModal: { schema: spec.ModalInteractionCallbackRequestSchema },
} satisfies Record<string, Kind>;

/** All that Discord would find wrong with a body of this kind. */
export function bodyFaults(kind: BodyKind, body: unknown): Fault[] {
  const { schema, allowed = [], rules } = kinds[kind] as Kind;
  const faults = schemaFaults(schema, permissionsAsNumbers(kind, body), new Set(allowed));
  return faults.length > 0 || !rules ? faults : rules(body as never);
}

/** The description wants a number where Discord and discord.js have always used strings. */
function permissionsAsNumbers(kind: BodyKind, body: unknown): unknown {
  const convert = (command: unknown): unknown => {
    if (typeof command !== 'object' || command === null) return command;
    const permissions = (command as { default_member_permissions?: unknown }).default_member_permissions;
    if (typeof permissions !== 'string' || !/^\d+$/.test(permissions)) return command;
    return { ...command, default_member_permissions: Number(permissions) };
  };
  if (kind === 'commands' && Array.isArray(body)) return body.map(convert);
  return kind === 'command' ? convert(body) : body;
}

function callbackFaults({ type, data }: { type: number; data?: MessageBody }): Fault[] {
  if (type === 4 && !data) {
    return [{ path: ['data'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  }
  return under('data', messageFaults(data ?? {}));
}

function under(key: string, faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, path: [key, ...fault.path] }));
}
