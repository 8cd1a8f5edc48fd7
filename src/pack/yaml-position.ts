import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';

/** Keys and indices that lead from the root of a document to a node. */
export type NodePath = readonly PropertyKey[];

/** Where a node or, with `key`, the key before it begins; both from 1. A node that is absent: its nearest parent. */
export function positionIn(text: string, path: NodePath): { line: number; column: number } {
  const before = text.slice(0, offsetOf(text, path)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

interface Open {
  readonly isMap: boolean;
  /** Index of the next item, or the key whose value comes next. */
  next: number | string | undefined;
  /** How many steps of the path lead to this collection; undefined if it lies elsewhere. */
  readonly depth: number | undefined;
}

/** Walks the events of the first document until the path's node, remembering the deepest one on the way. */
function offsetOf(text: string, path: NodePath): number {
  const open: Open[] = [];
  let found = { depth: -1, offset: 0 };
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    if (parent?.isMap && parent.next === undefined && event.type === EVENT_ID.SCALAR) {
      parent.next = getScalarValue(text, event);
      if (parent.depth === path.length - 1 && path.at(-1) === parent.next) return event.valueStart;
      continue;
    }
    const depth = depthUnder(parent, path);
    if (depth !== undefined && depth > found.depth) found = { depth, offset: offsetOfNode(event) };
    if (parent) parent.next = parent.isMap ? undefined : Number(parent.next) + 1;
    if (event.type === EVENT_ID.MAPPING) open.push({ isMap: true, next: undefined, depth });
    if (event.type === EVENT_ID.SEQUENCE) open.push({ isMap: false, next: 0, depth });
  }
  return found.offset;
}

function depthUnder(parent: Open | undefined, path: NodePath): number | undefined {
  if (!parent) return 0;
  if (parent.depth === undefined || path[parent.depth] !== parent.next) return undefined;
  return parent.depth + 1;
}

function offsetOfNode(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return Math.max(event.valueStart, 0);
  return 'start' in event ? event.start : 0;
}
