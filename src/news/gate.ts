import type { Terms, Watch, WatchedParty } from '../schema/watch.ts';
import { Automaton, type Pattern } from './automaton.ts';
import { bondReach } from './binding.ts';
import { deedKinds, weakKinds } from './meaning.ts';
import { normalise } from './normalise.ts';
import { type Piece, requiredPieces, spellings } from './term.ts';

/**
 * What a pattern stands for: a name of the watched side by itself, one that others bear too, talks or a truce,
 * how a phrase for them with gaps begins and ends, and words that say it only beside a name of its own.
 */
const [ownName, commonName, deed, opening, closing, weakDeed, weakOpening, weakClosing] = [
  1, 2, 4, 8, 16, 32, 64, 128,
];

/**
 * The cheap question before all others: does this text name the watched side, and talks or a truce? A common name
 * says nothing unless they stand near it. Reads the plain text once, as it comes.
 */
export function createGate({ parties, actions }: Watch): (title: string, summary: string) => boolean {
  const watched = parties.filter(({ side }) => side === 'watched');
  const names = watched.flatMap(({ terms, doubt }) =>
    patternsOf(terms, (pieces) => [[longest(pieces), isCommon(doubt) ? commonName : ownName]]),
  );
  const deeds = deedKinds.flatMap((kind) =>
    patternsOf(actions[kind], (pieces) =>
      pieces.length < 2
        ? pieces.map((piece): Sought => [piece, weakKinds.has(kind) ? weakDeed : deed])
        : [
            [pieces[0]!, weakKinds.has(kind) ? weakOpening : opening],
            [pieces.at(-1)!, weakKinds.has(kind) ? weakClosing : closing],
          ],
    ),
  );
  // Most texts have no name: a small automaton is passed faster.
  const first = new Automaton(names);
  const both = new Automaton([...names, ...deeds]);
  return (title, summary) => {
    if (!holds(first, title, () => true) && !holds(first, summary, () => true)) return false;
    let found = 0;
    let [name, act] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let [opened, weaklyOpened] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let start = 0;
    const take: Take = (sorts, word) => {
      found |= sorts;
      const at = start + word;
      if (sorts & commonName) name = at;
      if (sorts & deed || (sorts & closing && at - opened <= nearby)) {
        found |= deed;
        act = at;
      }
      if (sorts & weakClosing && at - weaklyOpened <= nearby) found |= weakDeed;
      if (sorts & opening) opened = at;
      if (sorts & weakOpening) weaklyOpened = at;
      return (found & ownName && found & (deed | weakDeed)) !== 0 || Math.abs(name - act) <= nearby;
    };
    if (holds(both, title, take)) return true;
    // A title's deed is told of again in the summary.
    if (act > 0) act = 0;
    if (name > 0) name = 0;
    opened = weaklyOpened = Number.NEGATIVE_INFINITY;
    start = 1;
    return holds(both, summary, take);
  };
}

type Take = (sorts: number, word: number) => boolean;

/** What folds to several letters is normalised before it is read; if that does not help, it may hold anything. */
const holds = (automaton: Automaton, text: string, take: Take): boolean =>
  automaton.scan(text, take) ?? automaton.scan(normalise(text), take) ?? true;

const isCommon = (doubt: WatchedParty['doubt']): boolean => doubt === 'common' || doubt === 'generic';

/** Both are known by their last words; a term may have some. */
const nearby = bondReach + 8;
/** Languages that write small words together with the word behind them, or no spaces. */
const unspaced: ReadonlySet<string> = new Set(['ar', 'zh', 'ja']);

/** Letters of a pattern that are sought: the rest is left to the vocabulary, and an automaton stays small. */
const patternLetters = 11;

type Sought = readonly [piece: Piece, sort: number];

function patternsOf(terms: Terms, choose: (pieces: readonly Piece[]) => readonly Sought[]): Pattern[] {
  return Object.entries(terms).flatMap(([language, list]) =>
    list
      .flatMap(requiredPieces)
      .flatMap(choose)
      .flatMap(([piece, sort]) =>
        spellings(piece).flatMap(({ text, isWhole }) => {
          if (unspaced.has(language)) return [{ text, sort }];
          // Apostrophes are passed over: "ceasefire’s".
          return (isWhole ? [`${text} `, `${text}s `] : [text]).map((end) => ({
            text: ` ${end}`.slice(0, patternLetters),
            sort,
          }));
        }),
      ),
  );
}

const longest = (pieces: readonly Piece[]): Piece =>
  pieces.reduce((a, b) => (b.text.length > a.text.length ? b : a));
