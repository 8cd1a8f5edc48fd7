import type { Day } from '../dates.ts';
import { type Clause, clauseOf } from './clause.ts';
import { type DateMention, type DatesFound, findDates } from './date-mentions.ts';
import { deedOf } from './deed.ts';
import { documentsAsked } from './document-asked.ts';
import { type EntityMention, findEntities } from './entities.ts';
import { foreignPlaces } from './foreign-places.ts';
import { countedFrom, type LeadTime } from './lead-time.ts';
import type { Library } from './library.ts';
import { namingDates } from './named-by-date.ts';
import { normalise, type Word } from './normalise.ts';
import { isEnglish, isOrdinary } from './ordinary.ts';
import { joinPhrases } from './phrases.ts';
import { type Asks, asksForWords, asksOf, placeKindOf } from './question-type.ts';
import { shorthand } from './shorthand.ts';
import { speechTerms } from './speech-terms.ts';
import { scaffolding, stopWords } from './stop-words.ts';
import { termOf } from './terms.ts';

/** A question, understood as far as words go. */
export interface Query {
  /** Corrected, small letters, for looking at its form. */
  readonly text: string;
  readonly asks: Asks;
  /** Asked for what somebody says. */
  readonly isOnWords: boolean;
  /** What must stand in an answer, names and times apart; each once, in order. */
  readonly terms: readonly string[];
  /** Of `terms`, those of a clause that only says when or why: "after the talks collapsed". */
  readonly asides: ReadonlySet<string>;
  /** Of the question's words, as terms, names of things and people: it is about them, however it is put. */
  readonly things: ReadonlySet<string>;
  /** Of `terms`, names of countries and peoples. */
  readonly abroad: readonly string[];
  /** Of `terms`, what whoever is asked for did. */
  readonly deed: string | undefined;
  /** Of `terms`, what they did it to. */
  readonly object: string | undefined;
  /** Whom it asks about and what they are said to do; undefined if it has another form. */
  readonly clause: Clause | undefined;
  /** All words of asking, as terms. */
  readonly asking: readonly string[];
  /** Words of asking that some document happens to use: they help to choose, and need not be there. */
  readonly hints: readonly string[];
  /** As typed, abbreviations spelled out, not corrected. */
  readonly typed: string;
  readonly entities: readonly EntityMention[];
  /** Actors that the question sets aside: "besides X". */
  readonly excepted: readonly string[];
  /** Ids of the documents that it names, if not any will do. */
  readonly documents?: ReadonlySet<string>;
  readonly dates: DatesFound;
  /** Of the dates, those that say which ceasefire is meant: the others are the time that is asked about. */
  readonly naming: ReadonlySet<DateMention>;
  /** Ids of the ceasefires that "it" stands for, named in what went before. */
  readonly rounds?: ReadonlySet<string>;
  /** Words that no document has and that look like a name or another place. */
  readonly strangers: readonly string[];
}

/** Reads a question with the words of a dataset. `today` is the local date in the conflict's time zone,
 * `on` the day that "now" means.  */
export function readQuestion(question: string, library: Library, today: Day, on: Day = today): Query {
  const { question: asked, documents } = documentsAsked(question, library.index.dataset.sources);
  const wording = normalise(asked);
  const words = wording.words.flatMap((word) => corrected(word, library));
  const text = joinPhrases(words.map(({ word }) => word).join(' '));
  const lead = countedFrom(text);
  const isOnCeasefire = text.split(' ').some((word) => termOf(word) === 'ceasefire');
  const found = findDates(spelt(wording.text, words), { today, on }, library.months, (day) =>
    library.yearsOfDay(day, isOnCeasefire),
  );
  const dates = withoutSources(found, text, lead);
  const joined = rejoined(words, text);
  const mentioned = findEntities(joined, library.names);
  const entities = mentioned.filter(({ isExcepted }) => !isExcepted);
  const excepted = mentioned.filter(({ isExcepted }) => isExcepted).flatMap(({ ids }) => ids);
  const inEntity = new Set(mentioned.flatMap(({ at, length }) => Array.from({ length }, (_, n) => at + n)));
  const terms: string[] = [];
  const places = new Map<number, string>();
  const asides = new Set<string>();
  const asking: string[] = [];
  const focus = focusOf(joined);
  let isAside = false;
  const strangers: string[] = [];
  const placeKind = placeKindOf(text);
  joined.forEach((word, at) => {
    const isSpan = word.word === 'of' && spans.has(joined[at - 1]?.word ?? '');
    // "On which day of May did …" asks for the day.
    const isSpanAsked = /^(?:what|which)$/.test(joined[at - 2]?.word ?? '');
    const opensAside = asideWords.has(word.word) || (isSpan && !isSpanAsked);
    // "Did the army or the government comment": nothing is asked yet that "or" could leave open.
    isAside ||= at > 2 && (opensAside || (word.word === 'or' && terms.length > 0));
    if (inEntity.has(at) || dates.words.has(word.word)) return;
    if (stopWords.has(word.word) || concessions.has(word.word)) return;
    const term = termOf(word.word);
    if (scaffolding.has(word.word) || word.word === placeKind) {
      if (focus.has(word.part)) asking.push(term);
      return;
    }
    const isKnown = library.known.has(term);
    if (!isKnown && (isStranger(word) || library.vocabulary.elsewhere.includes(word.word))) {
      strangers.push(word.typed);
    }
    // What leads up to the question may be about anything.
    if (!isKnown && !focus.has(word.part)) return;
    places.set(at, term);
    if (terms.includes(term)) return;
    terms.push(term);
    const isLead = lead !== undefined && lead.from <= at && at <= lead.to;
    if (isAside || isLead || !focus.has(word.part)) asides.add(term);
  });
  // "Who accuses whom?"
  if (terms.length + mentioned.length === 0) terms.push(...asking.filter((term) => speechTerms.has(term)));
  for (const phrase of library.vocabulary.elsewhere) {
    if (phrase.includes(' ') && ` ${text} `.includes(` ${phrase} `)) strangers.push(phrase);
  }
  const typed = wording.words.map(({ word }) => word).join(' ');
  const asks = asksOf(text);
  const { deed, object } = deedOf(
    joined.map(({ word }) => word),
    places,
    inEntity,
  );
  const things = new Set(joined.filter(({ word }) => !isOrdinary(word)).map(({ word }) => termOf(word)));
  const countries = joined.flatMap(({ word }) => (foreignPlaces.has(word) ? [termOf(word)] : []));
  const abroad = terms.filter((term) => countries.includes(term));
  const hints = asking.filter((term) => library.frequency.has(term));
  return {
    text,
    typed,
    asks,
    isOnWords: asksForWords(text),
    terms,
    asides,
    abroad,
    things,
    deed,
    object,
    clause: clauseOf(joined, mentioned),
    asking,
    hints,
    entities,
    excepted,
    ...(documents && { documents }),
    dates,
    naming: namingDates(text, dates.mentions),
    strangers,
  };
}

/** "In the week of the talks" says when. */
const spans = new Set(['time', 'day', 'week', 'month', 'year', 'eve']);

/** They begin a clause and say nothing themselves. */
const concessions = new Set(['despite', 'although', 'while', 'amid']);

const asideWords = new Set([
  ...concessions,
  'during',
  'result',
  'after',
  'before',
  'once',
  'because',
  'following',
  'when',
]);

const questionWord = /^(?:who|whom|whose|what|when|where|why|how|which|until|since)$/;
const startsQuestion = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|might|any)$/;

/** The parts that ask; what stands in the others leads up to it: "I am writing an essay: who …". */
function focusOf(words: readonly Word[]): ReadonlySet<number> {
  const all = new Set(words.map(({ part }) => part));
  const asking = new Set(
    words
      .filter(({ word, part }, at) => {
        const isFirst = words[at - 1]?.part !== part;
        return questionWord.test(word) || (isFirst && startsQuestion.test(word));
      })
      .map(({ part }) => part),
  );
  return asking.size === 0 ? all : asking;
}

/** A name in the middle of a sentence, or a country: whatever it is about, it is about that. */
function isStranger({ name, word }: Word): boolean {
  return name || foreignPlaces.has(word);
}

/** "The November 2021 article" is a document, and "how long before May 2022" counts from then: no time that is asked about. */
function withoutSources(found: DatesFound, text: string, lead: LeadTime | undefined): DatesFound {
  const isSource = (written: string) =>
    ['article', 'report'].some((source) => text.includes(`${written} ${source}`));
  const isAsked = (written: string) => !isSource(written) && !lead?.text.includes(written);
  return { ...found, mentions: found.mentions.filter((mention) => isAsked(mention.text.toLowerCase())) };
}

/** A shorter name may be any other. */
const shortestName = 5;

/** The word as the documents spell it. */
function corrected(word: Word, library: Library): readonly Word[] {
  const { words } = library.vocabulary;
  const replacement = Object.hasOwn(words, word.word) ? words[word.word] : undefined;
  if (replacement !== undefined) return replacement.split(' ').map((each) => ({ ...word, word: each }));
  const title = isShortForm(word) && !library.names.has(word.word) && library.titleOf(word.word);
  if (title) return title.split(' ').map((each) => ({ ...word, word: each }));
  if (library.spelling.knows(word.word) || isEnglish(word.word) || library.frequency.has(termOf(word.word)))
    return [word];
  // "talkin" for "talking".
  const whole = `${word.word}g`;
  if (/..in$/.test(word.word) && (library.spelling.knows(whole) || library.frequency.has(termOf(whole))))
    return [{ ...word, word: whole }];
  // "giv" for "give".
  const full = `${word.word}e`;
  if (!word.name && (stopWords.has(full) || scaffolding.has(full))) return [{ ...word, word: full }];
  const nearest = library.spelling.nearest(word.word);
  if (nearest === undefined) return [word];
  // A name is no misspelt word of everyday.
  const isPlain = stopWords.has(nearest) || scaffolding.has(nearest);
  const isOther = isPlain || word.word.length < shortestName || !library.frequency.has(termOf(nearest));
  if (word.name && isOther) return [word];
  const spelledOut = shorthand.get(nearest) ?? nearest;
  return spelledOut.split(' ').map((each) => ({ ...word, word: each, name: false }));
}

/** In capitals, or without a vowel: no word of its own. */
function isShortForm({ typed, word }: Word): boolean {
  return /^\p{Lu}+$/u.test(typed) || !/[aeiouy]/.test(word);
}

/** The text with misspelt months put right, for finding dates. */
function spelt(text: string, words: readonly Word[]): string {
  let result = text;
  for (const { typed, word } of words) {
    if (typed.toLowerCase() === word || !/^[a-z]+$/.test(word)) continue;
    // The "2" of "apr 22" is no "to".
    const whole = typed.replace(/[^\p{L}\p{N}]/gu, '\\$&');
    result = result.replace(new RegExp(`(?<![A-Za-z0-9])${whole}(?![A-Za-z0-9])`), word);
  }
  return result;
}

/** Words after phrases were joined: "cease fire" has become one. */
function rejoined(words: readonly Word[], text: string): readonly Word[] {
  const parts = text.split(' ').filter(Boolean);
  let from = 0;
  return parts.map((part) => {
    const at = words.findIndex(({ word }, index) => index >= from && word === part);
    if (at === -1) return { typed: part, word: part, name: false, part: words[from]?.part ?? 0 };
    from = at + 1;
    return words[at] ?? { typed: part, word: part, name: false, part: 0 };
  });
}
