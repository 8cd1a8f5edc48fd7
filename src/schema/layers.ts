/** Layers of a dataset, each a folder of a pack. A later one adds to the earlier. */
export const layers = ['seeds', 'updates'] as const;
export type Layer = (typeof layers)[number];
