import type { WatchedParty } from '../schema/watch.ts';
import type { Bond } from './bond.ts';
import type { Finding } from './finding.ts';
import type { Mention } from './lexicon.ts';
import { isCommon } from './meaning.ts';
import type { Passage } from './passage.ts';
import type { Verdict } from './verdict.ts';

/**
 * What clustering compares of one item, as prefixed strings so that it can be stored:
 * `t` topic, `o` others told beside it, `f` how it is told, `l` language, `n` names of the watched side, `c` of others,
 * `b` bodies, `h` home places, `e` those of the title, `p` other places, `i` which of several meetings, `q` quantities,
 * `d` numbers, `x` actions, `a` agencies, `w` words of the title, `v` words of the affair's own vocabulary,
 * `s` words of the summary's start.
 */
export type Traits = readonly string[];

/** Words of the summary that are compared: its first sentence, since how much follows depends on the outlet. */
const summaryWords = 30;
/** Letters of a word that are compared: endings differ. */
const stem = 6;

/** The title has a word for what became of the talks or the truce. */
export const plainly = 'f:plain';

export function traitsOf(
  passage: Passage,
  { topic, finding }: Verdict,
  findings: readonly Finding[],
): Traits {
  const traits = new Set([`t:${topic}`, `l:${passage.language}`]);
  if (finding?.topic === topic && finding.place === 'title' && finding.said === 'plainly' && finding.step)
    traits.add(plainly);
  for (const one of findings) if (one.topic !== topic && isTold(one)) traits.add(`o:${one.topic}`);
  for (const one of passage.mentions) {
    const trait = bridge(one);
    if (trait) traits.add(trait);
    if (trait?.startsWith('h:') && one.from < passage.titleLength) traits.add(`e:${trait.slice(2)}`);
  }
  const common = new Set<number>();
  for (const one of passage.mentions) {
    if (one.kind !== 'party' && one.kind !== 'action' && one.kind !== 'cue') continue;
    for (let at = one.from; at < one.to; at += 1) common.add(at);
  }
  const end = Math.min(passage.words.length, passage.titleLength + summaryWords);
  for (let at = 0; at < end; at += 1) {
    const word = passage.words[at]!;
    if (word === '.' || word === ',') continue;
    if (/^\d+$/.test(word)) {
      if (word.length < 4 && Number(word) > 1) traits.add(`d:${word}`);
      continue;
    }
    if (word.length < 3) continue;
    const kind = common.has(at) ? 'v' : at < passage.titleLength ? 'w' : 's';
    traits.add(`${kind}:${word.slice(0, stem)}`);
  }
  return [...traits];
}

const concerned: ReadonlySet<Bond> = new Set(['bound', 'likely', 'carried', 'implied', 'loose']);

/** Part of an item's news, if not its main one. */
const isTold = ({ bond, place, background }: Finding): boolean =>
  !background && place !== 'body' && concerned.has(bond);

/** What stays the same in another language. */
function bridge(mention: Mention): string | undefined {
  switch (mention.kind) {
    case 'party':
      return isCommon(mention.party) ? undefined : `${kindOf(mention.party)}:${mention.party.id}`;
    case 'place':
      if (mention.place.wide) return undefined;
      return `${mention.place.home ? 'h' : 'p'}:${mention.place.id}`;
    case 'quantity':
      return `q:${mention.id}`;
    case 'round':
      return `i:${mention.id}`;
    case 'wire':
      return `a:${mention.id}`;
    case 'action':
      return `x:${mention.action === 'pause' ? 'truce' : mention.action}`;
    default:
      return undefined;
  }
}

const kindOf = ({ person, side }: WatchedParty): string => (person ? (side === 'watched' ? 'n' : 'c') : 'b');
