/** The bot's own id, which is the first part of its token in base64; undefined if this is no such token. */
export function botIdOf(token: string): string | undefined {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString();
  return /^\d{15,21}$/.test(id) ? id : undefined;
}
