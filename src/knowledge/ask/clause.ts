import type { EntityMention } from './entities.ts';
import type { Word } from './normalise.ts';
import { stopWords } from './stop-words.ts';

/** Whom a question asks about and what they are said to do, as English puts it: "did the TTP attack …". */
export interface Clause {
  /** Whoever is said to do it, if somebody is named. */
  readonly subject: EntityMention | undefined;
  /** The word before "did": "what", "how", "where"; undefined if the question begins with it. */
  readonly asker: string | undefined;
  /** The words that stand for whoever does it. */
  readonly nouns: readonly string[];
  /** The word that says what they do; undefined if it carries nothing ("do"). */
  readonly verb: string | undefined;
}

const auxiliary = /^(?:did|does|do|has|have|had)$/;
const perfect = /^(?:has|have|had)$/;
const determiner = /^(?:the|an?|any|some|this|that|these|those|its|their|his|her|all|both|other|own)$/;
const adverb = /^(?:not|ever|also|really|actually|already|first|then|still|even|just|finally|once|n)$|ly$/;
/** After "did" a verb has its bare form: what ends so is a noun of the subject. */
const noun =
  /(?:[^s]s|ing|ment|tion|man|men|er|or|army|government|side|military|people|article|report|piece|group|movement|media|press|wing|chief)$/;
/** Words of somebody: what these say, they say. */
const textual = /^(?:statement|message|announcement|tweet|letter|declaration)s?$/;
const bareVerb =
  /^(?:bring|feed|need|heed|enter|offer|consider|order|answer|cover|suffer|mediate|mention|question|comment|implement|sing|cling|discover|gather|deliver|hinder|alter|honor|succeed|proceed|proved|exceed|speed|station|surrender|remember|differ|prefer|refer|infer|confer|transfer|register|utter|foster|mastermind|sanction|back|pass|position)$/;

/** Verbs of saying and of wishing, by which a subject without a known name is told to end. */
export const saying = /^(?:sa(?:y|id)|think|thought|claim(?:ed)?|tell|told)$/;
export const answering = /^(?:answer|repl[yi]|respond|react)(?:ed)?$/;
export const wishing = /^(?:demand|ask|want|request|require|threaten|promise|offer|urge|insist)(?:ed)?$/;
const speaking = (word: string): boolean => saying.test(word) || answering.test(word) || wishing.test(word);

/** Undefined unless the question has the form "did X …", and names X or gives it as a plural. */
export function clauseOf(words: readonly Word[], mentions: readonly EntityMention[]): Clause | undefined {
  const aux = words.findIndex(({ word }) => auxiliary.test(word));
  if (aux === -1) return undefined;
  let at = aux + 1;
  while (determiner.test(words[at]?.word ?? '')) at++;
  let named = mentions.find((each) => each.at <= at && at < each.at + each.length);
  let isOpen = named === undefined;
  if (named) {
    at = named.at + named.length;
    for (;;) {
      const next =
        words[at]?.word === 'and' || words[at]?.word === 'or'
          ? determiner.test(words[at + 1]?.word ?? '')
            ? at + 2
            : at + 1
          : -1;
      const other = mentions.find((each) => each.at === next);
      if (!other) break;
      at = other.at + other.length;
      named = { ...named, ids: [...named.ids, ...other.ids] };
    }
    if (/['’]s?$/.test(words[at - 1]?.typed ?? '')) isOpen = true;
  }
  // The subject goes on, or has no name: its last noun ends as nouns do.
  let last = at;
  for (let place = at; place < Math.min(at + 3, words.length); place++) {
    const word = words[place]?.word ?? '';
    if (stopWords.has(word)) break;
    const isParticiple = perfect.test(words[aux]?.word ?? '') && /(?:ed|en)$/.test(word);
    const isNoun = noun.test(word) && !isParticiple && !bareVerb.test(word) && !adverb.test(word);
    if (isNoun) last = place + 1;
    else if (!isOpen) break;
  }
  const spoken = words.slice(at, at + 4).findIndex(({ word }) => speaking(word));
  const isText = textual.test(words[last - 1]?.word ?? '');
  const isExtended = last > at || (isOpen && spoken > 0);
  if (last > at) at = last;
  else if (isExtended) at += spoken;
  if (isExtended) isOpen = false;
  if (isOpen) return undefined;
  const nouns = words.slice(aux + 1, at).map(({ word }) => word);
  while (adverb.test(words[at]?.word ?? '')) at++;
  const verb = words[at]?.word;
  return {
    asker: words[aux - 1]?.word,
    subject: isExtended && !isText ? undefined : named,
    nouns,
    verb: verb === undefined || stopWords.has(verb) ? undefined : verb,
  };
}
