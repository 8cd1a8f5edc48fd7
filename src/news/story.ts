/** What an item is about. */
export const alertTopics = [
  'talks',
  'truce_declared',
  'truce_extended',
  'truce_ended',
  'truce_violated',
  'talks_failed',
  'talks_denied',
] as const;
export type AlertTopic = (typeof alertTopics)[number];
export type Topic = AlertTopic | 'related' | 'none';

/** What the classifier reads: one entry and the outlet that carried it. Plain text, caps are the classifier's. */
export interface Item {
  /** Unique over all feeds. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The outlet's name. */
  readonly source: string;
  readonly link: string;
  /** UTC milliseconds. */
  readonly published: number;
  readonly language?: string;
}

export interface Classification {
  readonly topic: Topic;
  readonly alert: boolean;
  /** 0 to 1. */
  readonly score: number;
  /** BCP 47, as detected. */
  readonly language: string;
  /** In words, for people. */
  readonly reasons: readonly string[];
  /** What the outlet says of its own earlier report. */
  readonly notice?: Notice;
  /** What clustering compares; opaque to all others. */
  readonly traits?: readonly string[];
}

/** An outlet corrects or takes back what it reported. */
export type Notice = 'corrected' | 'retracted';

/** One outlet's item within a story. */
export interface Report {
  readonly item: string;
  readonly outlet: string;
  readonly title: string;
  readonly link: string;
  /** UTC milliseconds. */
  readonly published: number;
  readonly language: string;
  readonly topic?: AlertTopic;
  /** Index of the report whose wire text this one repeats; undefined if it is independent. */
  readonly copyOf?: number;
}

/** One event as the watched feeds report it; a JSON document. Only alerting items make stories. */
export interface Story {
  readonly id: string;
  /** Only this server is told: a feed of its own reported it. */
  readonly guild?: string;
  /** Grows by one with each change that a reader would see. */
  readonly version: number;
  readonly topic: AlertTopic;
  readonly title: string;
  readonly link: string;
  readonly summary: string;
  readonly reasons: readonly string[];
  /** The same as told under other topics, for when most reports come to give one of them. */
  readonly accounts?: Accounts;
  readonly reports: readonly Report[];
  readonly languages: readonly string[];
  /** UTC milliseconds of the first and last report. */
  readonly first: number;
  readonly last: number;
  readonly standing: 'reported' | Notice;
  /** What clustering compares; opaque to all others. */
  readonly signature: StorySignature;
}

/** How the best report that gives a topic tells of it. */
export interface Account {
  readonly item: string;
  readonly summary: string;
  readonly reasons: readonly string[];
}
export type Accounts = Readonly<Partial<Record<AlertTopic, Account>>>;

/** Names, numbers, days and vocabulary concepts that bridge wordings and languages. */
export type StorySignature = Readonly<Record<string, readonly string[]>>;
