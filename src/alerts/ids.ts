import { createHash } from 'node:crypto';

/** Names the same thing the same way each time; 24 hexadecimal digits, so it also fits a nonce. */
export function derivedId(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}

/** Key of the `sent` note: what was posted about a subject (a story, a summary) in a channel. */
export function sentId(channel: string, subject: string): string {
  return `${channel}/${subject}`;
}

/** What a button under an unasked message says of itself: `<command>:<action>:<subject>:<channel>`. */
export function buttonId(action: string, subject: string, channel: string, command = 'alerts'): string {
  const id = `${command}:${action}:${subject}:${channel}`;
  if (id.length > 100) throw new RangeError(`button id of ${id.length} characters: ${id}`);
  return id;
}

/** Reads what stands behind the command in a button id. */
export function parseButton(rest: string): { action: string; subject: string; channel: string } | undefined {
  const [, action, subject, channel] = /^([a-z-]+):(.+):(\d+)$/.exec(rest) ?? [];
  return action && subject && channel ? { action, subject, channel } : undefined;
}
