import { recordsOf } from '../../episodes.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { sayEnding, saySpan } from '../../wording/ceasefire.ts';
import { sayNames } from '../../wording/names.ts';
import type { Draft } from '../compose.ts';
import { isComparison } from '../question-type.ts';
import { type Hit, retrieve } from '../retrieve.ts';
import { claimIdsOf, isAboutCeasefire, roundsMeant } from '../rounds.ts';
import type { Context } from './context.ts';
import { isOnlyAbout } from './only-about.ts';

const compared = [
  'mediation',
  'talks',
  'start',
  'end',
  'announce',
  'extend',
  'long',
  'length',
  'run',
  'durat',
  'longer',
  'short',
  'shorter',
  'condit',
];

/** Two ceasefires side by side; or what is documented of one thing at two times. */
export function answerComparison(context: Context): Draft | undefined {
  const { query, index, dyad } = context;
  if (!isComparison(query.text)) return undefined;
  // "How was that of 2022 different from 2021?": each date names one.
  const each = { ...query, naming: new Set(query.dates.mentions) };
  const rounds = roundsMeant(index, dyad, each, undefined);
  if (isAboutCeasefire(query) && rounds.length > 1 && isOnlyAbout(context, compared)) {
    const two = query.dates.mentions.length > 1 ? rounds.slice(0, 4) : rounds.slice(-2);
    const claims = two.flatMap((episode) => {
      const ids = [...claimIdsOf(episode)];
      const { mediation } = episode.ceasefire;
      const terms = claimsOf(index, ids)
        .filter(({ summary }) => /\b(?:long|month|extend)/.test(summary))
        .slice(0, 1);
      return [...terms, ...claimsOf(index, mediation.deniedIn).slice(0, 1)];
    });
    return {
      kind: 'comparison',
      lead: two.map((episode) => {
        const { name, mediation, declared } = episode.ceasefire;
        const by = mediation.mediators.length > 0 ? ` (${sayNames(index, mediation.mediators)})` : '';
        const who = sayNames(index, [...new Set(declared.flatMap((dated) => dated.by))]);
        const mediated = {
          yes: `mediated${by}`,
          no: 'not mediated',
          disputed: `mediation disputed${by}`,
          unclear: 'mediation not clear',
        };
        return `${name}: ${saySpan(episode)}${who && `; announced by ${who}`}; ${mediated[mediation.status]}. ${sayEnding(episode)}`;
      }),
      claims: [...new Set(claims)].slice(0, two.length > 2 ? 2 : 4),
      behind: two.flatMap((episode) =>
        recordsOf(episode).flatMap(({ declared }) =>
          claimsOf(
            index,
            declared.flatMap((each) => each.claims),
          ),
        ),
      ),
    };
  }
  return atEachTime(context);
}

function atEachTime(context: Context): Draft | undefined {
  const { query, library } = context;
  const { mentions } = query.dates;
  if (mentions.length < 2) return undefined;
  const hits: Hit[] = mentions.flatMap((mention) =>
    retrieve(library, { ...query, dates: { ...query.dates, mentions: [mention] } })
      .filter(({ coverage }) => coverage >= 0.6)
      .slice(0, 2),
  );
  const claims = [...new Set(hits.map(({ evidence }) => evidence.claim))];
  return claims.length < 2 ? undefined : { kind: 'comparison', claims };
}
