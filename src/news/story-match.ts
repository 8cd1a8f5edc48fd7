import type { Compared } from './report-index.ts';
import { areOfTwoSteps, likeness, mayMean, type Profile } from './similarity.ts';
import type { Classification, Report, Story } from './story.ts';
import type { StoryIndex } from './story-index.ts';

/** Days between two reports of one event. */
const reach = 4;
const day = 86_400_000;
/** A story is not strung from report to report: each day that it is older than the nearest one must be made up for. */
const perChainedDay = 0.12;
/** What one outlet tells by another item under another topic is another step of the affair, however alike. */
const anotherStep = 0.6;

/** The story that a report belongs to, if it is there already. */
export function storyFor(
  index: StoryIndex,
  report: Report,
  profile: Profile,
  { alert, notice }: Classification,
): Story | undefined {
  const meant = notice && meantStory(index, report, profile);
  return meant ?? (alert ? nearestStory(index, report, profile) : undefined);
}

/** The story of the same outlet that a notice speaks of: the one it has most in common with, of equals the latest. */
function meantStory(index: StoryIndex, { outlet, published }: Report, profile: Profile): Story | undefined {
  let meant: Story | undefined;
  let most = 0;
  for (const [story, alike] of index.alike(profile, published, reach)) {
    for (const { report, profile: other, words, bridges } of alike) {
      if (report.outlet !== outlet || report.published > published) continue;
      const common = words + bridges;
      if (common < most || !mayMean(profile, other)) continue;
      if (common === most && meant && story.last < meant.last) continue;
      meant = story;
      most = common;
    }
  }
  return meant;
}

function nearestStory(index: StoryIndex, report: Report, profile: Profile): Story | undefined {
  let best: Story | undefined;
  let most = 0;
  for (const [story, alike] of index.alike(profile, report.published, reach)) {
    const like = closeness(report, profile, alike, story.first);
    if (like <= most) continue;
    // Of all stories few come so near that their reports are looked at one by one.
    const compared = [...index.comparedOf(story).values()];
    if (isNextStep(story, compared, profile)) continue;
    const score = isOtherStep(compared, report, profile) ? like - anotherStep : like;
    if (score <= most) continue;
    best = story;
    most = score;
  }
  return best;
}

/** Likeness to the report that is most like it. */
function closeness(
  { published }: Report,
  profile: Profile,
  alike: readonly Compared[],
  first: number,
): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const other of alike) {
    const days = Math.abs(published - other.report.published) / day;
    if (days > reach) continue;
    const chained = Math.max(0, (published - first) / day - days);
    best = Math.max(best, likeness(profile, other.profile, other, days) - perChainedDay * chained);
  }
  return best;
}

/** The story has another step, and both say so in so many words. */
const isNextStep = ({ topic }: Story, compared: readonly Compared[], profile: Profile): boolean =>
  compared.some(({ profile: other }) => other.topic === topic && areOfTwoSteps(other, profile));

/** The outlet has told the story under another topic. */
const isOtherStep = (compared: readonly Compared[], { outlet }: Report, { topic }: Profile): boolean =>
  compared.some(({ report, profile }) => report.outlet === outlet && profile.topic !== topic);
