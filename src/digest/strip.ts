import { addDays, type Day, dayIn } from '../knowledge/dates.ts';
import { sayDay } from '../knowledge/wording/dates.ts';
import type { AlertTopic, Story } from '../news/story.ts';
import type { StoryStrip, StripDay, StripGroup } from '../story-strip.ts';

const days = 30;

const groups: Record<AlertTopic, StripGroup> = {
  talks: 'talks',
  talks_failed: 'talks',
  talks_denied: 'talks',
  truce_declared: 'truce',
  truce_extended: 'truce',
  truce_ended: 'breach',
  truce_violated: 'breach',
};

/** The last 30 days up to `today` with their stories by local date; undefined if there are none. */
export function stripOf(
  stories: readonly Story[],
  today: Day,
  timeZone: string,
  stateOn: (day: Day) => StripDay['state'] | undefined,
): StoryStrip | undefined {
  const counts = new Map<Day, Partial<Record<StripGroup, number>>>();
  for (let back = days - 1; back >= 0; back--) counts.set(addDays(today, -back), {});
  let total = 0;
  for (const story of stories) {
    const count = counts.get(dayIn(timeZone, story.first));
    if (!count) continue;
    const group = groups[story.topic];
    count[group] = (count[group] ?? 0) + 1;
    total++;
  }
  if (total === 0) return undefined;
  return {
    title: `Stories of the last ${days} days`,
    days: [...counts].map(([date, stories]) => {
      const state = stateOn(date);
      return { date, stories, ...(state && { state }) };
    }),
    alt: altOf(counts, total),
  };
}

function altOf(counts: ReadonlyMap<Day, Partial<Record<StripGroup, number>>>, total: number): string {
  const busy = [...counts]
    .map(([day, count]) => ({ day, stories: Object.values(count).reduce((sum, n) => sum + n, 0) }))
    .filter(({ stories }) => stories > 0);
  const listed = busy.slice(-10).map(({ day, stories }) => `${sayDay(day)}: ${stories}`);
  const head = `${total} ${total === 1 ? 'story' : 'stories'} in ${days} days on ${busy.length} of them.`;
  return `${head} Latest: ${listed.join(', ')}.`;
}
