import type { Changes } from '../coordination/changes.ts';

/** Word of changes where one process does all. */
export function createOwnChanges(): Changes {
  let told = new Set<string>();
  return {
    async tell(id) {
      told.add(id);
    },
    async hear() {
      const heard = [...told];
      told = new Set();
      return heard;
    },
  };
}
