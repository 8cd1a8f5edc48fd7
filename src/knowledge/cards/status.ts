import type { Card, Field, Reply, Tone } from '../../reply.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { type Episode, recordsOf } from '../episodes.ts';
import type { State, Status } from '../status.ts';
import {
  endsOf,
  plannedEndsOf,
  sayDates,
  sayEnding,
  sayMediation,
  saySide,
  saySpan,
} from '../wording/ceasefire.ts';
import { sayDay } from '../wording/dates.ts';
import { sayHorizon, sayStatus, stateNames } from '../wording/status.ts';
import { disputesAbout } from './differences.ts';
import { notesOf, sourcesWeight } from './pages.ts';
import { REPORTS_WEIGHT, type ReportedStory, reportsCard } from './reports.ts';
import { violationsOn } from './violations.ts';
import { fitLines, fitWords, weightOf } from './weight.ts';

const tones: Record<State, Tone> = {
  in_effect: 'in_effect',
  disputed: 'unclear',
  announced: 'neutral',
  ended: 'ended',
  planned_end_passed: 'ended',
  unknown: 'unclear',
  none_documented: 'neutral',
};

/** Of Discord's 6,000, with a margin. */
const MESSAGE_WEIGHT = 5800;
const BODY_WEIGHT = 1000;
/** What fields may take each: the most generous of these with which all of them fit. */
const FIELD_WEIGHTS = [1000, 800, 600, 450, 350, 280, 200];

/**
 * The answer of /ceasefire status: the state in one sentence, what it rests on, the horizon and the
 * documents. `reports` are stories of the watched feeds since the horizon; they stand apart.
 */
export function statusReply(
  index: DatasetIndex,
  status: Status,
  dyadName: string,
  reports: readonly ReportedStory[] = [],
): Reply {
  const { episode, on, state } = status;
  const title = fitWords(`${dyadName} on ${sayDay(on)}: ${stateNames[state]}`, 200);
  const body = fitWords(sayStatus(index, status), BODY_WEIGHT);
  const sources = notesOf(status.sources);
  const notes = [...(episode ? notesOn(index, episode, status) : []), ...notesBeside(index, status)];
  const room =
    MESSAGE_WEIGHT -
    [title, body, FOOTER].reduce((sum, text) => sum + weightOf(text), sourcesWeight(sources)) -
    (reports.length > 0 ? REPORTS_WEIGHT : 0);
  const card: Card = {
    title,
    body,
    fields: fieldsWithin(notes, room),
    sources,
    footer: FOOTER,
    tone: tones[state],
  };
  return { cards: reports.length > 0 ? [card, reportsCard(reports)] : [card] };
}

const FOOTER =
  'From the dataset alone. “In effect” means declared and not documented as over; it does not mean that nobody fought.';

/** What one field is to say; a note without lines is left out. */
interface Note {
  readonly name: string;
  readonly lines: readonly string[];
}

function fieldsWithin(notes: readonly Note[], room: number): readonly Field[] {
  const filled = (weight: number) =>
    notes
      .filter(({ lines }) => lines.length > 0)
      .map(({ name, lines }) => ({ name, value: fitLines(lines, weight) }));
  const size = (fields: readonly { name: string; value: string }[]) =>
    fields.reduce((sum, { name, value }) => sum + weightOf(name) + weightOf(value), 0);
  const fitting = FIELD_WEIGHTS.map(filled).find((fields) => size(fields) <= room);
  return fitting ?? filled(FIELD_WEIGHTS.at(-1) ?? 0);
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
    { name: 'How it ended', lines: [sayEnding(episode)] },
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
    { name: 'How far the documents reach', lines: [sayHorizon(status)] },
  ];
}
