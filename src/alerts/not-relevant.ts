import type { Documents } from '../documents.ts';
import type { Alert } from './alert.ts';

/** Counts a member's word that a story is not relevant, once; a moderator's ends its edits in that server. */
export async function noteNotRelevant(
  alerts: Documents<Alert>,
  story: string,
  by: { readonly user: string; readonly guild: string | undefined; readonly moderator: boolean },
): Promise<{ readonly presses: number; readonly muted: boolean } | undefined> {
  const alert = await alerts.update(story, (current) => {
    if (!current) return undefined;
    const mutes = by.moderator && by.guild !== undefined ? [by.guild] : [];
    return {
      ...current,
      notRelevant: [...new Set([...current.notRelevant, by.user])],
      mutedIn: [...new Set([...current.mutedIn, ...mutes])],
    };
  });
  if (!alert) return undefined;
  return {
    presses: alert.notRelevant.length,
    muted: by.guild !== undefined && alert.mutedIn.includes(by.guild),
  };
}
