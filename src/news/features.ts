import type { WatchedParty } from '../schema/watch.ts';
import type { Mention } from './lexicon.ts';
import type { Passage } from './passage.ts';

/** Begins a feature that is no word: nothing on a page has it. */
const mark = '#';

export const isWordFeature = (feature: string): boolean => !feature.startsWith(mark);

/**
 * What the linear model sees of a passage: the words of its title and of the sentence behind it, and what kinds of things
 * the vocabulary finds there; each with whether it stands in the title. More would make any long text sure of something.
 */
export function eachFeature(
  { sentences, words }: Pick<Passage, 'sentences' | 'words'>,
  take: (feature: string, isInTitle: boolean) => void,
): void {
  for (const { place, from, to, mentions } of sentences) {
    if (place === 'body') return;
    const isInTitle = place === 'title';
    for (let at = from; at < to; at += 1) if (words[at] !== ',') take(words[at]!, isInTitle);
    for (const one of mentions) take(kindOf(one), isInTitle);
  }
}

function kindOf(one: Mention): string {
  if (one.kind === 'action') return marked(one.action);
  if (one.kind === 'cue') return marked(one.cue);
  if (one.kind === 'party') return sideOf(one.party);
  if (one.kind !== 'place') return marked(one.kind);
  return one.place.home ? '#home' : one.place.away ? '#away' : '#place';
}

/** Made once: a string that is made anew costs more to look up than all else. */
const names = new Map<string, string>();

function marked(name: string): string {
  let feature = names.get(name);
  if (feature === undefined) {
    feature = mark + name;
    names.set(name, feature);
  }
  return feature;
}

const sides = new WeakMap<WatchedParty, string>();

function sideOf(party: WatchedParty): string {
  let feature = sides.get(party);
  if (feature === undefined) {
    feature = `${mark}${party.side}/${party.doubt}`;
    sides.set(party, feature);
  }
  return feature;
}
