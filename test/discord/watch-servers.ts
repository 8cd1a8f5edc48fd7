import type { ServerWatch } from '../../src/discord/gateway.ts';

/** What the gateway said of servers, in lines. */
export function watchServers(): ServerWatch & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    left: async (server) => void heard.push(`left ${server}`),
    joined: async (server) => void heard.push(`joined ${server}`),
    async listed(present, covers) {
      for (const server of present)
        heard.push(`listed ${server}${covers(server) ? '' : ' by another shard'}`);
    },
  };
}
