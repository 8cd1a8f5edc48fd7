import { createClassifier } from '../../src/news/classifier.ts';
import { classifyAll, type Judged } from '../../src/news/classify-all.ts';
import type { Watch } from '../../src/schema/watch.ts';
import { type BCubed, bCubed, partedGroups } from './clusters.ts';
import { itemOf, type LabelledItem, readLabelled, readRules, readWatch, shippedPack } from './labelled.ts';

/** Counts over one language (or all): alerts hit and missed, and false ones among `none` and `related`. */
interface LanguageFigures {
  alerts: number;
  hit: number;
  topicRight: number;
  none: number;
  falseNone: number;
  related: number;
  falseRelated: number;
}

interface NewsError {
  readonly item: LabelledItem;
  readonly judged: Judged;
  readonly kind: 'missed' | 'false alert' | 'wrong topic';
}

export interface NewsFigures {
  readonly all: LanguageFigures;
  readonly byLanguage: ReadonlyMap<string, LanguageFigures>;
  /** Alerts hit if every feed declares its items to be in the language that software often comes with. */
  readonly mistagged: { readonly alerts: number; readonly hit: number };
  readonly clusters: BCubed;
  /** Over the alert items of one language, among themselves. */
  readonly clustersByLanguage: ReadonlyMap<string, BCubed>;
  /** Over stories reported in two or more languages. */
  readonly acrossLanguages: BCubed;
  readonly errors: readonly NewsError[];
  /** Alert items of a labelled story told as several, or of several told as one, by the other grouping. */
  readonly parted: readonly {
    readonly kind: 'split' | 'merged';
    readonly parts: readonly LabelledItem[][];
  }[];
  readonly judged: readonly Judged[];
}

const empty = (): LanguageFigures => ({
  alerts: 0,
  hit: 0,
  topicRight: 0,
  none: 0,
  falseNone: 0,
  related: 0,
  falseRelated: 0,
});

/** The tag of many feeds in other languages. */
const commonTag = 'en-US';

function readMistagged(watch: Watch, items: readonly LabelledItem[]): NewsFigures['mistagged'] {
  const classify = createClassifier(watch);
  const alerting = items.filter(({ alert }) => alert).map(itemOf);
  const hit = alerting.filter((item) => classify({ ...item, language: commonTag }).alert).length;
  return { alerts: alerting.length, hit };
}

/** Compares what the classifier and the clusterer say with the labels. */
function evaluateNews(watch: Watch, items: readonly LabelledItem[]): NewsFigures {
  const judged = [...classifyAll(watch, items.map(itemOf))];
  const all = empty();
  const byLanguage = new Map<string, LanguageFigures>();
  const errors: NewsError[] = [];
  items.forEach((item, at) => {
    const one = judged[at]!;
    const figures = byLanguage.get(item.lang) ?? empty();
    byLanguage.set(item.lang, figures);
    for (const sum of [all, figures]) count(sum, item, one);
    const kind = errorKind(item, one);
    if (kind) errors.push({ item, judged: one, kind });
  });
  const alerting = items.map((item, at) => ({ item, one: judged[at]! })).filter(({ item }) => item.alert);
  const across = alerting.filter(({ item }) =>
    alerting.some((other) => other.item.story === item.story && other.item.lang !== item.lang),
  );
  const clustersOf = (some: typeof alerting): BCubed =>
    bCubed(
      some.map(({ item }) => item.story),
      some.map(({ one }) => one.story),
    );
  const parted = partedGroups(
    alerting.map(({ item }) => item.story),
    alerting.map(({ one }) => one.story),
  );
  const itemsOf = (parts: readonly (readonly number[])[]) =>
    parts.map((part) => part.map((at) => alerting[at]!.item));
  return {
    all,
    byLanguage,
    mistagged: readMistagged(watch, items),
    clusters: clustersOf(alerting),
    clustersByLanguage: new Map(
      [...Map.groupBy(alerting, ({ item }) => item.lang)].map(([language, some]) => [
        language,
        clustersOf(some),
      ]),
    ),
    acrossLanguages: clustersOf(across),
    errors,
    parted: [
      ...parted.split.map((parts) => ({ kind: 'split' as const, parts: itemsOf(parts) })),
      ...parted.merged.map((parts) => ({ kind: 'merged' as const, parts: itemsOf(parts) })),
    ],
    judged,
  };
}

function count(figures: LanguageFigures, item: LabelledItem, judged: Judged): void {
  if (item.alert) {
    figures.alerts += 1;
    if (judged.alert) figures.hit += 1;
    if (judged.alert && judged.topic === item.topic) figures.topicRight += 1;
  } else if (item.topic === 'related') {
    figures.related += 1;
    if (judged.alert) figures.falseRelated += 1;
  } else {
    figures.none += 1;
    if (judged.alert) figures.falseNone += 1;
  }
}

function errorKind(item: LabelledItem, judged: Judged): NewsError['kind'] | undefined {
  if (item.alert !== judged.alert) return item.alert ? 'missed' : 'false alert';
  return item.alert && item.topic !== judged.topic ? 'wrong topic' : undefined;
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}`;

const bCubedText = (of: BCubed | undefined): string =>
  of ? `  ${[of.precision, of.recall, of.f1].map((figure) => figure.toFixed(3)).join(' ')}` : '  –';

/** The figures as text: tables by language, clusters, then every error with its reasons, and every story that is not as labelled. */
export function newsReport(figures: NewsFigures): string {
  const rows = [['all', figures.all] as const, ...[...figures.byLanguage].sort()];
  const lines = [
    'language  alerts  recall%  precision%  topic%  false/100 none  false/100 related  stories B-cubed P/R/F1',
  ];
  for (const [language, of] of rows) {
    const falseAlerts = of.falseNone + of.falseRelated;
    lines.push(
      [
        language.padEnd(8),
        String(of.alerts).padStart(7),
        share(of.hit, of.alerts).padStart(8),
        share(of.hit, of.hit + falseAlerts).padStart(11),
        share(of.topicRight, of.hit).padStart(7),
        `${share(of.falseNone, of.none)} (${of.falseNone}/${of.none})`.padStart(15),
        `${share(of.falseRelated, of.related)} (${of.falseRelated}/${of.related})`.padStart(18),
        bCubedText(language === 'all' ? figures.clusters : figures.clustersByLanguage.get(language)),
      ].join(' '),
    );
  }
  const cluster = (name: string, { items, precision, recall, f1 }: BCubed) =>
    `${name}: items ${items}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;
  lines.push('', cluster('stories (B-cubed)', figures.clusters));
  lines.push(cluster('stories in several languages', figures.acrossLanguages));
  const { alerts, hit } = figures.mistagged;
  lines.push(`recall% if every item is declared ${commonTag}: ${share(hit, alerts)} (${hit}/${alerts})`, '');
  for (const { kind, item, judged } of figures.errors) {
    lines.push(
      `${kind}: ${item.id} [${item.lang} ${item.topic}, said ${judged.topic} ${judged.score.toFixed(2)}] ${item.title}`,
      ...judged.reasons.map((reason) => `    ${reason}`),
    );
  }
  for (const { kind, parts } of figures.parted) {
    lines.push(
      `${kind} stories:`,
      ...parts.flatMap((part) =>
        part.map(
          ({ id, date, lang, topic, title }, at) =>
            `  ${at === 0 ? '–' : ' '} ${id} ${date} [${lang} ${topic}] ${title}`,
        ),
      ),
    );
  }
  return lines.join('\n');
}

/** Evaluates a file of labelled items with a pack's vocabulary, as `npm run eval` does. */
export function evaluateNewsFile(file: string, pack = shippedPack): NewsFigures {
  return evaluateNews(readWatch(pack), readLabelled(file));
}

/** The same by the rules alone: for items that the pack has learned from. */
export function evaluateRules(file: string): NewsFigures {
  return evaluateNews(readRules(shippedPack), readLabelled(file));
}
