import fc from 'fast-check';
import { expect, it } from 'vitest';
import { historyReply } from '../../../src/knowledge/cards/history.ts';
import { statusReply } from '../../../src/knowledge/cards/status.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { statusOn } from '../../../src/knowledge/status.ts';
import { sayStatus } from '../../../src/knowledge/wording/status.ts';
import type { Reply } from '../../../src/reply.ts';
import { day, records } from '../any-records.ts';
import { dataset } from '../build.ts';
import { expectWithinLimits } from '../limits.ts';

/** A word that is missing leaves a trace: a gap, a lone comma, a value of the language. */
const gap =
  / {2}|\(\)| [,.;:)]|undefined|NaN|null|\b(?:until|since|from|on|was|according to)(?:$|[,.;:)]| (?:until|according))/;

function textsOf(reply: Reply): string[] {
  return (reply.cards ?? []).flatMap(({ title, body, fields = [] }) => [
    String(title),
    String(body),
    ...fields.flatMap(({ name, value }) => [name, String(value)]),
  ]);
}

it('whatever the documents hold, every sentence is whole and fits', () => {
  fc.assert(
    fc.property(records, day, (some, on) => {
      const index = indexDataset(dataset(some));
      const status = statusOn(index, 'd1', on);
      expect(sayStatus(index, status)).toMatch(/^[A-Z].*[^.]\.$/);
      const replies = [
        statusReply(index, status, 'A and B'),
        statusReply(index, status, 'A and B', [], 'details'),
        historyReply(index, { id: 'd1', name: 'A and B' }),
      ];
      for (const reply of replies) {
        expectWithinLimits(reply);
        for (const text of textsOf(reply)) expect(text).not.toMatch(gap);
      }
    }),
    { numRuns: 500 },
  );
});
