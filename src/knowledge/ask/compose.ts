import type { Claim } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { saySpeakers } from '../wording/attribution.ts';
import { sayPartial } from '../wording/dates.ts';

/** What /ask answers. */
export interface Answer {
  /** Plain text; [1] points to the first of `sources`. */
  readonly answer: string;
  /** False if the documents do not settle the question. */
  readonly answered: boolean;
  readonly kind: AnswerKind;
  /** Ids of the documents behind it, in the order of their numbers. */
  readonly sources: readonly string[];
  /** Ids of the claims behind it. */
  readonly claims: readonly string[];
}

export type AnswerKind =
  | 'status'
  | 'ceasefire'
  | 'mediation'
  | 'actor'
  | 'relation'
  | 'comparison'
  | 'dispute'
  | 'claims'
  | 'declined'
  | 'asked_back';

/** An answer before it is written out. */
export interface Draft {
  readonly kind: AnswerKind;
  readonly answered?: boolean;
  /** Sentences before the claims. */
  readonly lead?: readonly string[];
  /** Each is one cited sentence. */
  readonly claims: readonly Claim[];
  /** Stand behind the lead and are not written out. */
  readonly behind?: readonly Claim[];
}

/** Writes an answer out: the lead, then each claim with who says so, when, and the number of its document. */
export function compose(index: DatasetIndex, draft: Draft): Answer {
  const sources: string[] = [];
  const numberOf = ({ source }: Claim) => {
    if (!sources.includes(source)) sources.push(source);
    return sources.indexOf(source) + 1;
  };
  const sentences = draft.claims.map((claim) => cite(index, claim, numberOf(claim)));
  for (const claim of draft.behind ?? []) numberOf(claim);
  return {
    answer: [...new Set([...(draft.lead ?? []), ...sentences])].join('\n'),
    answered: draft.answered ?? true,
    kind: draft.kind,
    sources,
    claims: [...new Set([...draft.claims, ...(draft.behind ?? [])].map(({ id }) => id))],
  };
}

/** Summaries say who says so; the date follows where they do not give it. */
function cite(index: DatasetIndex, claim: Claim, number: number): string {
  const { summary, attribution, assertedBy, date } = claim;
  const when = date.on === null ? '' : sayPartial(date.on);
  const notes = [
    ...(attribution === 'newsroom' || assertedBy.some((id) => isNamed(index, id, summary))
      ? []
      : [saySpeakers(index, [claim])]),
    ...(when === '' || summary.includes(when) ? [] : [when]),
  ];
  const note = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  return `${summary.replace(/[.\s]+$/, '')}${note} [${number}].`;
}

function isNamed(index: DatasetIndex, id: string, summary: string): boolean {
  const actor = index.actors.get(id);
  // Of a source without a name the summary says what it is.
  if (actor?.type === 'unnamed_source') return true;
  const text = summary.toLowerCase();
  return (
    actor !== undefined && [actor.name, ...actor.aliases].some((name) => text.includes(name.toLowerCase()))
  );
}
