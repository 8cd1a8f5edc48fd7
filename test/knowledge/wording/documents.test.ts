import { expect, it } from 'vitest';
import { citationsOf, sayDocument, sayDocumentBriefly } from '../../../src/knowledge/wording/documents.ts';
import type { Source } from '../../../src/schema/dataset.ts';
import { on } from '../build.ts';

function source(more: Partial<Source>): Source {
  return {
    id: 'doc',
    title: 'Truce ends',
    published: on('2022-11-28'),
    textQuality: 'original',
    layer: 'seeds',
    ...more,
  };
}

it('a document is named by publisher, title and day', () => {
  expect(sayDocument(source({ publisher: 'Paper' }))).toBe('Paper, “Truce ends”, 28 November 2022');
  expect(sayDocument(source({ title: 'Article of 28 November 2022' }))).toBe('Article of 28 November 2022');
});

it('a day that was only worked out is not given as certain', () => {
  const published = on('2022-05-18', { how: 'derived', earliest: '2022-05-11', latest: '2022-05-25' });
  expect(sayDocument(source({ published }))).toBe('Truce ends, about 18 May 2022');
});

it('in brief, by publisher or a few words', () => {
  expect(sayDocumentBriefly(source({ publisher: 'Paper' }))).toBe('Paper, 28 November 2022');
  expect(sayDocumentBriefly(source({ short: 'Agency report' }))).toBe('Agency report, 28 November 2022');
});

it('a sentence cites in brief, unless two documents would be cited alike', () => {
  const sources = [
    source({ id: 'a', publisher: 'Paper' }),
    source({ id: 'b', publisher: 'Paper', title: 'Talks fail' }),
    source({ id: 'c', publisher: 'Paper', published: on('2022-12-01') }),
  ];
  expect([...citationsOf(sources).values()]).toEqual([
    'Paper, “Truce ends”, 28 November 2022',
    'Paper, “Talks fail”, 28 November 2022',
    'Paper, 1 December 2022',
  ]);
});
