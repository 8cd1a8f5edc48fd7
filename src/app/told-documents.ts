import type { Documents } from '../documents.ts';

/** Documents of which every change is told, after it was made. */
export function toldDocuments<T>(documents: Documents<T>, tell: (id: string) => Promise<void>): Documents<T> {
  const tellAll = (ids: Iterable<string>) => Promise.all(Array.from(ids, tell));
  return {
    get: (id) => documents.get(id),
    entries: (prefix) => documents.entries(prefix),
    async set(id, ...given) {
      await documents.set(id, ...given);
      await tell(id);
    },
    async setAll(values, ttl) {
      await documents.setAll(values, ttl);
      await tellAll(values.keys());
    },
    async delete(id) {
      await documents.delete(id);
      await tell(id);
    },
    async update(id, ...given) {
      const value = await documents.update(id, ...given);
      await tell(id);
      return value;
    },
    async updateAll(ids, change) {
      const all = [...ids];
      const values = await documents.updateAll(all, change);
      await tellAll(all);
      return values;
    },
  };
}
