import type { DatasetIndex } from '../dataset-index.ts';
import { type Episode, recordsOf } from '../episodes.ts';
import type { Status } from '../status.ts';
import {
  endsOf,
  plannedEndsOf,
  sayDates,
  sayEndingBy,
  sayMediation,
  saySide,
  saySpan,
} from '../wording/ceasefire.ts';
import { sayHorizon } from '../wording/status.ts';
import { disputesAbout } from './differences.ts';
import type { Note } from './notes.ts';
import { violationsOn } from './violations.ts';

/** All that the documents hold on the ceasefire behind a status, each date with its document and how it is known. */
export function detailsOf(index: DatasetIndex, status: Status): readonly Note[] {
  return [...(status.episode ? notesOn(index, status.episode, status) : []), ...notesBeside(index, status)];
}

function notesOn(index: DatasetIndex, episode: Episode, { on }: Status): readonly Note[] {
  const { ceasefire, extensions } = episode;
  const extended = extensions.map(
    (each) => `${each.name}: ${sayDates(index, each.declared).join('; ') || 'undated'}`,
  );
  return [
    { name: 'Ceasefire', lines: [`${ceasefire.name}. ${saySide(index, ceasefire)}`] },
    { name: 'Declared', lines: sayDates(index, ceasefire.declared) },
    { name: 'Began', lines: sayDates(index, ceasefire.effective) },
    { name: 'Extended', lines: extended },
    { name: 'Planned end', lines: sayDates(index, plannedEndsOf(episode)) },
    { name: 'End', lines: sayDates(index, endsOf(episode)) },
    { name: 'Mediation', lines: sayMediation(index, recordsOf(episode).at(-1) ?? ceasefire) },
    { name: 'How it ended', lines: [sayEndingBy(index, episode)] },
    { name: 'Violations claimed', lines: violationsOn(index, episode, on) },
    {
      name: 'What the documents differ on',
      lines: disputesAbout(index, episode).map(({ question }) => question),
    },
  ];
}

function notesBeside(index: DatasetIndex, status: Status): readonly Note[] {
  const local = status.local.map(
    (each) => `${each.ceasefire.name}, ${saySpan(each)}. ${saySide(index, each.ceasefire)}`,
  );
  return [
    { name: 'Beside it, local ceasefires (they do not set the state)', lines: local },
    undatedNote(index, status),
    { name: 'How far the documents reach', lines: [sayHorizon(status)] },
  ];
}

/** Ceasefires that documents tell of without a day, where no other holds. */
export function undatedNote(index: DatasetIndex, { undated }: Status): Note {
  return {
    name: 'Told without a date, not counted',
    lines: undated.map(({ ceasefire }) => `${ceasefire.name}. ${saySide(index, ceasefire)}`),
  };
}
