import type { AskVocabulary } from '../../schema/ask.ts';
import { noVocabulary } from '../../schema/no-vocabulary.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import type { Day } from '../dates.ts';
import { sayDay } from '../wording/dates.ts';
import { answerAboutItself } from './about-itself.ts';
import { answerActor } from './answers/actor-answer.ts';
import { answerCeasefire } from './answers/ceasefire-answer.ts';
import { answerFromClaims } from './answers/claims-answer.ts';
import { answerComparison } from './answers/comparison-answer.ts';
import type { Context } from './answers/context.ts';
import { answerDeclarer } from './answers/declarer-answer.ts';
import { answerDispute } from './answers/dispute-answer.ts';
import { answerHappened } from './answers/happened-answer.ts';
import { answerList } from './answers/list-answer.ts';
import { answerMeasures } from './answers/measures-answer.ts';
import { answerMediation } from './answers/mediation-answer.ts';
import { noSuchCeasefire } from './answers/no-such-ceasefire.ts';
import { answerOwnName, answerRelation } from './answers/relation-answer.ts';
import { answerRole } from './answers/role-answer.ts';
import { answerSequel } from './answers/sequel-answer.ts';
import { answerSpeakers } from './answers/speakers-answer.ts';
import { answerStance } from './answers/stance-answer.ts';
import { answerStatus } from './answers/status-answer.ts';
import { answerFirstOrLastTalks } from './answers/talks-answer.ts';
import { answerViolation } from './answers/violation-answer.ts';
import { type Answer, compose, type Draft } from './compose.ts';
import { declined } from './decline.ts';
import { dyadMeant, type Pair } from './dyad-meant.ts';
import { asWhen } from './either-day.ts';
import { withoutFraming } from './framing.ts';
import { libraryOf } from './library.ts';
import { namedByDeclarer } from './named-by-declarer.ts';
import { ofOneDyad, toldIn } from './one-dyad.ts';
import { isKnownPair, pairNamed } from './pair-named.ts';
import { asksAgain, carriedOver, partsOf } from './parts.ts';
import { type Query, readQuestion } from './query.ts';
import { placeKindOf } from './question-type.ts';
import { referentOf, roundsTold } from './referent.ts';
import { withRoleHolders } from './roles.ts';
import { ceasefireTerm, isAboutCeasefire, roundsNamed } from './rounds.ts';
import { type OutOfScope, outOfScope } from './scope.ts';
import { asksForWeekday, withWeekdays } from './weekdays.ts';

/** What a question is asked of. */
export interface AskOptions {
  readonly index: DatasetIndex;
  /** The dyad that "the ceasefire" means. */
  readonly dyad: Pair;
  /** All pairs that a question may name instead; none if left out. */
  readonly dyads?: readonly Pair[];
  /** Local date in the conflict's time zone. */
  readonly today: Day;
  /** The day that a question without a date is about; today if left out. */
  readonly on?: Day;
  readonly vocabulary?: AskVocabulary;
}

/** Longer questions are not read: Discord's option has the same limit. */
export const longestQuestion = 300;

/**
 * Answers a question in free text from the dataset alone: by its records of ceasefires and actors where they
 * settle it, else by the claims that do. Pure and total: any text has an answer, if only that the dataset does not say.
 */
export function ask(question: string, options: AskOptions): Answer {
  const answer = compose(options.index, draftOf(question, options));
  return asksForWeekday(question.toLowerCase()) ? { ...answer, answer: withWeekdays(answer.answer) } : answer;
}

function draftOf(typed: string, options: AskOptions): Draft {
  const { index, dyads = [], today, on, vocabulary = noVocabulary } = options;
  const library = libraryOf(index, vocabulary);
  if (typed.length > longestQuestion) {
    // What the dataset covers is no part of that.
    return askedBack(`A question may have ${longestQuestion} characters at most. Please shorten it.`);
  }
  const question = asWhen(withoutFraming(typed));
  const query = readQuestion(question, library, today, on);
  const dyad = dyadMeant(index, options.dyad, dyads, query);
  const context: Context = {
    index,
    library,
    query,
    dyad: dyad.id,
    parties: dyad.parties,
    pairs: [options.dyad, ...dyads.filter(({ id }) => id !== options.dyad.id)],
    told: undefined,
    today,
    on,
  };
  const about = answerAboutItself(question, query, library);
  if (about) return about;
  const { impossible, vague, future } = query.dates;
  if (impossible !== undefined)
    return askedBack(`The calendar has no such day as ${impossible}. Which day is meant?`);
  const outside = outOfScope(query.typed) ?? outOfScope(query.text);
  // When a ceasefire of a past year "will" end asks for its plan.
  const isPlan = outside === 'prediction' && query.asks === 'until' && isAboutCeasefire(query);
  const isInScope = isPlan
    ? query.dates.mentions.length > 0 && future === undefined
    : outside === 'biography' && asksFullNameOfGroup(query, index);
  if (outside && !isInScope) return declined(context, reasons[outside]);
  if (query.strangers.length > 0) return declined(context, `it has nothing on ${query.strangers.join(', ')}`);
  if (future !== undefined) return declined(context, reasons.prediction);
  if (vague !== undefined) {
    return askedBack(
      `Which year is meant by “${vague}”? Please give it, for example “${vague.replace(relative, '')} 2021”.`,
    );
  }
  if (isPastHorizon(query, library.horizon))
    return declined(context, `its last document tells of ${sayDay(library.horizon)}`);
  const happened = answerHappened(context);
  if (happened) return ofOneDyad(context, happened);
  const namesSomething = query.terms.length + query.entities.length > 0;
  if (!namesSomething && (query.dates.mentions.length === 0 || query.hints.length === 0)) {
    return declined(context, 'the question names nothing that it could hold');
  }
  const two = pairNamed(index, query);
  if (two && !isKnownPair(index, context.pairs, two)) {
    return declined(context, 'it has no ceasefire and no talks between these two');
  }
  const isOther = dyad.id !== options.dyad.id;
  if (isOther && isAboutCeasefire(query) && (index.dyads.get(dyad.id)?.episodes.length ?? 0) === 0) {
    return declined(context, 'it has no ceasefire between these two');
  }
  const meant = namedByDeclarer(index, context, (rest) => readQuestion(rest, library, today, on));
  return answerInParts(context, question) ?? answerOf({ ...context, query: meant });
}

const relative = /^(?:last|this|past|previous|next) /i;

/** "What is the full name of the TTP": what a short form stands for. */
function asksFullNameOfGroup({ text, entities }: Query, { actors }: DatasetIndex): boolean {
  const isPerson = entities.some(({ ids }) => ids.some((id) => actors.get(id)?.type === 'person'));
  return /\bfull name\b/.test(text) && entities.length > 0 && !isPerson;
}

/** Most claims of each part of a question of several. */
const perPart = 3;

/** Each part answered for itself; undefined if there is but one, or the whole is answered better than its parts. */
function answerInParts(context: Context, question: string): Draft | undefined {
  const parts = partsOf(question);
  if (parts.length === 1) return undefined;
  const { library, today, on } = context;
  const [first, ...later] = parts.map((part) => readQuestion(part, library, today, on));
  if (!first) return undefined;
  const answered = answerOf({ ...context, query: first });
  const told = { ...context, told: toldIn(answered) };
  const drafts = [answered, ...later.map((query) => answerLater(told, first, query, answered))];
  const settled = drafts.filter(
    ({ answered, lead = [], claims }) => answered !== false && lead.length + claims.length > 0,
  );
  if (settled.length < drafts.length) {
    const whole = answerOf(context);
    if (whole.answered !== false || settled[0] !== drafts[0]) return whole;
  }
  const lead = settled.flatMap((draft) => draft.lead ?? []);
  // Of several pairs that the first part tells of, the one that the others are about.
  const one = settled.map(toldIn).find((dyad) => dyad !== undefined);
  return ofOneDyad(
    { ...context, told: one },
    {
      kind: settled[0]?.kind ?? 'claims',
      lead: [
        ...new Set(lead),
        ...(settled.length < drafts.length ? ['The documents do not settle the rest of the question.'] : []),
      ],
      claims: [...new Set(settled.flatMap(({ claims }) => claims.slice(0, perPart)))],
      behind: settled.flatMap(({ behind = [] }) => behind),
    },
  );
}

/** Of what the first part asks for, if a word stands for that; else of what the first part is about. */
function answerLater(context: Context, first: Query, later: Query, answered: Draft): Draft {
  const referent = referentOf(context.index, first, later, answered);
  const draft = referent && answerOf({ ...context, query: { ...later, entities: [referent] } });
  if (draft && draft.answered !== false) return draft;
  const query = carriedOver(first, later);
  const { index, dyad } = context;
  if (isAboutCeasefire(later) || asksAgain(later)) return answerOf({ ...context, query });
  if (!isAboutCeasefire(first)) {
    const told = roundsTold(index, dyad, later, answered);
    const itself = { ...later, terms: [...later.terms, ceasefireTerm], rounds: told };
    return answerOf({ ...context, query: told.size > 0 ? itself : query });
  }
  const ids = roundsNamed(index, dyad, first).map(({ ceasefire }) => ceasefire.id);
  return answerOf({ ...context, query: ids.length > 0 ? { ...query, rounds: new Set(ids) } : query });
}

function answerOf(context: Context): Draft {
  // Each of the two has been named.
  const measures = answerMeasures(context);
  if (measures) return measures;
  const draft = answerOfPair(context);
  return ofOneDyad(context, draft.answered === false ? (noSuchCeasefire(context) ?? draft) : draft);
}

function answerOfPair(context: Context): Draft {
  // No record says where.
  if (placeKindOf(context.query.text) !== undefined) return answerFromClaims(context);
  const role = answerRole(context);
  if (role === 'none') return declined(context, 'no document names one');
  return (
    role ??
    answerViolation(context) ??
    answerSequel(context) ??
    answerDispute(context) ??
    answerSpeakers(context) ??
    answerList(context) ??
    answerFirstOrLastTalks(context) ??
    answerComparison(context) ??
    answerOwnName(context) ??
    answerStance(context) ??
    answerDeclarer(context) ??
    answerRelation(context) ??
    answerStatus(context) ??
    answerCeasefire(context) ??
    answerMediation(context) ??
    answerActor(context) ??
    answerFromClaims({ ...context, query: withRoleHolders(context.index, context.query) })
  );
}

/** "After 30 May": of what came after the last document there is nothing. */
function isPastHorizon({ text, dates }: Query, horizon: Day): boolean {
  return dates.mentions.some(({ text: written, ranges }) => {
    const day = written.toLowerCase().replace(/^(?:on|in) /, '');
    const isAfter = ['after ', 'beyond ', 'past '].some((word) => text.includes(word + day));
    return isAfter && horizon !== '' && ranges.every(({ latest }) => latest >= horizon);
  });
}

function askedBack(lead: string): Draft {
  return { kind: 'asked_back', answered: false, lead: [lead], claims: [] };
}

const reasons: Record<OutOfScope, string> = {
  prediction: 'it holds what documents report and makes no prediction',
  opinion: 'it holds what documents report and gives no opinion or advice',
  biography: 'it holds no private or biographical details beyond what the documents report',
  names: 'it does not hold these names',
  instruction: 'it only answers questions about what the documents report',
};
