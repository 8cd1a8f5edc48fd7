import type { Watch } from '../schema/watch.ts';
import { normalise, page, starts, units } from './normalise.ts';
import type { AlertTopic, Classification, Notice, Report } from './story.ts';
import { TermIndex } from './term-index.ts';

/** What parts a label from the rest of a title. */
const separators = /[:：|/()[\]【】.۔।‐‑‒–—-]+/u;
/** Words of the wire's own that may stand before a label: "UPDATE 1-CORRECTED-". */
const wordsBefore = 2;

/**
 * Compiles a watch into a function that says whether the item on the page corrects or takes back what its outlet told. It
 * is known by its form, since others correct and withdraw things, too: a label at the beginning or end of the title, or a
 * note of the outlet on its own story. The page may then hold something else.
 */
export function createNotices(watch: Watch): (title: string) => Notice | undefined {
  const { correction, retraction, correctionNote, retractionNote } = watch.cues;
  const labels = new TermIndex<Notice>([
    { terms: retraction, meaning: 'retracted' },
    { terms: correction, meaning: 'corrected' },
  ]);
  const notes = new TermIndex<Notice>([
    { terms: retractionNote, meaning: 'retracted' },
    { terms: correctionNote, meaning: 'corrected' },
  ]);

  function labelOf(title: string): Notice | undefined {
    const parts = title
      .split(separators)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const isShort = (parts[0] ?? '').split(/\s+/u).length <= wordsBefore;
    return labelIs(parts[0]) ?? (isShort ? labelIs(parts[1]) : undefined) ?? labelIs(parts.at(-1));
  }

  function labelIs(part: string | undefined): Notice | undefined {
    if (part === undefined) return undefined;
    page.write(part);
    return foundAt(labels, 0, (end) => end >= page.size - 1);
  }

  return (title) => {
    const note = firstIn(notes, page.words);
    // Hardly any title has the words of a label.
    return (firstIn(labels, page.titleWords) && labelOf(title)) ?? note;
  };
}

/** What an index finds first in so many words of the page. */
function firstIn(index: TermIndex<Notice>, words: number): Notice | undefined {
  for (let word = 0; word < words; word += 1) {
    const found = foundAt(index, word, () => true);
    if (found) return found;
  }
  return undefined;
}

/** What an index finds first where a word of the page begins, ending as is asked. */
function foundAt(
  index: TermIndex<Notice>,
  word: number,
  endsRight: (end: number) => boolean,
): Notice | undefined {
  let found: Notice | undefined;
  index.find(units, starts[word]!, (notice, end) => {
    if (endsRight(end)) found ??= notice;
  });
  return found;
}

/** Share of common words under which a changed title says something else. */
const sameTitle = 0.34;

/** Steps of which a report takes one back by telling the other; any other step goes on from the one before. */
const opposed: Readonly<Partial<Record<AlertTopic, readonly AlertTopic[]>>> = {
  talks: ['talks_denied'],
  truce_declared: ['truce_ended', 'talks_failed', 'talks_denied'],
  truce_extended: ['truce_ended', 'talks_failed', 'talks_denied'],
};

const areOpposed = (a: AlertTopic, b: AlertTopic): boolean =>
  opposed[a]?.includes(b) === true || opposed[b]?.includes(a) === true;

/** Whether a report that has another title now says something else, not more, than it did before. */
export function isTakenBack(before: Report, now: Report, { alert }: Classification): boolean {
  if (before.title === now.title) return false;
  if (!alert) return true;
  if (before.topic && now.topic && before.topic !== now.topic) return areOpposed(before.topic, now.topic);
  return commonShare(before.title, now.title) < sameTitle;
}

function commonShare(a: string, b: string): number {
  const [left, right] = [new Set(normalise(a).trim().split(' ')), new Set(normalise(b).trim().split(' '))];
  return left.intersection(right).size / Math.max(1, Math.min(left.size, right.size));
}
