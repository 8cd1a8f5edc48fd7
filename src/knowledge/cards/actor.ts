import type { Button, Reply } from '../../reply.ts';
import type { Actor, Claim } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { joinedRoles } from '../joined-roles.ts';
import { actorKinds, sayRelation, sayRole } from '../wording/actor.ts';
import { cite, claimsOf, documentsOf, sayClaim } from '../wording/attribution.ts';
import { sayDate, sayPartial } from '../wording/dates.ts';
import { nameOf } from '../wording/names.ts';
import { type Line, pageAt, pageButtons, pagesOf, type Section } from './pages.ts';
import { fitWords } from './weight.ts';

/**
 * The answer of /actor: who it is, roles, relations and statements, each with date and document.
 * `page` counts from 0; one beyond the last is the last.
 */
export function actorReply(index: DatasetIndex, actor: Actor, page = 0): Reply {
  const pages = pagesOf(sectionsOf(index, actor));
  const { page: shown, number } = pageAt(pages, page);
  const idOf = (to: number) => `actor:show:${to}:${actor.id}`;
  const buttons: Button[] = [
    ...pageButtons(number, pages.length, idOf),
    { id: 'actor:list', label: 'All actors' },
  ];
  return {
    cards: [
      {
        title: fitWords(titleOf(index, actor), 200),
        body: fitWords(bodyOf(actor), 800),
        fields: shown?.fields ?? [],
        sources: shown?.sources ?? [],
        ...(pages.length > 1 && { footer: `Page ${number + 1} of ${pages.length}` }),
      },
    ],
    buttons,
  };
}

/** Of several who are called alike the title says which. */
function titleOf(index: DatasetIndex, { name, roles, notToBeConfusedWith }: Actor): string {
  const [newest] = joinedRoles(roles);
  if (!newest || notToBeConfusedWith.length === 0) return name;
  const { role, of } = newest;
  return `${name} (${sayRole(index, { role, claims: [], ...(of !== undefined && { of }) })})`;
}

function bodyOf({ type, description, aliases, notes }: Actor): string {
  const kind = actorKinds[type].one;
  const who = description.replace(/\.$/, '');
  const what = who.startsWith(kind) ? who : [kind, who].filter(Boolean).join(': ');
  return [
    `${what}.`,
    ...(aliases.length > 0 ? [`Also called: ${aliases.join(', ')}.`] : []),
    ...(notes === undefined ? [] : [`Note: ${notes}`]),
  ].join('\n');
}

function sectionsOf(index: DatasetIndex, actor: Actor): readonly Section[] {
  const claims = (index.claimsByActor.get(actor.id) ?? []).toReversed();
  const says = claims.filter(({ assertedBy }) => assertedBy.includes(actor.id));
  const denies = claims.filter((claim) => claim.deniedBy.includes(actor.id) && !says.includes(claim));
  const named = claims.filter((claim) => !says.includes(claim) && !denies.includes(claim));
  const sections: Section[] = [
    {
      name: 'Not to be confused with',
      lines: actor.notToBeConfusedWith.map((other) => confusion(index, other)),
    },
    {
      name: 'Roles',
      lines: joinedRoles(actor.roles).map((role) => {
        const claims = claimsOf(index, role.claims);
        return sourced(index, `${sayRole(index, role)}${sayAsOf(role, claims)}`, claims);
      }),
    },
    {
      name: 'Relations',
      lines: (index.relationsByActor.get(actor.id) ?? []).map((relation) =>
        // What is general knowledge stands in no document, though one may name both.
        sourced(
          index,
          withoutName(actor, sayRelation(index, relation)),
          relation.status === 'general_knowledge' ? [] : claimsOf(index, relation.claims),
        ),
      ),
    },
    { name: 'What they said, by the date it is about', lines: says.map((claim) => statement(index, claim)) },
    {
      name: 'What they denied, by the date it is about',
      lines: denies.map((claim) => statement(index, claim)),
    },
    {
      name: 'Where others name them, by the date it is about',
      lines: named.map((claim) => statement(index, claim)),
    },
  ];
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ name, lines }) => ({ name, lines: lines.length > 1 ? lines.map(marked) : lines }));
}

/** Of a post without a documented end, when it was last told. */
function sayAsOf({ to }: Actor['roles'][number], claims: readonly Claim[]): string {
  const last = claims
    .flatMap(({ date }) => date.on ?? [])
    .toSorted()
    .at(-1);
  return to === undefined && last !== undefined ? `; as of ${sayPartial(last)}` : '';
}

/** Lines wrap on a phone: where there are several, each has to be seen to begin. */
function marked({ text, sources }: Line): Line {
  return { text: `• ${text}`, sources };
}

/** On its own card its name need not be said with each relation from it. */
function withoutName({ name }: Actor, relation: string): string {
  return relation.startsWith(`${name}: `) ? relation.slice(name.length + 2) : relation;
}

function confusion(index: DatasetIndex, { id, name, why }: Actor['notToBeConfusedWith'][number]): Line {
  return { text: `${id === undefined ? name : nameOf(index, id)}: ${why}`, sources: [] };
}

function sourced(index: DatasetIndex, text: string, claims: readonly Claim[]): Line {
  const sources = documentsOf(index, claims);
  return { text: sources.length > 0 ? `${text} (${cite(index, sources)})` : text, sources };
}

function statement(index: DatasetIndex, claim: Claim): Line {
  return { text: `${sayDate(claim.date)}: ${sayClaim(index, claim)}`, sources: documentsOf(index, [claim]) };
}
