import type { DatasetIndex } from '../dataset-index.ts';
import { type Episode, recordsOf } from '../episodes.ts';
import type { Status } from '../status.ts';
import {
  endsOf,
  sayDatesBriefly,
  sayEnding,
  sayEndingBy,
  sayMediationBriefly,
  saySide,
  saySpan,
} from '../wording/ceasefire.ts';
import { sayHorizon } from '../wording/status.ts';
import { disputesAbout } from './differences.ts';
import type { Note } from './notes.ts';
import { undatedNote } from './status-details.ts';
import { violationsOn } from './violations.ts';

/** What a phone shows of a status at once: who declared it, who mediated, how it ended, the horizon. */
export function briefOf(index: DatasetIndex, status: Status): readonly Note[] {
  const { episode } = status;
  return [
    ...(episode ? notesOn(index, episode) : []),
    {
      name: 'Beside it, local only',
      lines: status.local.map((each) => `${each.ceasefire.name}, ${saySpan(each)}.`),
    },
    undatedNote(index, status),
    // Where it is not known, the sentence itself says how far they reach.
    { name: 'How far the documents reach', lines: status.state === 'unknown' ? [] : [sayHorizon(status)] },
    { name: 'Under “Details”', lines: furtherOf(index, status) },
  ];
}

function notesOn(index: DatasetIndex, episode: Episode): readonly Note[] {
  const { ceasefire } = episode;
  const ends = sayDatesBriefly(index, endsOf(episode));
  // Who gives a day of the end is named with the day.
  const ending = ends ? `${sayEnding(episode)} When: ${ends}.` : sayEndingBy(index, episode);
  return [
    { name: 'Declared', lines: [sayDatesBriefly(index, ceasefire.declared) || saySide(index, ceasefire)] },
    { name: 'Mediation', lines: [sayMediationBriefly(index, recordsOf(episode).at(-1) ?? ceasefire)] },
    { name: 'How it ended', lines: [ending] },
  ];
}

/** What the details hold beside the dates, counted: nobody should think that the brief is all. */
function furtherOf(index: DatasetIndex, { episode, on }: Status): readonly string[] {
  const counts = [
    [episode ? violationsOn(index, episode, on).length : 0, 'claim of a violation', 'claims of violations'],
    [
      episode ? disputesAbout(index, episode).length : 0,
      'point on which the documents differ',
      'points on which the documents differ',
    ],
  ] as const;
  const said = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  return said.length === 0 ? [] : [`${said.join('; ')}.`];
}
