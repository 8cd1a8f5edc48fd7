/** How publishers see who asks, and whom to complain to: the first operator's Discord profile, if one is set. */
export function userAgent(version: string, owners: readonly string[]): string {
  const [owner] = owners;
  return `Trucewatch/${version} (${owner ? `+https://discord.com/users/${owner}` : 'a Discord bot'})`;
}
