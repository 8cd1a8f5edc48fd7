import { type APIPartialGuild, type REST, Routes } from './discord-js.ts';

/** The most that Discord gives at once. */
const pageSize = 200;

/** Ids of all servers that the bot is in. @throws if Discord does not answer all of it */
export async function listServers(rest: REST): Promise<ReadonlySet<string>> {
  const servers = new Set<string>();
  for (let after = '0'; ; ) {
    const query = new URLSearchParams({ after, limit: String(pageSize) });
    const page = (await rest.get(Routes.userGuilds(), { query })) as APIPartialGuild[];
    for (const { id } of page) servers.add(id);
    if (page.length < pageSize) return servers;
    after = page
      .map(({ id }) => BigInt(id))
      .reduce((a, b) => (a > b ? a : b))
      .toString();
  }
}
