import type { AskVocabulary } from '../../schema/ask.ts';
import type { Claim, Dispute } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { type Day, type DayRange, rangeOf } from '../dates.ts';
import { acronymsOf } from './acronyms.ts';
import { ClaimSearch } from './claim-search.ts';
import { conceptWords } from './concepts.ts';
import { contextsOf, nearbyOf, speakersOf } from './context-terms.ts';
import { indexNames, type NameIndex } from './entities.ts';
import { foreignPlaces } from './foreign-places.ts';
import { longShorthand } from './shorthand.ts';
import { Spelling } from './spelling.ts';
import { scaffolding, stopWords } from './stop-words.ts';
import { termsOf, wordsOf } from './terms.ts';

/** A claim with what it is found by. */
export interface Evidence {
  readonly claim: Claim;
  readonly terms: ReadonlySet<string>;
  /** What it does not say itself: who its speakers and people are, what else is told of the same event. */
  readonly context: ReadonlySet<string>;
  /** Further words that people ask for it with, as the pack lists them. */
  readonly paraphrases: ReadonlySet<string>;
  /** Names and titles of whoever asserts it, newsrooms apart. */
  readonly speakers: ReadonlySet<string>;
  /** Actors and places in it, whoever asserts it included. */
  readonly entities: ReadonlySet<string>;
  /** Places of the events that it tells of, whether it names them or not. */
  readonly nearby: ReadonlySet<string>;
  readonly range: DayRange | undefined;
  readonly disputes: readonly Dispute[];
  /** Ceasefires that cite it. */
  readonly ceasefires: ReadonlySet<string>;
}

/** All that questions are answered from, made once for a dataset. */
export interface Library {
  readonly index: DatasetIndex;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly names: NameIndex;
  readonly spelling: Spelling;
  /** What a short form stands for that the documents spell out. */
  readonly titleOf: (short: string) => string | undefined;
  /** In how many claims a term or `@entity` stands. */
  readonly frequency: ReadonlyMap<string, number>;
  /** How much each of those tells. */
  readonly weights: ReadonlyMap<string, number>;
  /** What a term weighs that no claim has. */
  readonly mostWeight: number;
  /** Terms of any claim or its context. */
  readonly known: ReadonlySet<string>;
  /** For example "2022-05": months in which something is documented. */
  readonly months: ReadonlySet<string>;
  /** Years in which a day ("05-20") is documented; of a question on ceasefires also those in which one held on it. */
  readonly yearsOfDay: (monthAndDay: string, isOnCeasefire: boolean) => readonly string[];
  /** The latest day from which something is documented; empty without dated claims. */
  readonly horizon: Day;
  readonly vocabulary: AskVocabulary;
  search(terms: readonly string[], limit: number): readonly Evidence[];
}

/** Relations that say two entries are one actor under two names. */
export const sameActor = new Set(['self_name_of_government_of', 'same_as', 'also_known_as']);

const built = new WeakMap<DatasetIndex, WeakMap<AskVocabulary, Library>>();

/** The library of a dataset; made on first use. */
export function libraryOf(index: DatasetIndex, vocabulary: AskVocabulary): Library {
  const known = built.get(index) ?? new WeakMap<AskVocabulary, Library>();
  built.set(index, known);
  const library = known.get(vocabulary) ?? build(index, vocabulary);
  known.set(vocabulary, library);
  return library;
}

function build(index: DatasetIndex, vocabulary: AskVocabulary): Library {
  const { dataset } = index;
  const disputes = groupByClaim(dataset.disputes, ({ sides }) => sides.flatMap(({ claims }) => claims));
  const ceasefires = groupByClaim(dataset.ceasefires, (each) => [
    ...each.claims,
    ...each.mediation.claims,
    ...each.mediation.deniedIn,
    ...[each.declared, each.effective, each.plannedEnd, each.actualEnd, each.held].flatMap((dates) =>
      dates.flatMap(({ claims }) => claims),
    ),
  ]);
  const contexts = contextsOf(index);
  const nearby = nearbyOf(index);
  const frequency = new Map<string, number>();
  const months = new Set<string>();
  const words = new Set<string>();
  const evidence = new Map<string, Evidence>();
  const searched: { record: Evidence; keys: ReadonlySet<string> }[] = [];
  for (const claim of dataset.claims) {
    const entities = new Set([...claim.actors, ...claim.assertedBy, ...claim.deniedBy, ...claim.places]);
    const names = [...entities].flatMap((id) => {
      const actor = index.actors.get(id);
      return actor && actor.type !== 'media' ? [actor.name] : [];
    });
    const text = [withoutAttribution(claim.summary), claim.quote ?? '', ...names].join(' ');
    for (const word of wordsOf(text)) words.add(word);
    const terms = new Set([
      ...termsOf(text),
      ...termsOf(claim.kind.replaceAll('_', ' ')),
      // "Since 2007" says when it began.
      ...(/\bsince (?:19|20)\d\d\b/i.test(claim.summary) ? termsOf('start') : []),
    ]);
    const asked = vocabulary.claims[claim.id] ?? '';
    for (const word of wordsOf(asked)) words.add(word);
    const paraphrases = new Set(termsOf(asked));
    const record: Evidence = {
      claim,
      terms,
      paraphrases,
      context: contexts.get(claim.id) ?? new Set(),
      speakers: speakersOf(index, claim),
      entities,
      nearby: nearby.get(claim.id) ?? new Set(),
      range: rangeOf(claim.date),
      disputes: disputes.get(claim.id) ?? [],
      ceasefires: new Set((ceasefires.get(claim.id) ?? []).map(({ id }) => id)),
    };
    evidence.set(claim.id, record);
    const keys = new Set([...terms, ...paraphrases, ...[...entities].map((id) => `@${id}`)]);
    for (const key of keys) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    searched.push({ record, keys });
    if (claim.date.on !== null && claim.date.on.length >= 7) months.add(claim.date.on.slice(0, 7));
  }
  for (const { plannedEnd, effective, declared, actualEnd } of dataset.ceasefires) {
    for (const { on } of [...plannedEnd, ...effective, ...declared, ...actualEnd]) {
      if (on !== null && on.length >= 7) months.add(on.slice(0, 7));
    }
  }
  const search = new ClaimSearch(searched);
  const known = new Set(frequency.keys());
  for (const context of contexts.values()) for (const term of context) known.add(term);
  const actors = dataset.actors.map((actor) => ({
    ...actor,
    aliases: [...actor.aliases, ...(vocabulary.names[actor.id] ?? [])],
  }));
  for (const { name, aliases } of actors) {
    for (const form of [name, ...aliases]) for (const word of wordsOf(form)) words.add(word);
  }
  return {
    index,
    evidence,
    frequency,
    weights: new Map([...frequency].map(([key, count]) => [key, weigh(evidence.size, count)])),
    mostWeight: weigh(evidence.size, 0),
    known,
    months,
    yearsOfDay: yearsOfDayIn(index),
    horizon: [...evidence.values()].reduce(
      (last, { range }) => (range && range.earliest > last ? range.earliest : last),
      '',
    ),
    vocabulary,
    names: indexNames(
      actors,
      dataset.relations.flatMap(({ relation, from, to }) =>
        sameActor.has(relation) ? [[from, to] as const] : [],
      ),
    ),
    spelling: new Spelling(
      [...words, ...conceptWords, ...vocabulary.elsewhere, ...foreignPlaces],
      [...stopWords, ...scaffolding, ...longShorthand],
    ),
    titleOf: titlesOf([
      ...dataset.claims.map(({ summary }) => summary),
      ...actors.flatMap(({ name, aliases }) => [name, ...aliases]),
    ]),
    search: (terms, limit) => search.find(terms, limit),
  };
}

/** Few questions have a short form: they are gathered for the first. */
function titlesOf(texts: readonly string[]): Library['titleOf'] {
  let titles: ReadonlyMap<string, string> | undefined;
  return (short) => {
    titles ??= acronymsOf(texts);
    return titles.get(short);
  };
}

function yearsOfDayIn({ dataset, dyads }: DatasetIndex): Library['yearsOfDay'] {
  const days = new Set(dataset.claims.flatMap(({ date }) => (date.on?.length === 10 ? [date.on] : [])));
  const episodes = [...dyads.values()].flatMap(({ episodes, local }) => [...episodes, ...local]);
  const spans = episodes.flatMap(({ declared, start = declared, last }) =>
    start && last ? [{ from: declared?.earliest ?? start.earliest, to: last.latest }] : [],
  );
  const years = [
    ...new Set([...days, ...spans.flatMap(({ from, to }) => [from, to])].map((day) => day.slice(0, 4))),
  ];
  return (monthAndDay, isOnCeasefire) =>
    years.filter((year) => {
      const day = `${year}-${monthAndDay}`;
      return days.has(day) || (isOnCeasefire && spans.some(({ from, to }) => from <= day && day <= to));
    });
}

/** Which document says so is no part of what it says: "…, according to an article of 9 November 2021". */
export function withoutAttribution(summary: string): string {
  return summary.replace(/, according to (?:an?|the) (?:\S+ ){0,2}(?:article|report)\b.*$/, '.');
}

function groupByClaim<T>(records: readonly T[], claims: (record: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const id of new Set(claims(record))) {
      const group = groups.get(id);
      if (group) group.push(record);
      else groups.set(id, [record]);
    }
  }
  return groups;
}

/** How much a term tells: rare ones much, common ones little. */
export function weightOf(library: Library, key: string): number {
  return library.weights.get(key) ?? library.mostWeight;
}

function weigh(claims: number, count: number): number {
  return Math.log(1 + claims / (1 + count));
}
