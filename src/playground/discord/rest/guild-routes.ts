import type { Core } from '../core.ts';
import { unknownGuild, unknownMember } from '../errors.ts';
import { channelPayload, guildPayload, memberPayload, rolePayloads } from '../world/payloads.ts';
import { permissionsIn } from '../world/permissions.ts';
import type { Guild } from '../world/records.ts';
import { type Call, ok, type Route } from './route.ts';

export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/guilds/:guild',
    answer: 'guild',
    handle: (call, core) => ok(guildPayload(guildOf(call, core))),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    answer: 'channels',
    handle: (call, core) =>
      ok(core.world.channelsOf(guildOf(call, core).id).map((channel) => channelPayload(channel))),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles',
    answer: 'roles',
    handle: (call, core) => ok(rolePayloads(guildOf(call, core))),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    answer: 'member',
    handle: (call, { world, ...core }) => {
      const guild = guildOf(call, { world, ...core });
      const id = call.params.user === '@me' ? world.bot.id : call.params.user!;
      const member = guild.members.get(id);
      if (!member) throw unknownMember();
      return ok(memberPayload(member, world.users.get(id)!));
    },
  },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    answer: 'guilds',
    handle: ({ query }, { world }) => {
      const after = BigInt(query.get('after') ?? 0);
      const listed = [...world.guilds.values()]
        .filter(({ id, hasBot }) => hasBot && BigInt(id) > after)
        .slice(0, Number(query.get('limit') ?? 200));
      return ok(
        listed.map((guild) => ({
          id: guild.id,
          name: guild.name,
          icon: null,
          banner: null,
          owner: false,
          permissions: permissionsIn(guild, undefined, world.bot.id).toString(),
          features: [],
        })),
      );
    },
  },
];

function guildOf(call: Call, core: Core): Guild {
  const guild = core.world.guilds.get(call.params.guild!);
  if (!guild?.hasBot) throw unknownGuild();
  return guild;
}
