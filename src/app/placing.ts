import { type Clusterers, createClusterers } from '../alerts/clusterers.ts';
import type { Placing } from '../alerts/placing.ts';
import type { Documents } from '../documents.ts';
import { createClusterer } from '../news/clusterer.ts';
import type { Story } from '../news/story.ts';
import type { Shared } from './backend.ts';
import type { Edition, LivePack } from './live-pack.ts';

export interface PlacingParts {
  readonly stories: Documents<Story>;
  readonly livePack: Pick<LivePack, 'current'>;
  /** Undefined where this process alone places. */
  readonly turns: Shared['placing'] | undefined;
}

/** The stories in memory, kept in step with the pack and with what other processes make of them. */
export async function createPlacing({ stories, livePack, turns }: PlacingParts): Promise<{
  readonly placing: Placing;
  readonly clusterers: Pick<Clusterers, 'place' | 'placeFor'>;
}> {
  /** For which the stories were read; undefined: they have to be read anew. */
  let readFor: Edition | undefined;
  let clusterers: Clusterers;

  /** Stories stay what they are under another vocabulary: they are read as they were stored. */
  async function keepUp(changed: readonly string[]): Promise<void> {
    const edition = livePack.current;
    if (readFor !== edition) {
      const known: Story[] = [];
      for await (const [, story] of stories.entries()) known.push(story);
      clusterers = createClusterers((some) => createClusterer(edition.pack.watch, some), known);
      readFor = edition;
      return;
    }
    for (const id of changed) {
      const story = await stories.get(id);
      if (story) clusterers.replace(story);
    }
  }

  const turn: Shared['placing'] = turns ?? { inTurn: (work) => work([]), changing: async () => {} };
  await keepUp([]);
  return {
    placing: {
      changing: (story) => turn.changing(story),
      async inTurn(work) {
        try {
          return await turn.inTurn(async (changed) => {
            await keepUp(changed);
            return work();
          });
        } catch (error) {
          // What is in memory may not be what was stored.
          readFor = undefined;
          throw error;
        }
      },
    },
    clusterers: {
      place: (...item) => clusterers.place(...item),
      placeFor: (...item) => clusterers.placeFor(...item),
    },
  };
}
