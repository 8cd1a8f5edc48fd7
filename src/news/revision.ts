import type { Account, Accounts, AlertTopic, Report, Story } from './story.ts';

/** The reports that give a topic: how many, and the best of them. */
interface Told {
  readonly count: number;
  readonly best: Report;
}

/** What follows from a story's reports. It is kept: one more costs the same however many there are. */
export class Summary {
  readonly #titleLanguages: readonly string[];
  /** In the order in which the topics came. */
  readonly #topics = new Map<AlertTopic, Told>();
  #languages: readonly string[] = [];
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /** Of reports of which one gives a topic at least. */
  constructor(reports: readonly Report[], titleLanguages: readonly string[]) {
    this.#titleLanguages = titleLanguages;
    for (const report of reports) this.add(report);
  }

  add(report: Report): void {
    const { language, published, topic } = report;
    if (topic) {
      const { count, best } = this.#topics.get(topic) ?? { count: 0, best: report };
      this.#topics.set(topic, { count: count + 1, best: this.#isBetter(report, best) ? report : best });
    }
    if (!this.#languages.includes(language)) this.#languages = [...this.#languages, language];
    this.#first = Math.min(this.#first, published);
    this.#last = Math.max(this.#last, published);
  }

  /** The story's topic, the title of the best report that gives it, span and languages. */
  told(): Pick<Story, 'topic' | 'title' | 'link' | 'languages' | 'first' | 'last'> {
    const topic = this.#commonTopic();
    const { title, link } = this.#topics.get(topic)!.best;
    return { topic, title, link, languages: this.#languages, first: this.#first, last: this.#last };
  }

  topics(): Iterable<AlertTopic> {
    return this.#topics.keys();
  }

  /** The best report that gives a topic, if any does. */
  best(topic: AlertTopic): Report | undefined {
    return this.#topics.get(topic)?.best;
  }

  /** The topic most reports give; of equals the one that was first. */
  #commonTopic(): AlertTopic {
    let common: AlertTopic | undefined;
    for (const [topic, { count }] of this.#topics) {
      if (common === undefined || count > this.#topics.get(common)!.count) common = topic;
    }
    return common!;
  }

  /** The best is the earliest report in the language that comes first in the list, else the earliest of all. */
  #isBetter(report: Report, best: Report): boolean {
    const farther = report.language === best.language ? 0 : this.#rank(report) - this.#rank(best);
    return farther < 0 || (farther === 0 && report.published < best.published);
  }

  #rank({ language }: Report): number {
    const at = this.#titleLanguages.indexOf(language);
    return at === -1 ? this.#titleLanguages.length : at;
  }
}

/** How a story is told under each of its topics. */
export function accountsOf({ topic, title, link, summary, reasons, reports, accounts }: Story): Accounts {
  const shown = reports.find((report) => report.title === title && report.link === link) ?? reports[0]!;
  return { ...accounts, [topic]: { item: shown.item, summary, reasons } };
}

/** How a story is told whose reports have changed: by the report whose title it shows, as far as is known. */
export function toldAnew(
  reports: Summary,
  known: Accounts,
  current: Account | undefined,
): Pick<Story, 'summary' | 'reasons' | 'accounts'> {
  const { topic: shown } = reports.told();
  const others: Partial<Record<AlertTopic, Account>> = {};
  let told: Account | undefined;
  for (const topic of reports.topics()) {
    const { item } = reports.best(topic)!;
    const before = known[topic];
    const account = current?.item === item ? current : before;
    if (!account) continue;
    // The words of one outlet are not to stand under the title of another.
    const own = account.item === item ? account : { ...account, item, summary: '' };
    if (topic === shown) told = own;
    else others[topic] = own;
  }
  const { summary, reasons } = told ?? { summary: '', reasons: [] };
  return { summary, reasons, ...(Object.keys(others).length > 0 && { accounts: others }) };
}
