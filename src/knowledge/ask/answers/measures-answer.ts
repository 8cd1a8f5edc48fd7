import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import { ofOneDyad } from '../one-dyad.ts';
import { readQuestion } from '../query.ts';
import { answerFromClaims } from './claims-answer.ts';
import type { Context } from './context.ts';

/** What two things are compared by: how a question asks for the greater one, and for each of them. */
const measures = [
  {
    asked: /\b(?:more|fewer|less|higher|lower|bigger|larger|greater|deadlier|bloodier)\b/,
    of: /\b(?:kill\w*|dead|deadlier|deaths?|die|died|lives|tolls?|victims|casualties|bloodier)\b/,
    each: 'how many people were killed in',
  },
  {
    asked: /\b(?:earlier|first|later)\b/,
    of: /^(?:which|what|did|was|were)\b.*\b(?:came|come|comes|happen\w*|earlier|later)\b/,
    each: 'when was',
  },
];

/** Words of comparing: without them each side of "or", or of "than", names its thing. */
const comparing =
  /^(?:which|what|where|of|the|two|did|do|does|was|were|is|had|have|has|more|fewer|less|higher|lower|bigger|larger|greater|people|lives|kill(?:s|ed|ing)?|die[ds]?|dead|deaths?|tolls?|victims|casualties|deadlier|bloodier|cost|claim(?:s|ed)?|left|one|came|come|comes|happen(?:s|ed)?|earlier|later|first|in|a|an|that|after|by)$/;

/** "Which killed more, A or B?": the figure of each; of one that has none, nothing can be said. */
export function answerMeasures(context: Context): Draft | undefined {
  const { query, library, today, on } = context;
  const measure = measures.find(({ asked, of }) => asked.test(query.text) && of.test(query.text));
  const sides = query.text.split(/ (?:or|than) /).map(named);
  if (!measure || sides.length !== 2 || sides.includes('')) return undefined;
  const drafts = sides.map((side) => {
    const asked = { ...context, query: readQuestion(`${measure.each} ${side}`, library, today, on) };
    return ofOneDyad(asked, answerFromClaims(asked));
  });
  const settled = drafts.filter(({ answered }) => answered !== false);
  const claims = [...new Set(settled.flatMap((draft) => draft.claims))];
  if (settled.length === drafts.length) return { kind: 'comparison', claims };
  return declined(context, 'no document settles this for both', claims.slice(0, 2));
}

function named(side: string): string {
  return side
    .split(' ')
    .filter((word) => !comparing.test(word))
    .join(' ');
}
