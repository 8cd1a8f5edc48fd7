import type { Classification, Item, Story } from '../news/story.ts';

/** Puts items of one event together; `news` has one. */
export interface Clusterer {
  /**
   * An item placed again is changed, not added, and stays in its story whatever it says now; one that does not
   * alert makes no story.
   */
  place(item: Item, classification: Classification): { readonly story: Story } | undefined;
  /** The story that the item is in or would join; nothing is changed. */
  find(item: Item, classification: Classification): Story | undefined;
  /** Takes over a story as another process stored it. */
  replace(story: Story): void;
}

/**
 * Stories of the feeds that all servers watch, and apart from them those of each server's own feeds: what a server
 * adds must not change what others see.
 */
export interface Clusterers {
  place(item: Item, classification: Classification): Story | undefined;
  /** Undefined also if the feeds of all already report the event: it is not told twice. */
  placeFor(guild: string, item: Item, classification: Classification): Story | undefined;
  /** Takes over a story as another process stored it. */
  replace(story: Story): void;
}

/** @param known all stories as stored. */
export function createClusterers(
  create: (known: readonly Story[]) => Clusterer,
  known: Iterable<Story>,
): Clusterers {
  const stored = Map.groupBy(known, ({ guild }) => guild);
  const shared = create(stored.get(undefined) ?? []);
  const own = new Map<string, Clusterer>();

  /** Made when the server's feeds first report something. */
  function ofGuild(guild: string): Clusterer {
    const clusterer = own.get(guild) ?? create(stored.get(guild) ?? []);
    own.set(guild, clusterer);
    stored.delete(guild);
    return clusterer;
  }

  return {
    place: (item, classification) => shared.place(item, classification)?.story,

    placeFor(guild, item, classification) {
      const clusterer = ofGuild(guild);
      // Stories are named after their first item: those of two servers need different names.
      const owned = { ...item, id: `${guild}/${item.id}` };
      if (!clusterer.find(owned, classification) && shared.find(item, classification)) return undefined;
      const story = clusterer.place(owned, classification)?.story;
      return story && { ...story, guild };
    },

    replace(story) {
      (story.guild === undefined ? shared : ofGuild(story.guild)).replace(story);
    },
  };
}
