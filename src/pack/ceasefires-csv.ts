import type { Ceasefire, Dataset, DocumentedDate } from '../schema/dataset.ts';

/**
 * All ceasefires as CSV (RFC 4180, CRLF), in the columns and codes of the ETH/PRIO Civil Conflict CeaseFire
 * dataset (Clayton et al. 2022, doi 10.1177/00220027221129195) as far as ours has their content. -1 is an
 * unknown part. Where documents give several dates the first one stands here; the JSON export has all.
 */
export function ceasefiresCsv(dataset: Dataset): string {
  const names = new Map(dataset.actors.map(({ id, name }) => [id, name]));
  const columns = Object.entries(columnsBy(names));
  const rows = dataset.ceasefires.map((ceasefire) => columns.map(([, value]) => cell(value(ceasefire))));
  return [columns.map(([name]) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

type Value = (ceasefire: Ceasefire) => string | number;

function columnsBy(names: ReadonlyMap<string, string>): Readonly<Record<string, Value>> {
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join('; ');
  return {
    cf_id: ({ id }) => id,
    // Ours, not of ETH/PRIO: the dyads must not be mixed.
    dyad: ({ dyad }) => dyad,
    name: ({ name }) => name,
    actor_name: ({ parties }) => named(parties),
    ...dateColumns('cf_dec', ({ declared }) => declared),
    ...dateColumns('cf_effect', ({ effective }) => effective),
    ...dateColumns('end', ({ actualEnd }) => actualEnd),
    side: ({ side }) => ({ unclear: -1, unilateral: 1, bilateral: 2, multilateral: 3 })[side],
    partial: ({ scope }) => (scope === 'local' ? 1 : 0),
    written: ({ written }) => ({ unclear: -1, none: 0, statement: 1, signed: 2 })[written],
    fixed: ({ plannedEnd }) => (plannedEnd.length > 0 ? 1 : 0),
    fixed_time: fixedDays,
    p_humanitarian: ({ purpose }) => flag(purpose.includes('humanitarian')),
    p_peaceprocess: ({ purpose }) => flag(purpose.includes('peace_process')),
    p_holiday: ({ purpose }) => flag(purpose.includes('holiday')),
    p_election: ({ purpose }) => flag(purpose.includes('election')),
    p_other: ({ purpose }) => flag(purpose.includes('other')),
    p_unclear: ({ purpose }) => flag(purpose.length === 0 || purpose.includes('unclear')),
    ceasefire_class: (each) => ({ unclear: -1, cessation: 1, with_compliance: 2, definitive: 3 })[each.class],
    timing: ({ timing }) =>
      ({ unclear: -1, unrelated: 0, before_talks: 1, during_talks: 2, concluding: 3 })[timing],
    // They have no code for disputed mediation: that is unclear to them, too.
    mediator_nego: ({ mediation }) => ({ unclear: -1, disputed: -1, no: 0, yes: 1 })[mediation.status],
    mediator_send: ({ mediation }) => named(mediation.mediators),
    implement: ({ mechanism }) => yesNo(mechanism),
    // Who enforces is not recorded here, so a yes is of an unclear kind.
    enforcement: ({ enforcement }) => (enforcement === 'no' ? 0 : -1),
    ddr: ({ ddr }) => yesNo(ddr),
    link: (each) => (each.extends === undefined ? 0 : 1),
    ended: ({ endedHow }) => endCodes[endedHow],
    evidence_onset: (each) => claimsOf([...each.declared, ...each.effective]),
    evidence_end: (each) => claimsOf([...each.plannedEnd, ...each.actualEnd]),
    comment: ({ notes }) => notes ?? '',
  };
}

const endCodes: Readonly<Record<Ceasefire['endedHow'], number>> = {
  unclear: -1,
  no_record: -1,
  expired: 1,
  not_extended: 1,
  declared_over: 2,
  broken: 2,
  replaced: 4,
};

function dateColumns(
  prefix: string,
  dates: (ceasefire: Ceasefire) => readonly DocumentedDate[],
): Record<string, Value> {
  const part = (index: number) => (ceasefire: Ceasefire) => {
    const first = dates(ceasefire).find(({ on }) => on !== null);
    return Number(first?.on?.split('-')[index] ?? -1);
  };
  return { [`${prefix}_yr`]: part(0), [`${prefix}_month`]: part(1), [`${prefix}_day`]: part(2) };
}

/** Days from its start to its planned end, both counted; -1 if either day is not known. */
function fixedDays({ effective, declared, plannedEnd }: Ceasefire): number {
  const start = [...effective, ...declared].find(({ on }) => on !== null)?.on;
  const end = plannedEnd.find(({ on }) => on !== null)?.on;
  if (start?.length !== 10 || end?.length !== 10) return -1;
  return (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
}

function claimsOf(dates: readonly { readonly claims: readonly string[] }[]): string {
  return [...new Set(dates.flatMap(({ claims }) => claims))].join('; ');
}

function yesNo(value: 'yes' | 'no' | 'unclear'): number {
  return { yes: 1, no: 0, unclear: -1 }[value];
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
