import type { AlertTopic, Report, Story } from './story.ts';

/** What follows from a story's reports. It is kept: one more costs the same however many there are. */
export class Summary {
  readonly #titleLanguages: readonly string[];
  /** How many reports give a topic, in the order in which the topics came. */
  readonly #topics = new Map<AlertTopic, number>();
  #best: Report;
  #languages: readonly string[] = [];
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /** Of at least one report. */
  constructor(reports: readonly Report[], titleLanguages: readonly string[]) {
    this.#titleLanguages = titleLanguages;
    this.#best = reports[0]!;
    for (const report of reports) this.add(report);
  }

  add(report: Report): void {
    const { language, published, topic } = report;
    if (topic) this.#topics.set(topic, (this.#topics.get(topic) ?? 0) + 1);
    if (this.#isBetter(report)) this.#best = report;
    if (!this.#languages.includes(language)) this.#languages = [...this.#languages, language];
    this.#first = Math.min(this.#first, published);
    this.#last = Math.max(this.#last, published);
  }

  /** The story's topic, title, span and languages. */
  told(): Pick<Story, 'topic' | 'title' | 'link' | 'languages' | 'first' | 'last'> {
    const { title, link } = this.#best;
    const topic = this.#commonTopic();
    return { topic, title, link, languages: this.#languages, first: this.#first, last: this.#last };
  }

  /** The topic most reports give; of equals the one that was first. */
  #commonTopic(): AlertTopic {
    let common: AlertTopic | undefined;
    for (const [topic, count] of this.#topics) {
      if (common === undefined || count > this.#topics.get(common)!) common = topic;
    }
    return common!;
  }

  /** The best is the earliest report in the language that comes first in the list, else the earliest of all. */
  #isBetter(report: Report): boolean {
    const best = this.#best;
    const farther = report.language === best.language ? 0 : this.#rank(report) - this.#rank(best);
    return farther < 0 || (farther === 0 && report.published < best.published);
  }

  #rank({ language }: Report): number {
    const at = this.#titleLanguages.indexOf(language);
    return at === -1 ? this.#titleLanguages.length : at;
  }
}
