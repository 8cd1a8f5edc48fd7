import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { createClusterer } from '../../src/news/clusterer.ts';
import { independentOutlets } from '../../src/news/outlets.ts';
import type { Item, Story } from '../../src/news/story.ts';
import { item, shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);
const start = Date.parse('2022-05-18T06:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

/** A clusterer with what it is asked most. */
function clustering(stories: Iterable<Story> = []) {
  const clusterer = createClusterer(shippedWatch, stories);
  const put = (one: Item) => clusterer.place(one, classify(one));
  return { put, story: (one: Item) => put(one)!.story, replace: clusterer.replace };
}

const extended = (rest: Partial<Item> = {}) =>
  item('TTP extends ceasefire with Pakistan until 30 May', {
    summary: 'Talks in Kabul made progress, the Afghan Taliban spokesman said.',
    published: start,
    ...rest,
  });

describe('one event', () => {
  test('is one story across outlets, wordings and languages', () => {
    const { put } = clustering();
    const first = put(extended());
    const second = put(
      item('Pakistani Taliban prolong truce as Kabul talks go on', {
        source: 'Outlet B',
        published: start + 5 * hour,
      }),
    );
    const third = put(
      item('ٹی ٹی پی نے جنگ بندی میں 30 مئی تک توسیع کر دی', {
        source: 'Outlet C',
        language: 'ur',
        published: start + 9 * hour,
      }),
    );
    expect([first?.change, second?.change, third?.change]).toEqual(['new', 'report_added', 'report_added']);
    expect(third?.story.id).toBe(first?.story.id);
    expect(third?.story).toMatchObject({
      version: 3,
      topic: 'truce_extended',
      title: 'TTP extends ceasefire with Pakistan until 30 May',
      languages: ['en', 'ur'],
      first: start,
      last: start + 9 * hour,
      standing: 'reported',
    });
    expect(independentOutlets(third!.story)).toEqual(['Outlet A', 'Outlet B', 'Outlet C']);
  });

  test('is another story than its next step, or the same kind days later', () => {
    const { story } = clustering();
    const one = story(extended());
    const ended = story(item('TTP ends ceasefire with Pakistan', { published: start + day }));
    const later = story(extended({ id: 'later', published: start + 20 * day }));
    expect(new Set([one.id, ended.id, later.id]).size).toBe(3);
  });

  test('at two places on one day is two stories', () => {
    const { story } = clustering();
    const bajaur = story(
      item('Three-day ceasefire agreed with TTP in Bajaur', { source: 'Outlet A', published: start }),
    );
    const tirah = story(
      item('Indefinite truce between local Taliban and elders in Tirah valley', {
        source: 'Outlet B',
        published: start + hour,
      }),
    );
    expect(tirah.id).not.toBe(bajaur.id);
  });
});

describe('two events', () => {
  /** Whether two items of different outlets, so many days apart, are of one story; the second must be no copy. */
  function areOne(titles: readonly [string, string], days: number, language?: string): boolean {
    const { story } = clustering();
    const at = (published: number) => ({ published, ...(language !== undefined && { language }) });
    const first = story(item(titles[0], { source: 'Outlet A', ...at(start) }));
    const second = story(item(titles[1], { source: 'Outlet B', ...at(start + days * day) }));
    return first.id === second.id;
  }

  test.each([
    [
      'Pakistani Taliban extend ceasefire with government',
      'Pakistani Taliban end ceasefire with government',
      1,
      'en',
    ],
    ['TTP ends ceasefire with Pakistan', 'TTP extends ceasefire with Pakistan', 0, 'en'],
    ['ٹی ٹی پی کا جنگ بندی کا اعلان', 'ٹی ٹی پی کا جنگ بندی ختم کرنے کا اعلان', 1, 'ur'],
    ['ټي ټي پي اوربند اعلان کړ', 'ټي ټي پي د اوربند پای اعلان کړ', 1, 'ps'],
    ['Government, TTP talks resume in Kabul', 'Government, TTP talks fail in Kabul', 1, 'en'],
    ['Pakistan confirms talks with TTP', 'Pakistan denies talks with TTP', 1, 'en'],
    ['TTP declares ceasefire with Pakistan', 'TTP extends ceasefire with Pakistan', 2, 'en'],
  ])('are two steps in like words: %s, %s', (one, other, days, language) => {
    expect(areOne([one, other], days, language)).toBe(false);
  });

  test.each([
    ['TTP says army violated ceasefire in South Waziristan', 'TTP says army violated ceasefire in Bajaur', 2],
    ['Three-day truce between TTP, elders in Tirah', 'Three-day truce between TTP, elders in Bajaur', 0],
    [
      'Pakistan, TTP begin second round of talks in Kabul',
      'Pakistan, TTP begin third round of talks in Kabul',
      2,
    ],
  ])('are at two places or two rounds: %s, %s', (one, other, days) => {
    expect(areOne([one, other], days)).toBe(false);
  });

  test('are days apart, though they are told in the same words', () => {
    const title = 'Pakistan, TTP hold talks in Kabul';
    expect(areOne([title, title], 3)).toBe(false);
    expect(areOne([title, title], 1)).toBe(true);
  });

  test('are not two for a region that one names and a place in it that the other does', () => {
    const titles = ['TTP, army truce in Waziristan', 'TTP, army truce in North Waziristan'] as const;
    expect(areOne(titles, 0)).toBe(true);
  });
});

describe('a known item', () => {
  test('that comes again changes nothing', () => {
    const { put } = clustering();
    const one = extended();
    const first = put(one);
    expect(put({ ...one })).toEqual({ story: first?.story, change: 'none' });
  });

  test.each([
    ['title', { title: 'TTP extends its ceasefire with Pakistan until 30 May: spokesman' }],
    ['address', { link: 'https://outlet-a.example/moved' }],
    ['date', { published: start + 60_000 }],
  ])('with a changed %s updates its report', (_, change) => {
    const { put } = clustering();
    const one = extended();
    const first = put(one)!.story;
    const again = put({ ...one, ...change })!;
    expect(again.change).toBe('report_changed');
    expect(again.story).toMatchObject({ id: first.id, version: 2, standing: 'reported' });
    expect(again.story.reports).toHaveLength(1);
    expect(again.story.reports[0]).toMatchObject(change);
  });

  test('that now says something else is a correction', () => {
    const { put } = clustering();
    const one = extended();
    put(one);
    const again = put({ ...one, title: 'Group denies that it has prolonged any truce' })!;
    expect(again).toMatchObject({ change: 'report_changed', story: { standing: 'corrected' } });
  });

  test('that tells a further step is no correction, and its story is told as it stands', () => {
    const { put } = clustering();
    const one = extended({ title: 'Pakistan, TTP hold talks', summary: 'They meet in Kabul.' });
    put(one);
    const again = put({
      ...one,
      title: 'TTP declares ceasefire after talks',
      summary: 'It lasts for a month.',
    })!.story;
    expect(again).toMatchObject({
      standing: 'reported',
      topic: 'truce_declared',
      summary: 'It lasts for a month.',
    });
    expect(again.reasons.join()).toContain('declares');
  });

  test('that tells the opposite is a correction, and its story is told as it stands', () => {
    const { put } = clustering();
    const one = extended({ title: 'No talks with TTP, minister says', summary: 'He ruled them out.' });
    put(one);
    const again = put({
      ...one,
      title: 'TTP declares ceasefire, minister says',
      summary: 'It began.',
    })!.story;
    expect(again).toMatchObject({ standing: 'corrected', topic: 'truce_declared', summary: 'It began.' });
    expect(again.reasons.join()).not.toContain('no talks');
  });

  test('whose summary alone says that it was corrected marks its story, once', () => {
    const { put } = clustering();
    const one = extended();
    put(one);
    const noted = { ...one, summary: 'This story has been corrected to give the date.' };
    expect(put(noted)).toMatchObject({ change: 'report_changed', story: { standing: 'corrected' } });
    expect(put(noted)?.change).toBe('none');
  });

  test('that has lost all it was known by still says that it was retracted', () => {
    const { put } = clustering();
    const one = extended();
    put(one);
    const again = put({ ...one, title: 'Story withdrawn', summary: '' });
    expect(again?.story).toMatchObject({ standing: 'retracted', topic: 'truce_extended' });
  });

  test('that says it is retracted marks its story', () => {
    const { put } = clustering();
    const one = extended();
    put(one);
    const title = 'Retracted: TTP extends ceasefire with Pakistan until 30 May';
    expect(put({ ...one, title })?.story.standing).toBe('retracted');
  });
});

test('another item can correct only what its own outlet said', () => {
  const title = 'Correction: TTP extends ceasefire with Pakistan until 30 May';
  const { story } = clustering();
  story(extended());
  const other = story(item(title, { source: 'Outlet B', published: start + hour }));
  expect(other.standing).toBe('reported');
  const own = story(item(title, { source: 'Outlet A', published: start + 2 * hour }));
  expect(own).toMatchObject({ id: other.id, standing: 'corrected' });
});

describe('a retraction that is an item of its own', () => {
  const notice = (rest: Partial<Item> = {}) =>
    item('Retraction: our report on the TTP truce and its length', { published: start + day, ...rest });

  /** A notice as it is where its words do not alert. */
  function placed(clusterer: ReturnType<typeof createClusterer>, one: Item) {
    return clusterer.place(one, { ...classify(one), alert: false, topic: 'none' });
  }

  test('marks what its outlet told, once, and gives it no topic or title', () => {
    const clusterer = createClusterer(shippedWatch);
    const told = clusterer.place(extended(), classify(extended()))!.story;
    const one = notice();
    const marked = placed(clusterer, one)!.story;
    expect(marked).toMatchObject({ id: told.id, version: 2, standing: 'retracted', topic: told.topic });
    expect([marked.title, marked.summary, marked.reasons]).toEqual([told.title, told.summary, told.reasons]);
    expect(marked.reports[1]).not.toHaveProperty('topic');
    expect(placed(clusterer, one)?.change).toBe('none');
  });

  test.each([
    ['another outlet', notice({ source: 'Outlet B' })],
    ['another matter', item('Retraction: our report on the cricket team', { published: start + day })],
    ['a time long gone', notice({ published: start + 20 * day })],
  ])('marks nothing of %s', (_, one) => {
    const clusterer = createClusterer(shippedWatch);
    clusterer.place(extended(), classify(extended()));
    expect(placed(clusterer, one)).toBeUndefined();
  });
});

test('a story to which most reports give another topic is told by the best of them', () => {
  const clusterer = createClusterer(shippedWatch);
  const one = (source: string, topic: 'talks' | 'truce_declared', hours: number, language = 'ur') => {
    const told = item('TTP, government teams speak of a truce', {
      source,
      summary: `Told by ${source}.`,
      published: start + hours * hour,
    });
    const traits = [`t:${topic}`, 'o:talks', 'o:truce_declared', 'l:ur', 'q:one-month', 'n:x', 'c:y'];
    const reasons = [`reason of ${source}`];
    return clusterer.place(told, { topic, alert: true, score: 1, language, reasons, traits })!.story;
  };
  expect(one('A', 'talks', 0)).toMatchObject({ topic: 'talks', summary: 'Told by A.' });
  expect(one('B', 'truce_declared', 1)).toMatchObject({ topic: 'talks', reasons: ['reason of A'] });
  const third = one('C', 'truce_declared', 2);
  expect(third.reports).toHaveLength(3);
  expect(third).toMatchObject({
    topic: 'truce_declared',
    summary: 'Told by B.',
    reasons: ['reason of B'],
    link: third.reports[1]?.link,
  });
  const back = one('D', 'talks', 3, 'en');
  expect(back).toMatchObject({ topic: 'talks', summary: 'Told by D.', reasons: ['reason of D'] });
});

test('short titles in the affair’s own words are no copies of each other', () => {
  const { story } = clustering();
  story(item('TTP announces indefinite ceasefire', { published: start }));
  const second = story(item('TTP announces ceasefire', { source: 'Outlet B', published: start + hour }));
  expect(second.reports).toHaveLength(2);
  expect(independentOutlets(second)).toEqual(['Outlet A', 'Outlet B']);
  const third = story(
    item('TTP announces indefinite ceasefire', {
      source: 'Outlet C',
      summary: 'AFP',
      published: start + hour,
    }),
  );
  const fourth = story(
    item('TTP announces indefinite ceasefire', {
      source: 'Outlet D',
      summary: 'AFP',
      published: start + hour,
    }),
  );
  expect(third.reports[2]).not.toHaveProperty('copyOf');
  expect(fourth.reports[3]?.copyOf).toBe(2);
});

test('copies of one text are told apart from independent outlets', () => {
  const { story } = clustering();
  const one = extended({ summary: 'ISLAMABAD (Reuters) - The group said the truce was extended.' });
  story(one);
  const copied = story({ ...one, id: 'copy', source: 'Outlet B', link: 'https://outlet-b.example/copy' });
  expect(copied.reports[1]?.copyOf).toBe(0);
  const own = story(
    item('Pakistani Taliban prolong truce by twelve days', {
      summary: 'Negotiators of both sides met for a second day in the Afghan capital.',
      source: 'Outlet C',
      published: start + hour,
    }),
  );
  expect(own.reports[2]).not.toHaveProperty('copyOf');
  expect(independentOutlets(own)).toEqual(['Outlet A', 'Outlet C']);
});

test('stories survive a restart as documents', () => {
  const before = clustering();
  const first = before.story(extended());
  const stored = JSON.parse(JSON.stringify(first)) as Story;
  const after = clustering([stored]);
  const second = after.put(
    item('Pakistani Taliban prolong truce until 30 May', { source: 'Outlet B', published: start + hour }),
  );
  expect(second).toMatchObject({ change: 'report_added', story: { id: first.id, version: 2 } });
  expect(after.put({ ...extended(), id: stored.reports[0]!.item, link: stored.link })?.change).toBe('none');
});

describe('a story stored by another process', () => {
  const other = item('Pakistani Taliban prolong truce until 30 May', {
    source: 'Outlet B',
    published: start + hour,
  });

  test('is continued here', () => {
    const [here, there] = [clustering(), clustering()];
    const first = here.story(extended());
    there.replace(first);
    here.replace(there.story(other));
    expect(here.put(other)).toMatchObject({ change: 'none', story: { id: first.id, version: 2 } });
    const third = here.story(extended({ id: 'third', source: 'Outlet C', published: start + 2 * hour }));
    expect(third).toMatchObject({ id: first.id, version: 3 });
    expect(third.reports.map(({ outlet }) => outlet)).toEqual(['Outlet A', 'Outlet B', 'Outlet C']);
  });

  test('takes the place of a version with other reports, with its items and days', () => {
    const [here, there] = [clustering(), clustering()];
    const first = here.story(extended());
    there.replace(first);
    const lost = here.story(extended({ id: 'lost', source: 'Outlet C', published: start + 2 * day }));
    expect(lost.reports).toHaveLength(2);
    here.replace(there.story(other));
    expect(here.put(extended({ id: 'lost', source: 'Outlet C', published: start + 2 * hour }))).toMatchObject(
      {
        change: 'report_added',
        story: { id: first.id, version: 3 },
      },
    );
    const late = here.story(extended({ id: 'late', source: 'Outlet D', published: start + 6 * day }));
    expect(late.id).not.toBe(first.id);
  });
});

test('a story’s id follows from its first item', () => {
  const one = extended({ id: 'feed a: guid 1' });
  expect(clustering().story(one).id).toBe(clustering().story({ ...one, title: `${one.title} (update)` }).id);
  expect(clustering().story({ ...one, id: 'feed a: guid 2' }).id).not.toBe(clustering().story(one).id);
});

test('what does not alert makes no story', () => {
  const { put } = clustering();
  expect(put(item('Heavy rain in the north'))).toBeUndefined();
});

test('a story that many report stays a small document', () => {
  const { story } = clustering();
  let last: Story | undefined;
  for (let n = 0; n < 60; n += 1) {
    last = story(extended({ id: `item ${n} of many`, source: `Outlet ${n}`, published: start + n * 60_000 }));
  }
  expect(last?.reports).toHaveLength(60);
  expect(Object.keys(last!.signature).length).toBeLessThanOrEqual(8);
});

test('a story grows as it does where each of its versions is read from its document', () => {
  const { story } = clustering();
  const titles = [
    'TTP extends ceasefire with Pakistan until 30 May',
    'Pakistani Taliban prolong truce until 30 May',
    'ٹی ٹی پی نے جنگ بندی میں 30 مئی تک توسیع کر دی',
  ];
  let stored: Story[] = [];
  for (let n = 0; n < 30; n += 1) {
    const one = item(titles[n % titles.length]!, {
      id: `item ${n} of a growing story`,
      source: `Outlet ${n % 7}`,
      published: start + ((n * 7) % 30) * 60_000,
    });
    const grown = story(one);
    expect(grown).toEqual(clustering(stored).story(one));
    stored = [JSON.parse(JSON.stringify(grown))];
  }
  expect(stored[0]?.reports).toHaveLength(30);
});
