import { type Choice, UserError } from '../command.ts';
import type { Actor } from '../schema/dataset.ts';
import { fitWords } from './cards/weight.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { sayList } from './wording/names.ts';

/** Discord's limits for proposals. */
const CHOICES = 25;
const CHOICE_LENGTH = 100;
/** With fewer than these, far-off spellings are proposed too. */
const FEW = 8;

/** What somebody may mean who has typed `text`: best first; the most documented actors for an empty text. */
export function completeActor(index: DatasetIndex, text: string): readonly Choice[] {
  const { actorNames: names } = index;
  const found = new Set(text.trim() === '' ? names.all : called(index, text));
  // The far-off spellings cost the most and come last anyway.
  if (found.size < FEW) for (const actor of names.near(text)) found.add(actor);
  return [...found]
    .filter(({ id }) => id.length <= CHOICE_LENGTH)
    .slice(0, CHOICES)
    .map(({ id, name, description }) => ({
      name: fitWords(description ? `${name}: ${description}` : name, CHOICE_LENGTH),
      value: id,
    }));
}

function called({ actorNames: names }: DatasetIndex, text: string): readonly Actor[] {
  return [...names.called(text).known, ...names.beginning(text), ...names.like(text)];
}

/**
 * The actor of an id, a name, an alias, or a name with slips that only one actor can be meant by.
 * @throws {UserError} if nobody or several are; it names those who are closest, never the text itself.
 */
export function findActor(index: DatasetIndex, text: string): Actor {
  const { actorNames: names } = index;
  const byId = index.actors.get(text.trim());
  if (byId) return byId;
  const { named, known } = names.called(text);
  if (known.length > 1 && named.length !== 1) {
    throw new UserError(`Several are called that: ${sayActors(known)}. Please choose one.`);
  }
  const [exact] = named.length === 1 ? named : known;
  if (exact) return exact;
  const like = names.like(text);
  for (const meant of [names.likeWhole(text), beginningAlone(names.beginning(text), like), like]) {
    if (meant.length === 1 && meant[0]) return meant[0];
  }
  const closest = like.length > 0 ? like : names.near(text);
  throw new UserError(
    closest.length > 0
      ? `The dataset has no actor of exactly that name; the closest are ${sayActors(closest)}.`
      : 'The dataset has no actor of that name; /actor without a name lists them all.',
  );
}

/** The one whose name begins so, unless another of its kind holds the word elsewhere: two men may share it. */
function beginningAlone([first, ...others]: readonly Actor[], like: readonly Actor[]): readonly Actor[] {
  if (!first || others.length > 0) return [];
  return like.some(({ id, type }) => id !== first.id && type === first.type) ? [] : [first];
}

function sayActors(actors: readonly Actor[]): string {
  return sayList(actors.slice(0, 3).map(({ name }) => fitWords(name, 80)));
}
