import { describe, expect, it } from 'vitest';
import { lastDocumented } from '../../src/alerts/last-documented.ts';
import { documentedBy } from '../../src/digest/documented.ts';
import { indexDataset } from '../../src/knowledge/dataset-index.ts';
import { loadPack } from '../../src/pack.ts';

const { dataset, info } = await loadPack('config/pakistan-ttp');
const index = indexDataset(dataset);

describe('what the shipped dataset gives to alerts and digests', () => {
  const line = (day: string) => lastDocumented(index, info.defaultDyad, info.timeZone, Date.parse(day));

  it('says in one line which ceasefire was documented last, and until when', () => {
    expect(line('2022-05-25')).toMatch(/until 30 or 31 May 2022 \(in effect\)/);
    expect(line('1990-01-01')).toBeUndefined();
  });

  it('never calls a ceasefire in effect beyond what the documents reach', () => {
    expect(line('2040-01-01')).not.toContain('in effect');
    expect(line('2040-01-01')).toContain('The documents reach to');
  });

  it('knows nothing of another dyad', () => {
    expect(lastDocumented(index, 'no-such-dyad', info.timeZone, Date.parse('2022-05-25'))).toBeUndefined();
  });

  const documented = documentedBy(index, info.defaultDyad);

  it('gives a digest the status of the day and the planned dates ahead', () => {
    expect(documented.status('2022-05-25')).toContain('30 May 2022');
    expect(documented.planned('2022-05-27')).toContainEqual({
      what: expect.stringContaining('planned until 30 May 2022'),
      inDays: 3,
    });
    expect(documented.planned('2022-05-31')).toEqual([]);
  });

  it('gives the strip a band only where documents speak of the day', () => {
    expect(documented.state('2022-05-25')).toBe('in_effect');
    expect(documented.state('2040-01-01')).toBeUndefined();
  });
});
