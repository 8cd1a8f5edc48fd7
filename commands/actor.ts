import { defineCommand, UserError } from '../src/command.ts';
import { actorReply } from '../src/knowledge/cards/actor.ts';
import { actorKindReply, actorListReply } from '../src/knowledge/cards/actor-list.ts';
import type { DatasetIndex } from '../src/knowledge/dataset-index.ts';
import { completeActor, findActor } from '../src/knowledge/find-actor.ts';
import { actorTypes } from '../src/schema/actor-types.ts';
import type { Actor } from '../src/schema/dataset.ts';

export interface ActorServices {
  readonly index: DatasetIndex;
}

export const actor = defineCommand<ActorServices>()({
  definition: {
    name: 'actor',
    description: 'Who somebody is, related to whom, and what they said, with documents',
    where: 'anywhere',
    keptFor: 60_000,
    options: [
      {
        name: 'name',
        description: 'A person, group, body or place, in any spelling; all if left out',
        type: 'string',
        completes: true,
        max: 100,
      },
    ],
  },
  run: ({ options }, { index }) =>
    options.name === undefined ? actorListReply(index) : actorReply(index, findActor(index, options.name)),
  complete: ({ text }, { index }) => completeActor(index, text),
  press({ id, values }, { index }) {
    const [card, page, ...rest] = id.split(':');
    const chosen = values[0] ?? rest.join(':');
    if (card === 'list') return { ...actorListReply(index), inPlace: true };
    if (card === 'kind' && isKind(chosen)) {
      return { ...actorKindReply(index, chosen, Number(page ?? 0)), inPlace: true };
    }
    const shown = index.actors.get(chosen);
    if (card === 'show' && shown) return { ...actorReply(index, shown, Number(page ?? 0)), inPlace: true };
    throw new UserError('This choice belongs to an older version of the dataset. Ask again with /actor.');
  },
});

function isKind(text: string): text is Actor['type'] {
  return (actorTypes as readonly string[]).includes(text);
}
