import type { Documents } from '../documents.ts';
import type { Story } from '../news/story.ts';
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

/** Stories that members called not relevant, those with the most presses first; for the operator. */
export async function notRelevantStories(
  alerts: Documents<Alert>,
  stories: Documents<Story>,
  limit: number,
): Promise<{ title: string; presses: number }[]> {
  const counted: { id: string; presses: number }[] = [];
  for await (const [id, { notRelevant }] of alerts.entries())
    if (notRelevant.length > 0) counted.push({ id, presses: notRelevant.length });
  const most = counted.sort((a, b) => b.presses - a.presses).slice(0, limit);
  return Promise.all(
    most.map(async ({ id, presses }) => ({ title: (await stories.get(id))?.title ?? id, presses })),
  );
}
