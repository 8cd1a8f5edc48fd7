import { expect, it } from 'vitest';
import { joinedRoles } from '../../src/knowledge/joined-roles.ts';

const role = (from: string | undefined, to: string | undefined, claim: string, of = 'group') => ({
  role: 'spokesman',
  of,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  claims: [claim],
});

it('terms of one role that meet are one, with all that tells of it', () => {
  expect(joinedRoles([role('2022-06', '2025-03', 'b'), role('2021-11', '2022-05', 'a')])).toEqual([
    { ...role('2021-11', '2025-03', 'a'), claims: ['a', 'b'] },
  ]);
});

it('a term without a start takes the first that is documented, one without an end stays open', () => {
  expect(joinedRoles([role('2021-11', '2021-11', 'a'), role(undefined, '2022-04-10', 'b')])).toEqual([
    { ...role('2021-11', '2022-04-10', 'b'), claims: ['b', 'a'] },
  ]);
  expect(joinedRoles([role('2021-11', '2021-12', 'a'), role('2021-12', undefined, 'b')])).toEqual([
    { ...role('2021-11', undefined, 'a'), claims: ['a', 'b'] },
  ]);
});

it('terms apart, and those of another body, stay apart, the newest first', () => {
  const [old, late, other] = [
    role('2021-11', '2021-12', 'a'),
    role('2022-02', '2022-03', 'b'),
    role('2021-12', undefined, 'c', 'state'),
  ];
  expect(joinedRoles([old, late, other])).toEqual([other, late, old]);
});
