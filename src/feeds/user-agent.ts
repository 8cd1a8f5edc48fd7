/**
 * How publishers see who asks, and whom to complain to.
 * @param contact a Discord user's id: the first operator's, else the bot's own; a call by hand may have none
 */
export function userAgent(version: string, contact: string | undefined): string {
  return `Trucewatch/${version} (${contact ? `+https://discord.com/users/${contact}` : 'a Discord bot'})`;
}
