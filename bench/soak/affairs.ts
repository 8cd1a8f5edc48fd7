import { topicLabels } from '../../src/alerts/topics.ts';

/** What one outlet publishes. */
export interface Report {
  /** Which of the affair's outlets. */
  readonly outlet: number;
  /** Its name in the feed: the same again is the same item, changed. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
}

/** A message that each channel is due. */
export interface Expected {
  /** Words by which it is known, whatever was edited. */
  readonly is: string;
  /** Words that it holds once all is told. */
  readonly says: string;
}

/** What is published together, and what each channel holds when that has been told: exactly these messages. */
export interface Stage {
  readonly reports: readonly Report[];
  readonly messages: readonly Expected[];
}

/** The course of one event, as its outlets tell it. */
export interface Affair {
  readonly kind: string;
  readonly outlets: number;
  readonly stages: readonly [Stage, ...Stage[]];
}

const { truce_extended: extended, truce_ended: ended } = topicLabels;

const extension = (day: number): Report => ({
  outlet: 0,
  name: 'extension',
  title: `TTP extends ceasefire with Pakistan until ${day} May`,
  summary: 'Both sides said that the talks would go on.',
});
const otherWords = (day: number): Report => ({
  outlet: 1,
  name: 'prolonged',
  title: `Pakistani Taliban prolong truce with Islamabad until ${day} May`,
  summary: 'The militants said that negotiations would continue.',
});
const inUrdu = (day: number, outlet: number): Report => ({
  outlet,
  name: 'tawsee',
  title: `ٹی ٹی پی نے پاکستان کے ساتھ جنگ بندی میں ${day} مئی تک توسیع کر دی`,
  summary: 'دونوں فریقوں نے کہا کہ مذاکرات جاری رہیں گے۔',
});
const end: Report = {
  outlet: 0,
  name: 'end',
  title: 'TTP ends ceasefire with Pakistan',
  summary: 'The group told its fighters to take up arms again.',
};
const endInUrdu: Report = {
  outlet: 1,
  name: 'khatam',
  title: 'ٹی ٹی پی نے پاکستان کے ساتھ جنگ بندی ختم کر دی',
  summary: 'گروپ نے اپنے جنگجوؤں کو دوبارہ ہتھیار اٹھانے کو کہا۔',
};

const one = (is: string, says: string): Expected[] => [{ is, says }];

/** Each is told of by outlets of its own, so that what comes of it is known to the message. */
const kinds: readonly ((day: number) => Affair)[] = [
  (day) => ({
    kind: 'one outlet',
    outlets: 1,
    stages: [{ reports: [extension(day)], messages: one(extended, extension(day).title) }],
  }),
  (day) => ({
    kind: 'other outlets follow, one in Urdu',
    outlets: 3,
    stages: [
      { reports: [extension(day)], messages: one(extended, extension(day).title) },
      { reports: [otherWords(day), inUrdu(day, 2)], messages: one(extended, 'Now reported by 3') },
    ],
  }),
  (day) => ({
    kind: 'a changed title',
    outlets: 1,
    stages: [
      { reports: [extension(day)], messages: one(extended, extension(day).title) },
      { reports: [extension(day + 1)], messages: one(extended, extension(day + 1).title) },
    ],
  }),
  (day) => ({
    kind: 'a later step, told in two languages',
    outlets: 2,
    stages: [
      { reports: [extension(day)], messages: one(extended, extension(day).title) },
      {
        reports: [end, endInUrdu],
        messages: [
          { is: extended, says: extension(day).title },
          { is: ended, says: end.title },
        ],
      },
    ],
  }),
  (day) => ({
    kind: 'Urdu first, then English',
    outlets: 2,
    stages: [
      { reports: [inUrdu(day, 0)], messages: one(extended, inUrdu(day, 0).title) },
      { reports: [otherWords(day)], messages: one(extended, otherWords(day).title) },
    ],
  }),
  (day) => ({
    kind: 'a retraction',
    outlets: 1,
    stages: [
      { reports: [extension(day)], messages: one(extended, extension(day).title) },
      {
        reports: [{ ...extension(day), title: `Retraction: ${extension(day).title}` }],
        messages: [
          { is: extended, says: 'Retracted by an outlet' },
          { is: 'Why this note', says: 'has withdrawn its report' },
        ],
      },
    ],
  }),
];

/** The n-th affair: each kind in turn. */
export function affairOf(n: number): Affair {
  return kinds[n % kinds.length]!(1 + (n % 28));
}
