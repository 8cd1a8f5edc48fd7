import type { Button, Card, Reply, Tone } from '../../reply.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import type { State, Status } from '../status.ts';
import { sayDay } from '../wording/dates.ts';
import { sayState, sayStatus } from '../wording/status.ts';
import { fieldsWithin } from './notes.ts';
import { briefNotesOf, notesOf, sourcesWeight } from './pages.ts';
import { REPORTS_WEIGHT, type ReportedStory, reportsCard } from './reports.ts';
import { briefOf } from './status-brief.ts';
import { detailsOf } from './status-details.ts';
import { fitWords, weightOf } from './weight.ts';

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

/** How much of what is known a status card tells. */
export type Extent = 'brief' | 'details';

/**
 * The answer of /ceasefire status: the state in one sentence, what it rests on, the horizon and the
 * documents. `reports` are stories of the watched feeds since the horizon; they stand apart. The brief card
 * fits a phone's screen; a button leads to the details and back.
 */
export function statusReply(
  index: DatasetIndex,
  status: Status,
  dyadName: string,
  reports: readonly ReportedStory[] = [],
  extent: Extent = 'brief',
): Reply {
  const { on, state } = status;
  const title = fitWords(`${dyadName} on ${sayDay(on)}: ${sayState(status)}`, 200);
  const body = fitWords(sayStatus(index, status), BODY_WEIGHT);
  const isBrief = extent === 'brief';
  const sources = isBrief ? briefNotesOf(status.sources) : notesOf(status.sources);
  const notes = isBrief ? briefOf(index, status) : detailsOf(index, status);
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
  return {
    cards: reports.length > 0 ? [card, reportsCard(reports)] : [card],
    ...((status.episode || status.local.length > 0) && { buttons: buttonsOf(status, extent) }),
  };
}

function buttonsOf({ on, dyad }: Status, extent: Extent): readonly Button[] {
  const other: Extent = extent === 'brief' ? 'details' : 'brief';
  const id = `ceasefire:status:${other}:${on}:${dyad}`;
  return id.length > 100 ? [] : [{ id, label: other === 'details' ? 'Details' : 'In brief' }];
}

const FOOTER =
  'From the dataset alone. “In effect” means declared and not documented as over; it does not mean that nobody fought.';
