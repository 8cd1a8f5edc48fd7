import type { Terms, Watch, WatchedParty } from '../schema/watch.ts';

export type ActionKind = keyof Watch['actions'];
/** Actions that a text is looked at for; the others say what becomes of them. */
export const deedKinds = [
  'talks',
  'pact',
  'offer',
  'truce',
  'contact',
  'pause',
  'pledge',
  'resume',
] as const satisfies readonly ActionKind[];
/** A name that others bear too, so that it says nothing by itself. */
export const isCommon = ({ doubt }: Pick<WatchedParty, 'doubt'>): boolean =>
  doubt === 'common' || doubt === 'generic';

/** Those that say nothing by themselves. */
export const weakKinds: ReadonlySet<ActionKind> = new Set(['contact', 'pause', 'pledge', 'resume']);

/** Those that a truce is told by. */
export const truceKinds: ReadonlySet<ActionKind> = new Set(['truce', 'pause', 'pledge', 'resume']);
export type MarkerCue = `${(typeof markerCues)[number]}${'Before' | 'After'}`;
const markerCues = ['not', 'with', 'about', 'subordinate'] as const;
export type PlainCue = (typeof plainCues)[number];
const plainCues = [
  'between',
  'span',
  'sought',
  'conditional',
  'idioms',
  'background',
  'comment',
  'correction',
  'retraction',
] as const;

/** What a term of the watch stands for. */
export type Meaning =
  | { readonly kind: 'party'; readonly party: WatchedParty }
  | { readonly kind: 'place'; readonly place: Watch['places'][number] }
  | { readonly kind: 'lookalike'; readonly name: string; readonly decisive: boolean }
  | { readonly kind: 'quantity'; readonly id: string }
  | { readonly kind: 'wire'; readonly id: string }
  | { readonly kind: 'action'; readonly action: ActionKind }
  | { readonly kind: 'cue'; readonly cue: MarkerCue | PlainCue };

interface Vocabulary {
  readonly terms: Terms;
  readonly meaning: Meaning;
}

/** Names: of several at one place the longest is meant. */
export const isName = ({ kind }: Meaning): boolean =>
  kind === 'party' || kind === 'place' || kind === 'lookalike';

/** Names, quantities and agencies: sought in texts of every language. */
export const nameVocabulary = (watch: Watch): Vocabulary[] => [
  ...watch.lookalikes.map(({ name, decisive, terms }) => ({
    terms,
    meaning: { kind: 'lookalike' as const, name, decisive },
  })),
  ...watch.parties.map((party) => ({ terms: party.terms, meaning: { kind: 'party' as const, party } })),
  ...watch.places.map((place) => ({ terms: place.terms, meaning: { kind: 'place' as const, place } })),
  ...watch.quantities.map(({ id, terms }) => ({ terms, meaning: { kind: 'quantity' as const, id } })),
  ...watch.wires.map(({ id, terms }) => ({ terms, meaning: { kind: 'wire' as const, id } })),
];

/** Words of actions and cues: short ones mean something else in another language. */
export const spokenVocabulary = ({ actions, cues }: Watch): Vocabulary[] => [
  ...(Object.keys(actions) as ActionKind[]).map((action) => ({
    terms: actions[action],
    meaning: { kind: 'action' as const, action },
  })),
  ...markerCues.flatMap((name) => [
    { terms: cues[name].before, meaning: { kind: 'cue' as const, cue: `${name}Before` as const } },
    { terms: cues[name].after, meaning: { kind: 'cue' as const, cue: `${name}After` as const } },
  ]),
  ...plainCues.map((cue) => ({ terms: cues[cue], meaning: { kind: 'cue' as const, cue } })),
];
