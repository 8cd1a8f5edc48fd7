import { describe, expect, it } from 'vitest';
import { type CeasefireServices, ceasefire } from '../../commands/ceasefire.ts';
import { type Call, UserError } from '../../src/command.ts';
import type { Reply } from '../../src/reply.ts';
import type { Timeline } from '../../src/timeline.ts';
import { story } from '../knowledge/cards/story.ts';
import { expectWithinLimits } from '../knowledge/limits.ts';
import { indexes, pack } from '../knowledge/pack.ts';

const origin = {
  requestId: 'r1',
  user: { id: '1' },
  locale: 'en-GB',
  channel: '2',
  guild: undefined,
  memberPermissions: 0n,
  appPermissions: 0n,
};

function call<O>(options: O): Call<O> {
  return { ...origin, options };
}

/** Karachi, 22 November 2026, just after midnight; in UTC it is still the 21st. */
const now = Date.UTC(2026, 10, 21, 19, 30);

function services(more: Partial<CeasefireServices> = {}): CeasefireServices {
  return {
    packInfo: pack.info,
    index: indexes.both,
    clock: { now: () => now },
    reports: async () => [],
    drawTimeline: async ({ alt }: Timeline) => ({ name: 'timeline.png', png: new Uint8Array([1]), alt }),
    ...more,
  };
}

const ask = ceasefire.run;
const title = (reply: Reply) => reply.cards?.[0]?.title;

describe('/ceasefire status', () => {
  it('is about today in the zone of the pack, and the usual dyad', async () => {
    const reply = await ask.status(call({ on: undefined, dyad: undefined }), services());
    expect(title(reply)).toBe('Pakistan and the TTP on 22 November 2026: not known');
  });

  it('takes a day and a dyad, by id or name', async () => {
    const border = await ask.status(call({ on: '25 October 2025', dyad: 'PK\u200b-af' }), services());
    expect(title(border)).toMatch(/: in effect$/);
    const named = await ask.status(
      call({ on: '25 October 2025', dyad: ' pakistan and the ttp ' }),
      services(),
    );
    expect(title(named)).toMatch(/no ceasefire documented$/);
  });

  it.each([
    ['2022-02-30', /calendar/],
    ['tomorrow', /still to come/],
    ['0000', /full day/],
    ['x'.repeat(6000), /full day/],
    ['20/05/2022', /easily confused/],
    ['**<@1> 😀**', /full day/],
  ])('refuses %s', async (on, why) => {
    await expect(ask.status(call({ on, dyad: undefined }), services())).rejects.toThrow(why);
  });

  it('refuses a dyad that the pack lacks, naming those it has', async () => {
    const refused = ask.status(call({ on: undefined, dyad: '<@1>' }), services());
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(/^The dataset knows these pairs only: pk-ttp .*pk-af/);
  });

  it('asks the feeds from the day after the horizon, and shows what came up to the day', async () => {
    const asked: number[] = [];
    const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
    const stories = [
      story({ id: 'in', title: 'In time', first: at('2026-11-20'), last: at('2026-11-20') }),
      story({ id: 'late', title: 'Too late', first: at('2026-11-23'), last: at('2026-11-23') }),
      story({ id: 'old', title: 'Too old', first: at('2020-01-01'), last: at('2020-01-01') }),
    ];
    const reports = async (since: number) => {
      asked.push(since);
      return stories;
    };
    const reply = await ask.status(call({ on: undefined, dyad: undefined }), services({ reports }));
    expect(asked).toEqual([Date.UTC(2025, 10, 11, 19)]);
    const body = JSON.stringify(reply.cards?.[1]?.body);
    expect(body).toContain('In time');
    expect(body).not.toMatch(/Too late|Too old/);
    expectWithinLimits(reply);
  });

  it('does not mix reports into a day that the documents cover, or into another dyad', async () => {
    const reports = async () => {
      throw new Error('nobody asked');
    };
    for (const options of [
      { on: '2022-05-20', dyad: undefined },
      { on: undefined, dyad: 'pk-af' },
    ]) {
      const reply = await ask.status(call(options), services({ reports }));
      expect(reply.cards).toHaveLength(1);
    }
  });
});

describe('/ceasefire timeline', () => {
  it('is drawn between the days asked for, with the words that say the same', async () => {
    const options = { from: '1 November 2021', to: '2022-12-31', dyad: undefined };
    const reply = await ask.timeline(call(options), services());
    expect(title(reply)).toBe('Pakistan and the TTP, 1 November 2021 to 31 December 2022');
    expect(reply.picture?.alt).toContain('November 2021 ceasefire');
    expectWithinLimits(reply);
  });

  it('is one day where both ends are the same', async () => {
    const day = { from: '2022-05-20', to: '2022-05-20', dyad: undefined };
    expect(title(await ask.timeline(call(day), services()))).toBe('Pakistan and the TTP, 20 May 2022');
  });

  it('refuses days in the wrong order, and a time without documents', async () => {
    const backwards = call({ from: '2022-12-31', to: '2021-11-01', dyad: undefined });
    await expect(ask.timeline(backwards, services())).rejects.toThrow(/swap/);
    const before = call({ from: undefined, to: '1900-01-01', dyad: undefined });
    await expect(ask.timeline(before, services())).rejects.toThrow(UserError);
  });
});

describe('paging', () => {
  const press = (id: string) =>
    ceasefire.press?.({ ...origin, id, values: [], message: '3' }, services()) as Reply;

  it('leads through the history and back', async () => {
    const first = await ask.history(call({ from: undefined, to: undefined, dyad: undefined }), services());
    const next = first.buttons?.[1];
    if (!next || !('id' in next)) throw new Error('the history has a second page');
    const second = press(next.id.replace('ceasefire:', ''));
    expect(second).toMatchObject({ inPlace: true });
    expect(second.cards?.[0]?.footer).toMatch(/^Page 2 of/);
    const back = second.buttons?.[0];
    if (!back || !('id' in back)) throw new Error('the second page leads back');
    expect(press(back.id.replace('ceasefire:', '')).cards).toEqual(first.cards);
  });

  it('leads from the brief status to the details and back', async () => {
    const details = await press('status:details:2022-05-20:pk-ttp');
    expect(details).toMatchObject({ inPlace: true, buttons: [{ label: 'In brief' }] });
    expect(details.cards?.[0]?.fields?.some(({ name }) => name === 'Began')).toBe(true);
    const brief = await press('status:brief:2022-05-20:pk-ttp');
    expect(brief.cards?.[0]?.fields?.some(({ name }) => name === 'Began')).toBe(false);
    await expect(press('status:details:2022-02-30:pk-ttp')).rejects.toThrow(UserError);
  });

  it('leads through the disputes', () => {
    expect(press('disputes:1:pk-ttp').cards?.[0]?.footer).toMatch(/^Page 2 of/);
  });

  it('takes a page that is gone for the nearest, and refuses what it does not know', () => {
    expect(press('history:999:::pk-ttp').cards?.[0]?.footer).toMatch(/^Page (\d+) of \1$/);
    expect(press('history:x:not-a-day::pk-ttp').cards?.[0]?.footer).toMatch(/^Page 1 of/);
    expect(() => press('history:0:::gone')).toThrow(UserError);
    expect(() => press('something:0')).toThrow(UserError);
  });
});

it('completes the dyad', () => {
  const typing = { ...origin, subcommand: 'status', option: 'dyad', text: 'afghan' };
  expect(ceasefire.complete?.(typing, services())).toEqual([
    { name: 'Pakistan and the Afghan Taliban government', value: 'pk-af' },
  ]);
});
