import type { Reply } from '../../reply.ts';
import { actorTypes } from '../../schema/actor-types.ts';
import type { Actor } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { actorKinds } from '../wording/actor.ts';
import { pageAt, pageButtons } from './pages.ts';
import { fitLines, fitWords } from './weight.ts';

/** Discord's limits for a select menu. */
const OPTIONS = 25;
const OPTION_LENGTH = 100;

/** All actors by kind, and a menu of the kinds. */
export function actorListReply(index: DatasetIndex): Reply {
  const kinds = actorTypes.flatMap((type) => {
    const actors = actorsOf(index, type);
    return actors.length > 0 ? [{ type, actors }] : [];
  });
  return {
    cards: [
      {
        title: 'Actors, bodies and places of the dataset',
        body: 'Choose a kind to see who is in it, or name one: /actor with a name completes as you type.',
        fields: kinds.map(({ type, actors }) => ({
          name: `${actorKinds[type].many} (${actors.length})`,
          value: fitLines([actors.map(({ name }) => name).join(', ')], 280),
        })),
      },
    ],
    ...(kinds.length > 0 && {
      select: {
        id: 'actor:kind',
        placeholder: 'Choose a kind',
        options: kinds.map(({ type, actors }) => ({
          value: type,
          label: actorKinds[type].many,
          description: `${actors.length} in the dataset`,
        })),
      },
    }),
  };
}

/** The actors of one kind, and a menu to see one of them. `page` counts from 0. */
export function actorKindReply(index: DatasetIndex, type: Actor['type'], page = 0): Reply {
  const actors = actorsOf(index, type);
  const pages = Array.from({ length: Math.ceil(actors.length / OPTIONS) }, (_, at) =>
    actors.slice(at * OPTIONS, (at + 1) * OPTIONS),
  );
  const { page: shown = [], number } = pageAt(pages, page);
  const lines = shown.map(({ name, description }) =>
    fitWords(description ? `${name}: ${description}` : name, 150),
  );
  return {
    cards: [
      {
        title: actorKinds[type].many,
        body: fitLines(lines, 3900),
        ...(pages.length > 1 && { footer: `Page ${number + 1} of ${pages.length}` }),
      },
    ],
    buttons: [
      ...pageButtons(number, pages.length, (to) => `actor:kind:${to}:${type}`),
      { id: 'actor:list', label: 'All kinds' },
    ],
    ...(shown.length > 0 && {
      select: {
        id: 'actor:show',
        placeholder: 'Choose one',
        options: shown.map(({ id, name, description }) => ({
          value: id,
          label: fitWords(name, OPTION_LENGTH),
          ...(description !== '' && { description: fitWords(description, OPTION_LENGTH) }),
        })),
      },
    }),
  };
}

/** By name; an id too long for a menu is left to the command's option. */
function actorsOf(index: DatasetIndex, type: Actor['type']): readonly Actor[] {
  return index.dataset.actors
    .filter((actor) => actor.type === type && actor.id.length <= OPTION_LENGTH)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
