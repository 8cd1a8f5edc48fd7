import type { Report, Story } from '../../../src/news/story.ts';

/** A report of one outlet. */
export function report(record: Partial<Report>): Report {
  return {
    item: 'item',
    outlet: 'Outlet A',
    title: 'Talks reported',
    link: 'https://example.org/talks',
    published: 1_700_000_000_000,
    language: 'en',
    ...record,
  };
}

/** A story as the watched feeds report it. */
export function story(record: Partial<Story>): Story {
  return {
    id: 'story',
    version: 1,
    topic: 'talks',
    title: 'Talks reported',
    link: 'https://example.org/talks',
    summary: '',
    reasons: [],
    reports: [report({})],
    languages: ['en'],
    first: 1_700_000_000_000,
    last: 1_700_000_000_000,
    standing: 'reported',
    signature: {},
    ...record,
  };
}
