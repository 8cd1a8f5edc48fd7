import { languageOf } from './language.ts';
import type { Lexicon, Mention } from './lexicon.ts';
import { page } from './normalise.ts';
import { withoutOutletName } from './outlet-name.ts';
import { isSpeltOut } from './spelt-out.ts';
import type { Item } from './story.ts';

/** A sentence of an item; word numbers run through the whole item. */
export interface Sentence {
  /** Where it stands: the title, the first sentence of the summary, or later. */
  readonly place: 'title' | 'lead' | 'body';
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly Mention[];
}

/** How far a name can be taken for the watched side's; `others`: at its time it means those who bear it too. */
export type Naming = 'sure' | 'likely' | 'unsure' | 'others';

export interface Passage {
  readonly words: readonly string[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  /** BCP 47, as the text tells it. */
  readonly language: string;
  /** The outlet means the watched side by its common name. */
  readonly atHome: boolean;
  /** An acronym among its names is spelt out as something else. */
  readonly speltOut: boolean;
  /** What has been found out about its names so far. */
  readonly namings: Map<Mention, Naming>;
  /** When it was published, a UTC instant in milliseconds. */
  readonly published: number;
  /** Words of the title. */
  readonly titleLength: number;
  /** It has words by which an outlet corrects or takes back what it told. */
  readonly mayNotify: boolean;
  /** The title is one question. */
  readonly asks: boolean;
}

/** What is read of an item: its texts are plain already. */
export type PlainItem = Pick<Item, 'title' | 'summary' | 'source' | 'language' | 'published'>;

/** Cuts a plain title and summary into sentences with what the lexicon finds in them. */
export function readPassage(item: PlainItem, lexicon: Lexicon): Passage {
  page.writeItem(item.title, item.summary);
  return readPage(item, lexicon);
}

/** The same of an item that stands on the page. */
export function readPage(item: PlainItem, lexicon: Lexicon): Passage {
  const { title, summary, published } = item;
  const { titleWords: titleLength } = page;
  const text = page.toString();
  const words = page.wordsOf(text);
  const language = languageOf(`${title} ${summary}`, item.language, lexicon.tells);
  const found = lexicon.find(text, language);
  const mentions = withoutOutletName(title, titleLength, found);
  return {
    words,
    sentences: sentencesOf(words, mentions, titleLength),
    mentions,
    language,
    atHome: lexicon.isHome(item.source),
    speltOut: isSpeltOut(`${title}. ${summary}`, mentions),
    namings: new Map(),
    published,
    titleLength,
    mayNotify: found.some(({ kind }) => kind === 'notice'),
    asks: /^[^.:;!?؟۔]*[?؟]["'’”]?\s*$/.test(title),
  };
}

/** Mentions that are weighed with each other; hardly a sentence of any news has half as many. */
const mostMentions = 32;

/** At stops; a run of words that goes on and on without one is cut, since work grows with the cube of its mentions. */
function sentencesOf(
  words: readonly string[],
  mentions: readonly Mention[],
  titleLength: number,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let next = 0;
  let hasLead = false;
  const add = (to: number): void => {
    // Mentions stand in the order of the text.
    const first = next;
    while (next < mentions.length && mentions[next]!.from < to) next += 1;
    if (to === from) return;
    const place: Sentence['place'] = from < titleLength ? 'title' : hasLead ? 'body' : 'lead';
    hasLead ||= place === 'lead';
    sentences.push({ place, from, to, mentions: mentions.slice(first, next) });
  };
  for (let at = 0; at <= words.length; at += 1) {
    const isStop = at === words.length || words[at] === '.';
    const isFull = (mentions[next + mostMentions]?.from ?? words.length) <= at;
    if (!isStop && !isFull) continue;
    add(at);
    from = isStop ? at + 1 : at;
  }
  return sentences;
}
