import { describe, expect, it } from 'vitest';
import { actorReply } from '../../../src/knowledge/cards/actor.ts';
import { actorKindReply, actorListReply } from '../../../src/knowledge/cards/actor-list.ts';
import { disputesReply } from '../../../src/knowledge/cards/disputes.ts';
import { historyReply } from '../../../src/knowledge/cards/history.ts';
import { statusReply } from '../../../src/knowledge/cards/status.ts';
import { timelineReply } from '../../../src/knowledge/cards/timeline.ts';
import { addDays } from '../../../src/knowledge/dates.ts';
import { statusOn } from '../../../src/knowledge/status.ts';
import { timelineOf } from '../../../src/knowledge/timeline.ts';
import type { Reply } from '../../../src/reply.ts';
import { actorTypes } from '../../../src/schema/actor-types.ts';
import { expectWithinLimits } from '../limits.ts';
import { indexes, pack } from '../pack.ts';
import { story } from './story.ts';

const stories = Array.from({ length: 9 }, (_, at) =>
  story({
    id: `story-${at}`,
    title: `A long title (number ${at}) *that* goes on `.repeat(20),
    link: `https://example.org/${'a'.repeat(130)}`,
  }),
);

/** All pages of a paged reply, by its footer. */
function pagesOf(replyAt: (page: number) => Reply): Reply[] {
  const count = Number(/of (\d+)$/.exec(replyAt(0).cards?.[0]?.footer ?? 'Page 1 of 1')?.[1] ?? 1);
  return Array.from({ length: count }, (_, page) => replyAt(page));
}

describe.each(Object.entries(indexes))('with the layers %s', (_layers, index) => {
  it.each(pack.info.dyads)(
    'the status of $id on every day of 2021 and 2022, and now, fits',
    ({ id, name }) => {
      for (let day = '2021-01-01'; day < '2023-01-01'; day = addDays(day, 1)) {
        expectWithinLimits(statusReply(index, statusOn(index, id, day), name));
        expectWithinLimits(statusReply(index, statusOn(index, id, day), name, stories, 'details'));
        expectWithinLimits(statusReply(index, statusOn(index, id, day), name, stories));
      }
      expectWithinLimits(statusReply(index, statusOn(index, id, '2026-11-22'), name, stories));
    },
  );

  it('every page of every actor fits', () => {
    for (const actor of index.dataset.actors) {
      for (const reply of pagesOf((page) => actorReply(index, actor, page))) expectWithinLimits(reply);
    }
  });

  it('every list of actors fits', () => {
    expectWithinLimits(actorListReply(index));
    for (const type of actorTypes) {
      for (const reply of pagesOf((page) => actorKindReply(index, type, page))) expectWithinLimits(reply);
    }
  });

  it.each(pack.info.dyads)('every page of the history and disputes of $id fits', (dyad) => {
    for (const reply of pagesOf((page) => historyReply(index, dyad, undefined, page)))
      expectWithinLimits(reply);
    for (const reply of pagesOf((page) => disputesReply(index, dyad, page))) expectWithinLimits(reply);
  });
});

it.each(pack.info.dyads)('the timeline of $id fits, its alt text included', (dyad) => {
  for (const from of [undefined, '2000-01-01']) {
    const timeline = timelineOf(indexes.both, dyad, { from });
    const picture = { name: 'timeline.png', png: new Uint8Array(), alt: timeline.alt };
    expect(timeline.alt).not.toBe('');
    expectWithinLimits(timelineReply(indexes.both, dyad.id, timeline, picture));
  }
});
