import type { Card, Span } from '../../reply.ts';
import { fitWords } from './weight.ts';

/** A story of the watched feeds, as far as an answer tells it. */
export interface ReportedStory {
  readonly title: string;
  /** Absolute http(s) address, or empty. */
  readonly link: string;
  /** UTC milliseconds of the first and last report. */
  readonly first: number;
  readonly last: number;
  readonly standing: 'reported' | 'corrected' | 'retracted';
  readonly reports: readonly { readonly outlet: string }[];
}

const SHOWN = 4;

/** Of Discord's 6,000 characters, the most that this card takes. */
export const REPORTS_WEIGHT = 2000;

/** Stories of the watched feeds, newest first, apart from the dataset and named for what they are. */
export function reportsCard(stories: readonly ReportedStory[]): Card {
  const newest = stories.toSorted((a, b) => b.last - a.last);
  const rest = newest.length - SHOWN;
  const spans = newest.slice(0, SHOWN).flatMap((story): Span[] => {
    const outlets = new Set(story.reports.map(({ outlet }) => outlet));
    const first = fitWords(story.reports[0]?.outlet ?? 'a watched feed', 60);
    const others = outlets.size > 1 ? ` and ${outlets.size - 1} more` : '';
    const count = `${outlets.size} ${outlets.size === 1 ? 'outlet' : 'outlets'}`;
    const standing = story.standing === 'reported' ? '' : `, ${story.standing} since`;
    return [
      { text: fitWords(story.title, 120), ...(isShort(story.link) && { url: story.link }) },
      `\n${first}${others} (${count}${standing}), `,
      { time: story.last, style: 'relative' },
      '\n',
    ];
  });
  return {
    title: 'Unverified reports since then',
    body: [
      'Watched news feeds carry these. They are not part of the dataset and set no state.\n\n',
      ...spans,
      ...(rest > 0 ? [`and ${rest} more`] : []),
    ],
    tone: 'unclear',
  };
}

/** A longer address would crowd out the words of the next story. */
function isShort(link: string): boolean {
  return link !== '' && link.length <= 160;
}
