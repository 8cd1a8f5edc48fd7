import { z } from 'zod';
import type { Learned } from './learned.ts';

/**
 * The form of `watch.yaml`: the words by which a pack's conflict is known. docs/watch.md explains it.
 *
 * A term is a phrase in any script. `*` at the end of a word stands for any ending, `(a|b|)` for
 * alternatives, `~2` for up to two words in between. Case, diacritics, hyphens, letter variants and
 * digits do not matter, and spaces between the words of a term may be missing in the text.
 */

const term = z
  .string()
  .min(1)
  .max(200)
  .regex(
    /^[\p{L}\p{M}\p{N}\u200c '’*|()~-]+$/u,
    'a term has letters, digits, spaces, hyphens, * at the end of a word, (a|b), ~2',
  )
  .refine((text) => /^[^()]*(\([^()]*\)[^()]*)*$/.test(text), 'alternatives cannot stand in alternatives')
  .refine((text) => !/(?<![\p{L}\p{M}\p{N})])\*/u.test(text), '* stands at the end of a word');

/** Terms by BCP 47 language. The language is for the reader: every term of a script is sought in its texts. */
const terms = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)*$/, 'a language is written en, ur, ps'),
  z.array(term),
);

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id has small letters, digits and hyphens');

/** Which side somebody is on, seen from the watched dyad. */
export const sides = ['watched', 'counterpart', 'mediator', 'state', 'other'] as const;

const party = z.strictObject({
  id,
  name: z.string().min(1).describe('how reasons name it'),
  side: z
    .enum(sides)
    .describe(
      'watched: the armed side; counterpart: whom it talks to; mediator: may stand between; ' +
        'state: its talks with the counterpart are related only; other: its talks are another affair',
    ),
  doubt: z
    .enum(['none', 'acronym', 'pair', 'common', 'generic'])
    .default('none')
    .describe(
      'acronym: letters with other meanings, sure with any other sign of the conflict; ' +
        'pair: may name two sides side by side from its “until” on, unless the company speaks against it; ' +
        'common: others bear the name too, it counts only in fitting company; ' +
        'generic: no name but a word for such people anywhere, it counts only beside what is surely of this conflict',
    ),
  person: z.boolean().default(false),
  from: z.iso
    .date()
    .optional()
    .describe('before this day the name means others, for the watched side did not exist yet'),
  until: z.iso
    .date()
    .optional()
    .describe(
      'from this day on others who bear the common name rule a state: side by side with the counterpart ' +
        'it means them, but at a home place, in a home outlet or beside a name of its own',
    ),
  aloneUntil: z.iso
    .date()
    .optional()
    .describe(
      'before this day news on talks or a truce of others who bear the common name always named them, or their ' +
        'partner: where nobody else is named, the name means the watched side',
    ),
  rival: z.boolean().default(false).describe('bears the common name too: where it is named, that means it'),
  terms,
});

const place = z.strictObject({
  id,
  name: z.string().min(1),
  home: z.boolean().default(false).describe('fitting company for a common name'),
  wide: z
    .boolean()
    .default(false)
    .describe('others of the list lie in it, so that it does not tell where something happened'),
  away: z.boolean().default(false).describe('where another affair is negotiated: unfitting company'),
  seat: z
    .boolean()
    .default(false)
    .describe(
      'where a state sits: talks there are with it, unless the watched side is named in the sentence',
    ),
  terms,
});

/** Words that stand before or after the name or action they concern, as the language has it. */
const markers = z.strictObject({ before: terms, after: terms });

export const watchSchema = z.strictObject({
  parties: z.array(party).min(2),
  places: z.array(place).default([]),
  homeOutlets: terms.default({}).describe('outlets that mean the watched side by its common name'),
  lookalikes: z
    .array(
      z.strictObject({
        id,
        name: z.string().min(1),
        decisive: z
          .boolean()
          .default(false)
          .describe('an acronym of the watched side means something else here'),
        terms,
      }),
    )
    .default([])
    .describe('phrases that say that another affair is meant'),
  actions: z.strictObject({
    talks: terms.describe('the two sides speak, or somebody between them'),
    pact: terms
      .default({})
      .describe(
        'an agreement: talks when made, failed talks when it fails or is refused, a truce when it is ended or violated',
      ),
    offer: terms.describe(
      'pardon, disarmament: an offer that is talks when made and failed talks when refused',
    ),
    contact: terms
      .default({})
      .describe(
        'words that tell of talks only beside both sides, or one and a go-between, and where no attack is told of',
      ),
    truce: terms,
    pause: terms
      .default({})
      .describe(
        'words that tell of a truce only of the watched side by its own name, and with a span of time',
      ),
    pledge: terms
      .default({})
      .describe('a word that was given: it tells of a truce only where it is doubted, broken or taken back'),
    declare: terms.describe('a truce begins'),
    extend: terms,
    end: terms,
    violate: terms,
    resume: terms
      .default({})
      .describe('back to war: it ends a truce, an agreement for one, or talks that the item speaks of'),
    fail: terms.describe('talks break down or stall'),
    deny: terms.describe('it is said that there are no talks, or no truce'),
    refuse: terms
      .default({})
      .describe('talks are refused: by the watched side they failed, by others they are denied'),
    attack: terms.describe('violence, arrests and other news that is not talks'),
  }),
  cues: z.strictObject({
    not: markers,
    with: markers.describe('marks the partner of an action'),
    about: markers.describe('marks what others talk about'),
    sought: terms.describe('asks for a truce that nobody has declared'),
    conditional: terms.describe('what follows has not happened'),
    subordinate: markers.describe('makes a clause an aside, standing before or behind it'),
    idioms: terms.describe('phrases whose words mean nothing of what is listed here'),
    comment: terms.default({}).describe('in a title: somebody looks back on the affair or judges it'),
    between: terms.describe('somebody stands between the sides'),
    span: terms.default({}).describe('how long something lasts'),
    background: terms.describe('tells of earlier times'),
    correction: terms.describe('labels at the beginning or end of a title: the outlet corrects its report'),
    retraction: terms.describe('labels of the same kind: the outlet takes its report back'),
    correctionNote: terms.default({}).describe('phrases by which an outlet says so of its own story'),
    retractionNote: terms.default({}).describe('the same for a story that it takes back'),
  }),
  /** A story shows a title in the first of these languages that it has. */
  titleLanguages: z.array(z.string()).default([]),
  /** Durations and other quantities that bridge languages. */
  quantities: z.array(z.strictObject({ id, terms })).default([]),
  /** Which of several meetings: reports that name different ones are of two events. */
  rounds: z.array(z.strictObject({ id, terms })).default([]),
  /** Agencies whose text others print. */
  wires: z.array(z.strictObject({ id, terms })).default([]),
});

/** The vocabulary, with what labelled items taught where a pack has `learned.json`. */
export type Watch = z.infer<typeof watchSchema> & { readonly learned?: Learned };
export type WatchedParty = Watch['parties'][number];
export type Side = (typeof sides)[number];
export type Terms = z.infer<typeof terms>;
