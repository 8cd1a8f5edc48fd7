import { expect, test } from 'vitest';
import { watchSchema } from '../../src/schema/watch.ts';
import { inventedWatch } from './watch.ts';

const withTerm = (term: string) => ({
  ...inventedWatch,
  actions: { ...inventedWatch.actions, talks: { en: [term] } },
});

test.each(['talks', 'call* off', '(peace|secret) talks', 'meet ~2 leaders', 'cessez-le-feu', 'جنگ بندی'])(
  'takes the term %s',
  (term) => {
    expect(watchSchema.safeParse(withTerm(term)).success).toBe(true);
  },
);

test.each(['', '.*', 'a+', 'a{9}', '[a-z]', '(a|(b|c))', '(open', 'x\\d', '(?=a)'])(
  'refuses the term %s',
  (term) => {
    expect(watchSchema.safeParse(withTerm(term)).success).toBe(false);
  },
);

test('says where a mistake is', () => {
  const error = watchSchema.safeParse({ ...inventedWatch, partys: [] }).error;
  expect(error?.issues[0]?.message).toContain('partys');
});
