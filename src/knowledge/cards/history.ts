import type { Reply } from '../../reply.ts';
import type { DatasetIndex, DyadRecord } from '../dataset-index.ts';
import type { Day } from '../dates.ts';
import { type Episode, recordsOf } from '../episodes.ts';
import { sourcesOf } from '../status.ts';
import { claimsOf, sayClaim } from '../wording/attribution.ts';
import {
  endsOf,
  plannedEndsOf,
  sayDates,
  sayEndingBy,
  sayMediation,
  saySide,
  saySpan,
} from '../wording/ceasefire.ts';
import { sayDay, sayDays } from '../wording/dates.ts';
import { type Line, pageAt, pageButtons, pagesOf, type Section } from './pages.ts';
import { fitWords } from './weight.ts';

/** Which part of the history: days included, undefined for no bound. */
export interface Span {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/**
 * The answer of /ceasefire history: all ceasefires of a dyad, local ones too, newest first; undated ones
 * last, and only where no bound is set. `page` counts from 0.
 */
export function historyReply(
  index: DatasetIndex,
  dyad: { readonly id: string; readonly name: string },
  { from, to }: Span = { from: undefined, to: undefined },
  page = 0,
): Reply {
  const record = index.dyads.get(dyad.id);
  const dated = [...(record?.episodes ?? []), ...(record?.local ?? [])]
    .filter((episode) => overlaps(episode, { from, to }))
    .sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  const undated = from === undefined && to === undefined ? (record?.undated ?? []) : [];
  const pages = pagesOf([...dated, ...undated].map((episode) => sectionOf(index, episode)));
  const { page: shown, number } = pageAt(pages, page);
  const idOf = (target: number) => `ceasefire:history:${target}:${from ?? ''}:${to ?? ''}:${dyad.id}`;
  const count = dated.length + undated.length;
  const within = from !== undefined || to !== undefined ? `, ${sayBounds({ from, to })}` : '';
  return {
    cards: [
      {
        title: fitWords(`${dyad.name}: ceasefires in the documents${within}`, 200),
        body:
          count === 0
            ? sayNothing(record, { from, to })
            : `${count} ${count === 1 ? 'ceasefire' : 'ceasefires'} in the dataset, newest first. Each is told as its documents tell it.`,
        fields: shown?.fields ?? [],
        sources: shown?.sources ?? [],
        ...(pages.length > 1 && { footer: `Page ${number + 1} of ${pages.length}` }),
      },
    ],
    buttons: pageButtons(number, pages.length, idOf),
  };
}

function startOf({ start, last }: Episode): Day {
  return start?.earliest ?? last?.earliest ?? '';
}

function overlaps({ start, last }: Episode, { from, to }: Span): boolean {
  const [first, end] = [start ?? last, last ?? start];
  return (
    (to === undefined || (first?.earliest ?? '') <= to) && (from === undefined || (end?.latest ?? '') >= from)
  );
}

/** That nothing is documented means something only where documents reach. */
function sayNothing(record: DyadRecord | undefined, { from, to }: Span): string {
  const { first, horizon } = record ?? {};
  if (first === undefined || horizon === undefined) return 'No document of the dataset is dated.';
  const reach = `The documents reach to ${sayDay(horizon)} only.`;
  if (from !== undefined && from > horizon) return `Not known. ${reach}`;
  if (to !== undefined && to < first) return 'Not known. The documents do not reach back that far.';
  const isOpen = to === undefined || to > horizon;
  return `No ceasefire is documented for this time.${isOpen ? ` ${reach}` : ''}`;
}

function sayBounds({ from, to }: Span): string {
  if (from !== undefined && to !== undefined) return sayDays({ earliest: from, latest: to });
  return from === undefined ? `up to ${sayDay(to ?? '')}` : `from ${sayDay(from)}`;
}

function sectionOf(index: DatasetIndex, episode: Episode): Section {
  const sources = sourcesOf(index, [episode]);
  const { ceasefire, extensions } = episode;
  const all = (label: string, texts: readonly string[]) => texts.map((text) => `${label}: ${text}`);
  const texts = [
    `${saySpan(episode)}. ${saySide(index, ceasefire)}`,
    // Of an undated one this is all there is.
    ...(episode.last ? [] : claimsOf(index, ceasefire.claims).map((claim) => sayClaim(index, claim))),
    ...all('Declared', sayDates(index, ceasefire.declared)),
    ...all('Began', sayDates(index, ceasefire.effective)),
    ...extensions.flatMap((each) => all(`Extended (${each.name})`, sayDates(index, each.declared))),
    ...all('Planned end', sayDates(index, plannedEndsOf(episode))),
    ...all('End', sayDates(index, endsOf(episode))),
    sayEndingBy(index, episode),
    ...sayMediation(index, recordsOf(episode).at(-1) ?? ceasefire).slice(0, 1),
  ];
  return { name: ceasefire.name, lines: texts.map((text): Line => ({ text: sentenceCase(text), sources })) };
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
