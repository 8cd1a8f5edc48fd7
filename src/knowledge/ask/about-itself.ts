import { sayDay } from '../wording/dates.ts';
import { anyOf } from './any-of.ts';
import type { Draft } from './compose.ts';
import type { Library } from './library.ts';
import type { Query } from './query.ts';

const asked = anyOf(
  /^(?:help|start|menu|commands?|salaa?m|info(?:rmation)?)$/,
  /\bwhat (?:can|do|could|else can) you (?:do|know|hold|have|tell(?: me)?|answer|cover)$/,
  /\bwhat (?:can|could|should|may) i ask\b/,
  /^(?:who|what) are you$/,
  /\bhow (?:up to date|current|recent|fresh|old) (?:are|is) (?:you|your|this bot|the data(?:set)?)\b/,
  /\b(?:are|is) (?:you|your \w+|the data(?:set)?) (?:up to date|current)\b/,
  /\bhow (?:far|late|recent) (?:\w+ )?do(?:es)? (?:you|your \w+|the data(?:set)?) (?:go|reach|run)\b/,
  /\bwhen (?:were|was) (?:you|your \w+|the data(?:set)?) (?:last )?updated\b/,
  /^what (?:is|does) this bot(?: do)?$/,
  /\bwhat (?:data|documents|sources) do you have\b/,
  /^what (?:is|are) your (?:sources?|data|documents)$/,
  /^are you an? \w+$/,
);

/** "Help", "what can you do", "how up to date are you", or a mere greeting: what the dataset holds, and up to when. */
export function answerAboutItself(
  question: string,
  query: Query,
  { vocabulary, horizon }: Library,
): Draft | undefined {
  const isGreeting = /\p{L}/u.test(question) && isWordless(query);
  if (!asked.test(query.typed) && !isGreeting) return undefined;
  const { covers } = vocabulary;
  return {
    kind: 'declined',
    answered: false,
    lead: [
      ...(covers === '' ? [] : [covers]),
      ...(horizon === ''
        ? []
        : [
            `The latest day that a document tells of is ${sayDay(horizon)}; of what came later it holds nothing.`,
          ]),
      'Ask, for example, until when a ceasefire was to last, who mediated, or who somebody is; /help lists all commands.',
    ],
    claims: [],
  };
}

/** "Hello there" */
function isWordless({ text, terms, entities, asking, dates, strangers }: Query): boolean {
  const named = terms.length + entities.length + asking.length + dates.mentions.length + strangers.length;
  return named === 0 && !/\b(?:who|whom|whose|what|when|where|why|how|which)\b/.test(text);
}
