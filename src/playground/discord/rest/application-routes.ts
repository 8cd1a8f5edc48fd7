import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { missingAccess, unknownCommand, unknownGuild } from '../errors.ts';
import { applicationPayload } from '../world/payloads.ts';
import { type Call, created, noContent, ok, type Route } from './route.ts';

const GLOBAL = '/applications/:application/commands';
const OF_GUILD = '/applications/:application/guilds/:guild/commands';

export const applicationRoutes: readonly Route[] = [
  ...['/applications/@me', '/oauth2/applications/@me'].map(
    (path): Route => ({
      method: 'GET',
      path,
      answer: 'application',
      handle: (_, { world, verifyKey }) => {
        const guilds = [...world.guilds.values()].filter(({ hasBot }) => hasBot).length;
        return ok(applicationPayload(world.bot, world.owner, verifyKey, guilds));
      },
    }),
  ),
  ...[GLOBAL, OF_GUILD].flatMap(commandRoutes),
];

function commandRoutes(path: string): Route[] {
  return [
    { method: 'GET', path, answer: 'commands', handle: (call, core) => ok(list(call, core)) },
    {
      method: 'PUT',
      path,
      body: 'commands',
      answer: 'commands',
      handle: (call, core) => {
        const bodies = call.body as CommandBody[];
        store(
          call,
          core,
          bodies.map((body) => command(body, call, core)),
        );
        return ok(list(call, core));
      },
    },
    {
      method: 'POST',
      path,
      body: 'command',
      answer: 'command',
      handle: (call, core) => {
        const made = command(call.body as CommandBody, call, core);
        const others = list(call, core).filter(({ name, type }) => name !== made.name || type !== made.type);
        store(call, core, [...others, made]);
        return created(made);
      },
    },
    {
      method: 'DELETE',
      path: `${path}/:command`,
      handle: (call, core) => {
        const all = list(call, core);
        const left = all.filter(({ id }) => id !== call.params.command);
        if (left.length === all.length) throw unknownCommand();
        store(call, core, left);
        return noContent;
      },
    },
  ];
}

type CommandBody = Partial<APIApplicationCommand> & Pick<APIApplicationCommand, 'name'>;

function scope(call: Call, core: Core): string {
  if (call.params.application !== core.world.bot.id) throw missingAccess();
  const guild = call.params.guild;
  if (guild !== undefined && !core.world.guilds.get(guild)?.hasBot) throw unknownGuild();
  return guild ?? '';
}

function list(call: Call, core: Core): readonly APIApplicationCommand[] {
  return core.world.commands.get(scope(call, core)) ?? [];
}

function store(call: Call, core: Core, commands: readonly APIApplicationCommand[]): void {
  core.world.commands.set(scope(call, core), commands);
  core.world.emit('commandsUpdate');
}

/** A command keeps its id when it is registered again. */
function command(body: CommandBody, call: Call, core: Core): APIApplicationCommand {
  const type = body.type ?? ApplicationCommandType.ChatInput;
  const known = list(call, core).find((other) => other.name === body.name && other.type === type);
  const guild = call.params.guild;
  return {
    id: known?.id ?? core.world.newId(),
    application_id: core.world.bot.id,
    version: core.world.newId(),
    type,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: body.default_member_permissions?.toString() ?? null,
    nsfw: body.nsfw ?? false,
    ...(guild
      ? { guild_id: guild }
      : { contexts: body.contexts ?? null, integration_types: body.integration_types ?? [0] }),
    ...(body.options?.length ? { options: body.options.map(withoutNulls) } : {}),
  };
}

function withoutNulls(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const entries = Object.entries(option).filter(([, value]) => value !== null);
  const nested = 'options' in option ? { options: option.options?.map(withoutNulls) ?? [] } : {};
  return { ...Object.fromEntries(entries), ...nested } as APIApplicationCommandOption;
}
