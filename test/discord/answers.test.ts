import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandBody } from '../../src/discord/register.ts';
import { render } from '../../src/discord/render.ts';
import { ask } from '../../src/knowledge/ask/ask.ts';
import { askReply } from '../../src/knowledge/ask/card.ts';
import { actorReply } from '../../src/knowledge/cards/actor.ts';
import { actorKindReply, actorListReply } from '../../src/knowledge/cards/actor-list.ts';
import { disputesReply } from '../../src/knowledge/cards/disputes.ts';
import { historyReply } from '../../src/knowledge/cards/history.ts';
import { statusReply } from '../../src/knowledge/cards/status.ts';
import { timelineReply } from '../../src/knowledge/cards/timeline.ts';
import { indexDataset } from '../../src/knowledge/dataset-index.ts';
import { addDays } from '../../src/knowledge/dates.ts';
import { statusOn } from '../../src/knowledge/status.ts';
import { timelineOf } from '../../src/knowledge/timeline.ts';
import { loadPack } from '../../src/pack.ts';
import { bodyFaults } from '../../src/playground/discord/check/bodies.ts';
import type { Reply } from '../../src/reply.ts';
import { actorTypes } from '../../src/schema/actor-types.ts';
import { layers } from '../../src/schema/layers.ts';
import { story } from '../knowledge/cards/story.ts';

const pack = await loadPack('config/pakistan-ttp');
const choices = [layers, ['seeds'] as const].map((chosen) => indexDataset(pack.layers(chosen)));

/** What Discord would refuse of this reply. */
function faultsOf(reply: Reply): unknown[] {
  const { files, ...body } = render(reply);
  return bodyFaults('messageCreate', body);
}

function expectPages(replyAt: (page: number) => Reply, what: string): void {
  const count = Number(/of (\d+)$/.exec(replyAt(0).cards?.[0]?.footer ?? 'of 1')?.[1]);
  for (let page = 0; page < count; page++) {
    expect(faultsOf(replyAt(page)), `${what}, page ${page}`).toEqual([]);
  }
}

describe("every answer passes Discord's API description", () => {
  test('the commands themselves', () => {
    const body = commands.map(({ definition }) => commandBody(definition));
    expect(bodyFaults('commands', JSON.parse(JSON.stringify(body)))).toEqual([]);
  });

  test('/ceasefire status on every day of 2021 and 2022, for each dyad and layer', () => {
    for (const index of choices) {
      for (const { id, name } of pack.info.dyads) {
        for (let day = '2021-01-01'; day <= '2022-12-31'; day = addDays(day, 1)) {
          for (const extent of ['brief', 'details'] as const) {
            const faults = faultsOf(statusReply(index, statusOn(index, id, day), name, [], extent));
            expect(faults, `${id} ${day} ${extent}`).toEqual([]);
          }
        }
      }
    }
  });

  test('/ceasefire status with reports of the feeds', () => {
    const stories = Array.from({ length: 9 }, (_, at) =>
      story({
        id: `s${at}`,
        title: `*Long* title [${at}](x) `.repeat(20),
        link: `https://e.example/${'a'.repeat(130)}`,
      }),
    );
    for (const index of choices) {
      for (const { id, name } of pack.info.dyads) {
        const status = statusOn(index, id, '2026-11-22');
        expect(faultsOf(statusReply(index, status, name, stories)), id).toEqual([]);
        expect(faultsOf(statusReply(index, status, name, stories, 'details')), id).toEqual([]);
      }
    }
  });

  test('/actor for every actor, every page, and the lists', () => {
    for (const index of choices) {
      expect(faultsOf(actorListReply(index))).toEqual([]);
      for (const type of actorTypes) expectPages((page) => actorKindReply(index, type, page), type);
      for (const actor of index.actors.values()) {
        expectPages((page) => actorReply(index, actor, page), actor.id);
      }
    }
  });

  test('every page of /ceasefire history and disputes, and the timeline', () => {
    for (const index of choices) {
      for (const dyad of pack.info.dyads) {
        expectPages((page) => historyReply(index, dyad, undefined, page), dyad.id);
        expectPages((page) => disputesReply(index, dyad, page), dyad.id);
        const timeline = timelineOf(index, dyad, { from: '2000-01-01' });
        const picture = { name: 'timeline.png', png: new Uint8Array([1]), alt: timeline.alt };
        expect(faultsOf(timelineReply(index, dyad.id, timeline, picture)), dyad.id).toEqual([]);
      }
    }
  });

  test('/ask for every question of the eval', () => {
    const { questions } = JSON.parse(readFileSync('test/knowledge/ask/questions.json', 'utf8')) as {
      questions: { id: string; question: string; as_of: string | null }[];
    };
    const { dyads, defaultDyad } = pack.info;
    const dyad = dyads.find(({ id }) => id === defaultDyad);
    for (const index of choices) {
      for (const { id, question, as_of } of questions) {
        const on = as_of === null ? {} : { on: as_of };
        const answer = ask(question, {
          index,
          dyad: dyad!,
          dyads,
          today: '2026-11-22',
          vocabulary: pack.ask,
          ...on,
        });
        expect(faultsOf(askReply(index, question, answer)), id).toEqual([]);
      }
    }
  });
});
