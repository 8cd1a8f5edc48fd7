import type { Claim, Dated } from '../../../schema/dataset.ts';
import type { Episode } from '../../episodes.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { saySide } from '../../wording/ceasefire.ts';
import { sayDate } from '../../wording/dates.ts';
import { sayAlternatives, sayNames } from '../../wording/names.ts';
import type { Draft } from '../compose.ts';
import type { EntityMention } from '../entities.ts';
import type { Query } from '../query.ts';
import { isAboutCeasefire, roundsMeant } from '../rounds.ts';
import { partiesOf, sayMentions, sideOf } from '../sides.ts';
import type { Context } from './context.ts';
import { datesBehind } from './episode-claims.ts';
import { isOnlyAbout } from './only-about.ts';

const declaring = /^(?:declare|announce|proclaim|order|call|offer)$/;
const agreeing = /^(?:agree|accept|sign|join|consent)$/;
const passive = /\b(?:declared|announced|proclaimed|ordered|called|offered) by(?: the)?$/;
/** Of more, which one is meant has to be said. */
const most = 3;
const words = ['announce', 'signed', 'accept', 'order', 'offer'];

/** "Did X declare the truce?", "did X agree to it?": of the record, who declared it, and for whom. */
export function answerDeclarer(context: Context): Draft | undefined {
  const { query, index, dyad, parties } = context;
  if (query.asks !== 'yesno' || !isAboutCeasefire(query)) return undefined;
  const asked = askedOf(query);
  if (!asked) return undefined;
  const { whom, isAgreeing } = asked;
  const others = query.entities.filter(({ at }) => at !== whom.at);
  if (!isOnlyAbout({ ...context, query: { ...query, entities: others } }, words)) return undefined;
  const isTold = ({ ceasefire }: Episode) => isAgreeing || ceasefire.declared.some(({ by }) => by.length > 0);
  const meant = roundsMeant(index, dyad, query, context.on);
  const rounds = meant.filter(isTold);
  const isNamed = meant.length < (index.dyads.get(dyad)?.episodes.length ?? 0);
  if (rounds.length === 0 || meant.length > most || !isNamed) return undefined;
  const sides = partiesOf(index, parties, whom);
  const said = rounds.map((round) =>
    isAgreeing ? agreed(context, round, whom, sides) : declared(context, round, whom, sides),
  );
  if (said.some((each) => each === undefined)) return undefined;
  // Of whoever stands on no side, the documents tell nothing.
  return {
    kind: sides.length > 0 ? 'ceasefire' : 'declined',
    answered: sides.length > 0,
    lead: said.flatMap((each) => each ?? []),
    claims: [...new Set(rounds.flatMap((round) => behind(context, round).slice(0, 2)))],
    behind: rounds.flatMap((round) => datesBehind(index, round)),
  };
}

/** Whom a question asks about, and whether for agreeing or for declaring. */
function askedOf({
  clause,
  entities,
  text,
}: Query): { readonly whom: EntityMention; readonly isAgreeing: boolean } | undefined {
  const verb = clause?.verb ?? '';
  const subject = entities.find(({ at }) => at === clause?.subject?.at);
  if (subject && (declaring.test(verb) || agreeing.test(verb)))
    return { whom: subject, isAgreeing: agreeing.test(verb) };
  const typed = text.split(' ');
  const whom = entities.find(({ at }) => passive.test(typed.slice(0, at).join(' ')));
  return whom && { whom, isAgreeing: false };
}

function behind({ index }: Context, { ceasefire }: Episode): readonly Claim[] {
  return claimsOf(index, [...new Set(ceasefire.declared.flatMap(({ claims }) => claims))]);
}

function declared(
  context: Context,
  episode: Episode,
  whom: EntityMention,
  sides: readonly string[],
): readonly string[] {
  const { index, parties } = context;
  const { name, declared: dates } = episode.ceasefire;
  const by = [...new Set(dates.flatMap((each) => each.by))];
  const isPerson = whom.ids.some((id) => index.actors.get(id)?.type === 'person');
  const speakers = [...by, ...behind(context, episode).flatMap(({ assertedBy }) => assertedBy)];
  const isOne = isPerson
    ? speakers.some((id) => whom.ids.includes(id))
    : by.some((id) => whom.ids.includes(id) || sides.includes(sideOf(index, parties, id) ?? ''));
  const when = sayWhen(dates);
  return isOne
    ? [`Yes, by the documents: ${name}, declared: ${when}, by ${sayNames(index, by)}.`]
    : [
        `No document says that ${names(context, whom)} declared it. By the documents it was ${sayNames(index, by)}: ${name}, ${when}.`,
        saySide(index, episode.ceasefire),
      ];
}

/** Undefined where the record does not tell. */
function agreed(
  context: Context,
  episode: Episode,
  whom: EntityMention,
  sides: readonly string[],
): readonly string[] | undefined {
  const { index, parties } = context;
  const { name, side, parties: own, declared: dates } = episode.ceasefire;
  if (side === 'unclear' || whom.ids.some((id) => index.actors.get(id)?.type === 'person')) return undefined;
  const isParty = sides.some((id) => own.includes(id));
  const isDeclarer = dates.some(({ by }) =>
    by.some((id) => sides.includes(sideOf(index, parties, id) ?? '')),
  );
  const verdict =
    isParty && (side !== 'unilateral' || isDeclarer)
      ? 'Yes, by the documents.'
      : `No document says that ${names(context, whom)} agreed to it.`;
  return [
    `${verdict} ${[name, ...(dates.length > 0 ? [sayWhen(dates)] : [])].join(', ')}. ${saySide(index, episode.ceasefire)}`,
  ];
}

function sayWhen(dates: readonly Dated[]): string {
  return [...new Set(dates.map(sayDate))].join('; ');
}

function names({ index, parties }: Context, whom: EntityMention): string {
  return sayAlternatives(sayMentions(index, parties, whom));
}
