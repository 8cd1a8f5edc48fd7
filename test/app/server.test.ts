import { expect, onTestFinished, test } from 'vitest';
import { createMetrics } from '../../src/app/metrics.ts';
import { readinessOf } from '../../src/app/readiness.ts';
import { type ServerParts, serve } from '../../src/app/server.ts';
import { quiet } from './quiet-server.ts';

async function served(parts: Partial<ServerParts>) {
  const server = await serve({ ...quiet, ...parts });
  onTestFinished(() => server.close());
  return (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
}

test('alive is alive, whatever else is amiss', async () => {
  const get = await served({ ready: async () => ({ ready: false, reasons: { queue: 'stands still' } }) });
  expect((await get('/healthz')).status).toBe(200);
  const response = await get('/readyz');
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ ready: false, reasons: { queue: 'stands still' } });
});

test('ready: every part says so within two seconds', async () => {
  expect(await readinessOf({ a: () => undefined, b: async () => undefined })).toEqual({
    ready: true,
    reasons: {},
  });
  const { reasons } = await readinessOf({
    fine: () => undefined,
    amiss: () => 'three feeds are late',
    broken: () => Promise.reject(new Error('the database is locked')),
    hanging: () => new Promise(() => {}),
  });
  expect(reasons).toEqual({
    amiss: 'three feeds are late',
    broken: 'the database is locked',
    hanging: 'no answer within 2 s',
  });
});

test('metrics come in the text format, with what was counted', async () => {
  const metrics = createMetrics();
  metrics.interaction({ kind: 'call', command: 'ask', outcome: 'answered', ms: 30 });
  metrics.poll('not_modified');
  metrics.delivery('alert', 'done');
  metrics.limited('global');
  metrics.watchQueue(async () => ({ waiting: 3, held: 1, parked: 0, oldestDue: 2500 }));
  const get = await served({ metrics: () => metrics.scrape() });
  const response = await get('/metrics');
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  for (const line of [
    'trucewatch_interactions_total{kind="call",command="ask",outcome="answered"} 1',
    'trucewatch_interaction_seconds_bucket{le="0.05",kind="call"} 1',
    'trucewatch_polls_total{result="not_modified"} 1',
    'trucewatch_deliveries_total{kind="alert",outcome="done"} 1',
    'trucewatch_discord_rate_limited_total{scope="global"} 1',
    'trucewatch_queue_jobs{state="waiting"} 3',
    'trucewatch_queue_oldest_due_seconds 2.5',
  ])
    expect(text).toContain(`${line}\n`);
});

test('staleness and lateness of feeds are those of the worst', async () => {
  const metrics = createMetrics();
  const feed = { id: 'a', title: 'A', url: 'https://a.example/', lang: 'en' };
  const health = {
    feed,
    status: 'ok' as const,
    lastSuccess: 90_000,
    lastError: undefined,
    failingSince: undefined,
    nextCheck: 110_000,
    entriesPerDay: undefined,
    movedTo: undefined,
  };
  const failing = { ...health, status: 'failing' as const, lastSuccess: 40_000, nextCheck: 98_000 };
  const stopped = { ...health, status: 'stopped' as const, lastSuccess: 1000, nextCheck: undefined };
  metrics.watchFeeds(
    async () => [health, failing, stopped],
    () => 100_000,
  );
  const text = await metrics.scrape();
  expect(text).toContain('trucewatch_feed_staleness_seconds 60\n');
  expect(text).toContain('trucewatch_feed_overdue_seconds 2\n');
  expect(text).toContain('trucewatch_feeds{status="stopped"} 1\n');
});

test('there is no endpoint for interactions unless they come over HTTP', async () => {
  const get = await served({});
  const headers = { 'content-type': 'application/json' };
  expect((await get('/interactions', { method: 'POST', body: '{}', headers })).status).toBe(404);
});
