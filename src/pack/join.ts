import type { Actor, Ceasefire, Dispute, HistoricEvent } from '../schema/dataset.ts';

/**
 * One ceasefire as two layers tell it: dates and evidence of both; of the rest, what the later layer
 * states, unless it leaves it open.
 */
export function joinCeasefires(first: Ceasefire, later: Ceasefire): Ceasefire {
  const { mediation } = later;
  return {
    ...first,
    ...(later.extends !== undefined && { extends: later.extends }),
    parties: union(first.parties, later.parties),
    places: union(first.places, later.places),
    purpose: union(first.purpose, later.purpose),
    claims: union(first.claims, later.claims),
    agreedIn: union(first.agreedIn, later.agreedIn),
    declared: [...first.declared, ...later.declared],
    effective: [...first.effective, ...later.effective],
    plannedEnd: [...first.plannedEnd, ...later.plannedEnd],
    actualEnd: [...first.actualEnd, ...later.actualEnd],
    held: [...first.held, ...later.held],
    openEnded: first.openEnded || later.openEnded,
    side: stated(later.side) ?? first.side,
    class: stated(later.class) ?? first.class,
    timing: stated(later.timing) ?? first.timing,
    written: stated(later.written) ?? first.written,
    mechanism: stated(later.mechanism) ?? first.mechanism,
    enforcement: stated(later.enforcement) ?? first.enforcement,
    ddr: stated(later.ddr) ?? first.ddr,
    endedHow: stated(later.endedHow) ?? first.endedHow,
    mediation: {
      status: stated(mediation.status) ?? first.mediation.status,
      mediators: union(first.mediation.mediators, mediation.mediators),
      claims: union(first.mediation.claims, mediation.claims),
      deniedIn: union(first.mediation.deniedIn, mediation.deniedIn),
    },
    ...bothNotes(first, later),
  };
}

/** One actor as two layers tell it; the name stays, another name becomes an alias. */
export function joinActors(first: Actor, later: Actor): Actor {
  const names = later.name === first.name ? later.aliases : [later.name, ...later.aliases];
  return {
    ...first,
    ...(first.inText === undefined && later.inText !== undefined && { inText: later.inText }),
    description: first.description || later.description,
    aliases: union(first.aliases, names),
    roles: [...first.roles, ...later.roles],
    notToBeConfusedWith: [...othersOf(first, later), ...later.notToBeConfusedWith],
    claims: union(first.claims, later.claims),
    ...bothNotes(first, later),
  };
}

/** Whom the first tells apart and the later does not tell apart anew. */
function othersOf(first: Actor, later: Actor): Actor['notToBeConfusedWith'] {
  const again = new Set(later.notToBeConfusedWith.map(({ name }) => name));
  return first.notToBeConfusedWith.filter(({ name }) => !again.has(name));
}

/** One event that a later layer dates or describes more exactly. */
export function joinEvents(first: HistoricEvent, later: HistoricEvent): HistoricEvent {
  return {
    ...first,
    title: later.title,
    date: later.date,
    actors: union(first.actors, later.actors),
    places: union(first.places, later.places),
    claims: union(first.claims, later.claims),
  };
}

/** One question on which a later layer adds sides. */
export function joinDisputes(first: Dispute, later: Dispute): Dispute {
  return { ...first, sides: [...first.sides, ...later.sides], ...bothNotes(first, later) };
}

function stated<T extends string>(value: T): T | undefined {
  return value === 'unclear' || value === 'no_record' ? undefined : value;
}

function union<T>(first: readonly T[], later: readonly T[]): T[] {
  return [...new Set([...first, ...later])];
}

function bothNotes(
  first: { notes?: string | undefined },
  later: { notes?: string | undefined },
): { notes?: string } {
  const notes = [first.notes, later.notes].filter((each) => each !== undefined).join(' ');
  return notes === '' ? {} : { notes };
}
