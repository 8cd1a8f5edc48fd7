import { createPlace } from '../../src/alerts/placing.ts';
import { createLivePack } from '../../src/app/live-pack.ts';
import { createPlacing } from '../../src/app/placing.ts';
import { systemClock as clock } from '../../src/clock.ts';
import { openConnection } from '../../src/coordination/connection.ts';
import { openTurns } from '../../src/coordination/turns.ts';
import type { Documents } from '../../src/documents.ts';
import { createLog } from '../../src/log.ts';
import { createClassifier } from '../../src/news/classifier.ts';
import type { Story } from '../../src/news/story.ts';
import { loadPack } from '../../src/pack.ts';
import { openRedisStorage } from '../../src/storage/redis-storage.ts';

/** After so long (ms) a process that stands still has lost its turn. */
const turnLife = 500;

const log = createLog('silent');
const livePack = await createLivePack(() => loadPack('config/pakistan-ttp'), log);

/** What a process that takes in entries makes stories with. @param before called before each change of a story */
export async function openPlacer(url: string, before = async (): Promise<void> => {}) {
  const storage = await openRedisStorage(url, { clock, log });
  const redis = openConnection(url, log);
  const documents = storage.documents<Story>('story');
  const stories: Documents<Story> = {
    get: (id) => documents.get(id),
    set: (...given) => documents.set(...given),
    setAll: (...given) => documents.setAll(...given),
    delete: (id) => documents.delete(id),
    updateAll: (...given) => documents.updateAll(...given),
    entries: (prefix) => documents.entries(prefix),
    async update(...given) {
      await before();
      return documents.update(...given);
    },
  };
  const turns = await openTurns(redis, 'placing', { changed: 'stories', ttl: turnLife });
  const { placing, clusterers } = await createPlacing({ stories, livePack, turns });
  const place = createPlace({ stories, placing });
  const classify = createClassifier(livePack.current.pack.watch);
  return {
    redis,
    stories,
    /** Takes in what an outlet reports, at noon. */
    async report(outlet: string, title: string): Promise<void> {
      const item = {
        id: `${outlet}/1`,
        title,
        summary:
          'The Pakistani Taliban extended the truce with the government until 30 May, a statement says.',
        source: outlet,
        link: `https://${outlet}.example/1`,
        published: Date.UTC(2022, 4, 18, 12),
        language: 'en',
      };
      const classification = classify(item);
      await place(() => [clusterers.place(item, classification)].filter((story) => story !== undefined));
    },
    async close() {
      redis.disconnect();
      await storage.close();
    },
  };
}
