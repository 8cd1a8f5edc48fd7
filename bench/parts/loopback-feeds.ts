/** Addresses of so many feeds, spread over so many loopback hosts (500 at most) of one server. */
export function loopbackFeeds(count: number, hosts: number, port: number): string[] {
  return Array.from({ length: count }, (_, feed) => {
    const host = feed % hosts;
    return `http://127.0.${1 + Math.floor(host / 250)}.${1 + (host % 250)}:${port}/${feed}`;
  });
}
