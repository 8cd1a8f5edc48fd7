import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobArchive } from '../../src/job-archive.ts';
import type { Jobs } from '../../src/jobs.ts';

/** A queue under test, empty when opened. */
export interface ArchiveBackend {
  readonly jobs: Jobs<unknown>;
  readonly archive: JobArchive<unknown>;
  now(): number;
  close(): Promise<void>;
}

/** What every backend of the JobArchive port does alike. */
export function jobArchiveContract(name: string, open: () => Promise<ArchiveBackend>): void {
  describe(`archive of jobs on ${name}`, () => {
    let backend: ArchiveBackend;
    beforeEach(async () => {
      backend = await open();
    });
    afterEach(() => backend.close());

    const all = async () => {
      const found = [];
      for await (const job of backend.archive.all()) found.push(job);
      return found;
    };
    const take = async () => {
      const job = await backend.jobs.claim(5000);
      if (!job) throw new Error('no job is due');
      return job;
    };

    it('shows every job, parked ones first and those of a lane in order, with when it is due', async () => {
      const { jobs } = backend;
      const later = backend.now() + 60_000;
      await jobs.add({ id: 'p:%1', payload: { text: 'جنگ بندی' }, lane: 'x' });
      await jobs.park(await take(), 'refused: گیا');
      await jobs.add({ id: 'a1', payload: 1, lane: 'a' });
      const held = await take();
      await jobs.add({ id: 'a2', payload: 2, lane: 'a' });
      await jobs.add({ id: 'later', payload: null, at: later });
      const found = await all();
      expect(found[0]).toEqual({
        id: 'p:%1',
        payload: { text: 'جنگ بندی' },
        lane: 'x',
        parked: 'refused: گیا',
      });
      expect(found).toHaveLength(4);
      expect(found.filter(({ lane }) => lane === 'a').map(({ id }) => id)).toEqual(['a1', 'a2']);
      expect(found.find(({ id }) => id === 'later')).toEqual({ id: 'later', payload: null, at: later });
      await jobs.retry(held, later, 'busy', 'changed');
      expect(await all()).toContainEqual({ id: 'a1', payload: 'changed', lane: 'a', at: later });
    });

    it('shows more than a page', async () => {
      const ids = Array.from({ length: 450 }, (_, i) => `job-${String(i).padStart(3, '0')}`);
      await backend.jobs.addAll(ids.map((id) => ({ id, payload: 0 })));
      expect((await all()).map(({ id }) => id).sort()).toEqual(ids);
    });

    it('discards what waits or is parked, not what is held, and lets the lane go on', async () => {
      const { jobs, archive } = backend;
      for (const id of ['parked', 'held', 'kept']) await jobs.add({ id, payload: 0 });
      await jobs.park(await take(), 'refused');
      await take();
      for (const id of ['a1', 'a2', 'a3']) await jobs.add({ id, payload: 0, lane: 'a' });
      expect(await archive.discard(['parked', 'held', 'a1', 'a2', 'never'])).toBe(3);
      expect((await all()).map(({ id }) => id).sort()).toEqual(['a3', 'held', 'kept']);
      const next = [(await take()).id, (await take()).id].sort();
      expect(next).toEqual(['a3', 'kept']);
    });

    it('clears everything, and the queue can be used again', async () => {
      const { jobs, archive } = backend;
      for (const id of ['parked', 'held', 'waits']) await jobs.add({ id, payload: 0, lane: 'a' });
      await jobs.park(await take(), 'refused');
      await take();
      await jobs.add({ id: 'later', payload: 0, at: backend.now() + 60_000 });
      await archive.clear();
      expect(await all()).toEqual([]);
      await jobs.add({ id: 'held', payload: 'new', lane: 'a' });
      expect(await take()).toMatchObject({ id: 'held', payload: 'new' });
    });
  });
}
