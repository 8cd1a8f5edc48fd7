import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { positionIn } from '../../src/pack/yaml-position.ts';

type Node = string | readonly Node[] | { readonly [key: string]: Node };

const text = `# head
list:
  - { a: 1, b: [x, y] }
  - a: &anchor two
    b: *anchor
    c: >
      folded
      text
    d: last
`;

describe('positionIn', () => {
  it.each([
    [['list'], 2, 1],
    [['list', 0], 3, 5],
    [['list', 0, 'b'], 3, 13],
    [['list', 0, 'b', 1], 3, 20],
    [['list', 1, 'b'], 5, 5],
    [['list', 1, 'd'], 9, 5],
    [[], 2, 1],
  ])('finds %j', (path, line, column) => {
    expect(positionIn(text, path)).toEqual({ line, column });
  });

  it('names the nearest parent of a node that is absent', () => {
    expect(positionIn(text, ['list', 1, 'absent', 3])).toEqual({ line: 4, column: 5 });
    expect(positionIn('', ['list'])).toEqual({ line: 1, column: 1 });
  });

  it('points at the key or the item, in any document', () => {
    const word = fc.stringMatching(/^[a-z]{4,8}$/);
    const { node } = fc.letrec<{ node: Node }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
        fc.dictionary(word, tie('node'), { minKeys: 1, maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(node, fc.constantFrom(-1, 0, 1), (root, flowLevel) => {
        const yaml = dump(root, { flowLevel });
        for (const [path, start] of startsIn(root)) {
          const { line, column } = positionIn(yaml, path);
          expect(yaml.split('\n')[line - 1]?.slice(column - 1)).toMatch(start);
        }
      }),
    );
  });
});

/** Every path, and how the text at its position begins. */
function* startsIn(
  node: Node,
  path: readonly PropertyKey[] = [],
): Generator<[readonly PropertyKey[], RegExp]> {
  if (typeof node === 'string') return;
  for (const [key, each] of Object.entries(node)) {
    const inside = [...path, Array.isArray(node) ? Number(key) : key];
    if (!Array.isArray(node)) yield [inside, new RegExp(`^['"]?${key}\\b`)];
    else if (typeof each === 'string') yield [inside, new RegExp(`^['"]?${each}\\b`)];
    yield* startsIn(each, inside);
  }
}
