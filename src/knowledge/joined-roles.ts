import type { Actor } from '../schema/dataset.ts';
import { addDays, type Day, rangeOfPartial } from './dates.ts';

type Role = Actor['roles'][number];

/** The roles of an actor, newest first; where terms of one role in one body meet or overlap they are one term. */
export function joinedRoles(roles: readonly Role[]): readonly Role[] {
  const joined: Role[] = [];
  for (const role of roles.toSorted((a, b) => startOf(a).localeCompare(startOf(b)))) {
    const at = joined.findIndex(
      (each) => each.role === role.role && each.of === role.of && meets(each, role),
    );
    const before = joined[at];
    if (before) joined[at] = joinTerms(before, role);
    else joined.push(role);
  }
  return joined.toSorted((a, b) => endOf(b).localeCompare(endOf(a)) || startOf(b).localeCompare(startOf(a)));
}

function meets(before: Role, role: Role): boolean {
  return before.to === undefined || startOf(role) <= addDays(endOf(before), 1);
}

/** From the first start that is documented to the last end; open if the later one is. */
function joinTerms({ from: first, to: end, ...before }: Role, role: Role): Role {
  const from = first ?? role.from;
  const to =
    end === undefined || role.to === undefined
      ? undefined
      : endOf(role) > rangeOfPartial(end).latest
        ? role.to
        : end;
  return {
    ...before,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    claims: [...new Set([...before.claims, ...role.claims])],
  };
}

function startOf({ from }: Role): Day {
  return from === undefined ? '' : rangeOfPartial(from).earliest;
}

function endOf({ to }: Role): Day {
  return to === undefined ? '9999-12-31' : rangeOfPartial(to).latest;
}
