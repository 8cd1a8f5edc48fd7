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
const plainCues = ['between', 'span', 'sought', 'conditional', 'idioms', 'background', 'comment'] as const;
const noticeCues = ['correction', 'retraction', 'correctionNote', 'retractionNote'] as const;

/** What a term of the watch stands for. */
export type Meaning =
  | { readonly kind: 'party'; readonly party: WatchedParty }
  | { readonly kind: 'place'; readonly place: Watch['places'][number] }
  | { readonly kind: 'lookalike'; readonly name: string; readonly decisive: boolean }
  | { readonly kind: 'quantity'; readonly id: string }
  | { readonly kind: 'round'; readonly id: string }
  | { readonly kind: 'wire'; readonly id: string }
  | { readonly kind: 'notice' }
  | { readonly kind: 'action'; readonly action: ActionKind }
  | { readonly kind: 'cue'; readonly cue: MarkerCue | PlainCue };

/** A meaning with the fields of every kind. */
export interface AnyMeaning {
  readonly kind: Meaning['kind'];
  readonly party: WatchedParty | undefined;
  readonly place: Watch['places'][number] | undefined;
  readonly name: string | undefined;
  readonly decisive: boolean | undefined;
  readonly id: string | undefined;
  readonly action: ActionKind | undefined;
  readonly cue: MarkerCue | PlainCue | undefined;
}

/** All meanings have one shape, since code that meets objects of many takes several times as long. */
const meant = (meaning: Meaning): Meaning => {
  const any: AnyMeaning = {
    kind: meaning.kind,
    party: undefined,
    place: undefined,
    name: undefined,
    decisive: undefined,
    id: undefined,
    action: undefined,
    cue: undefined,
  };
  return Object.assign(any, meaning);
};

interface Vocabulary {
  readonly terms: Terms;
  readonly meaning: Meaning;
}

/** Names: of several at one place the longest is meant. */
export const isName = ({ kind }: Meaning): boolean =>
  kind === 'party' || kind === 'place' || kind === 'lookalike';

/** Names, quantities, agencies and what outlets say of their own reports: sought in texts of every language. */
export const nameVocabulary = (watch: Watch): Vocabulary[] => [
  ...watch.lookalikes.map(({ name, decisive, terms }) => ({
    terms,
    meaning: meant({ kind: 'lookalike', name, decisive }),
  })),
  ...watch.parties.map((party) => ({ terms: party.terms, meaning: meant({ kind: 'party', party }) })),
  ...watch.places.map((place) => ({ terms: place.terms, meaning: meant({ kind: 'place', place }) })),
  ...watch.quantities.map(({ id, terms }) => ({ terms, meaning: meant({ kind: 'quantity', id }) })),
  ...watch.rounds.map(({ id, terms }) => ({ terms, meaning: meant({ kind: 'round', id }) })),
  ...watch.wires.map(({ id, terms }) => ({ terms, meaning: meant({ kind: 'wire', id }) })),
  ...noticeCues.map((cue) => ({ terms: watch.cues[cue], meaning: meant({ kind: 'notice' }) })),
];

/** Words of actions and cues: short ones mean something else in another language. */
export const spokenVocabulary = ({ actions, cues }: Watch): Vocabulary[] => [
  ...(Object.keys(actions) as ActionKind[]).map((action) => ({
    terms: actions[action],
    meaning: meant({ kind: 'action', action }),
  })),
  ...markerCues.flatMap((name) => [
    { terms: cues[name].before, meaning: meant({ kind: 'cue', cue: `${name}Before` }) },
    { terms: cues[name].after, meaning: meant({ kind: 'cue', cue: `${name}After` }) },
  ]),
  ...plainCues.map((cue) => ({ terms: cues[cue], meaning: meant({ kind: 'cue', cue }) })),
];
