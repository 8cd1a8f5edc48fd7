import { languageOf } from './language.ts';
import type { Lexicon, Mention } from './lexicon.ts';
import { normalise } from './normalise.ts';
import type { Item } from './story.ts';
import { plainSummary, plainTitle } from './text.ts';

/** A sentence of an item; word numbers run through the whole item. */
export interface Sentence {
  /** Where it stands: the title, the first sentence of the summary, or later. */
  readonly place: 'title' | 'lead' | 'body';
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly Mention[];
}

/** How far a name can be taken for the watched side's. */
export type Naming = 'sure' | 'likely' | 'unsure';

export interface Passage {
  readonly words: readonly string[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  /** BCP 47, as the text tells it. */
  readonly language: string;
  /** The outlet means the watched side by its common name. */
  readonly atHome: boolean;
  /** What has been found out about its names so far. */
  readonly namings: Map<Mention, Naming>;
  /** Words of the title. */
  readonly titleLength: number;
}

/** Cuts a plain title and summary into sentences with what the lexicon finds in them. */
export function readPassage(
  item: Pick<Item, 'title' | 'summary' | 'source' | 'language'>,
  lexicon: Lexicon,
): Passage {
  const title = plainTitle(item.title);
  const summary = plainSummary(item.summary);
  const language = languageOf(`${title} ${summary}`, item.language);
  // Apart: a title in plain letters stays cheap to read when the summary has others.
  const titleWords = wordsOf(title);
  const words = [...titleWords, '.', ...wordsOf(summary)];
  const text = ` ${words.join(' ')} `;
  const mentions = lexicon.find(text, language);
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && words[at] !== '.') continue;
    if (at > from) sentences.push(sentence(from, at, mentions, titleWords.length, sentences));
    from = at + 1;
  }
  return {
    words,
    sentences,
    mentions,
    language,
    atHome: lexicon.isHome(item.source),
    namings: new Map(),
    titleLength: titleWords.length,
  };
}

function wordsOf(text: string): string[] {
  const words = normalise(text).trim();
  return words === '' ? [] : words.split(' ');
}

function sentence(
  from: number,
  to: number,
  mentions: readonly Mention[],
  titleLength: number,
  before: readonly Sentence[],
): Sentence {
  const isLead = !before.some(({ place }) => place === 'lead');
  const place = from < titleLength ? 'title' : isLead ? 'lead' : 'body';
  return { place, from, to, mentions: mentions.filter((one) => one.from >= from && one.from < to) };
}
