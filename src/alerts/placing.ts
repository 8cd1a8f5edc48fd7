import type { Documents } from '../documents.ts';
import type { Story } from '../news/story.ts';
import { Overtaken } from '../overtaken.ts';

/** How processes that place items in stories keep out of each other's way. */
export interface Placing {
  /**
   * Runs when no other process places, after what others placed before is known.
   * @throws Overtaken if another placed meanwhile after all; the next turn begins with what is stored
   */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Tells the others of a story, before it is changed. */
  changing(story: string): Promise<void>;
}

/** Turns at one item that may be lost to other processes. */
const mostTurns = 5;
/** Longer than a story is of use to answers and digests. */
const storyLifetime = 180 * 24 * 3_600_000;

/**
 * Stores the stories that an item is placed in. A lock is no fence: a process that stood still in its turn wakes when
 * others had theirs. So a story is stored only on top of the version that it was made from, one begun in a turn that
 * was lost is taken back, and the item is placed anew.
 */
export function createPlace({
  stories,
  placing,
}: {
  readonly stories: Documents<Story>;
  readonly placing: Placing;
}): (cluster: () => readonly Story[]) => Promise<readonly Story[]> {
  // One item at a time: a story's versions must be stored in the order they were made.
  let turn: Promise<unknown> = Promise.resolve();

  async function place(cluster: () => readonly Story[]): Promise<readonly Story[]> {
    for (let turns = 1; ; turns++) {
      const begun: Story[] = [];
      try {
        return await placing.inTurn(async () => {
          const placed = cluster();
          for (const story of placed) {
            await placing.changing(story.id);
            if (await keep(story)) begun.push(story);
          }
          return placed;
        });
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        for (const story of begun) await takeBack(story);
        if (turns === mostTurns) throw error;
      }
    }
  }

  /** @returns whether nothing was stored of it before. @throws Overtaken if it does not follow what is stored. */
  async function keep(story: Story): Promise<boolean> {
    let before: Story | undefined;
    await stories.update(
      story.id,
      (stored) => {
        before = stored;
        return follows(story, stored) ? story : stored;
      },
      storyLifetime,
    );
    if (!follows(story, before)) throw new Overtaken(`story ${story.id} was changed by another process`);
    return before === undefined;
  }

  /** Unless another process has taken it up. */
  async function takeBack(story: Story): Promise<void> {
    await stories.update(story.id, (stored) => (isSame(story, stored) ? undefined : stored));
  }

  return (cluster) => {
    const done = turn.then(() => place(cluster));
    turn = done.catch(() => {});
    return done;
  };
}

function follows(story: Story, stored: Story | undefined): boolean {
  return story.version === (stored?.version ?? 0) + 1 || isSame(story, stored);
}

function isSame(story: Story, stored: Story | undefined): boolean {
  return JSON.stringify(story) === JSON.stringify(stored);
}
