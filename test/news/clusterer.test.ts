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
