import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/app/metrics.ts';

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly labels: { readonly severity: string };
      readonly annotations: { readonly summary: string; readonly runbook: string };
    }[];
  }[];
}

interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  }[];
}

const alerts = (load(readFileSync('config/monitoring/alerts.yaml', 'utf8')) as Rules).groups.flatMap(
  ({ rules }) => rules,
);
const { panels } = JSON.parse(readFileSync('config/monitoring/dashboard.json', 'utf8')) as Dashboard;
const guide = readFileSync('docs/operating.md', 'utf8');

async function namesServed(): Promise<ReadonlySet<string>> {
  const metrics = createMetrics();
  metrics.watchQueue(async () => ({ waiting: 0, held: 0, parked: 0, oldestDue: 0 }));
  metrics.watchFeeds(
    async () => [],
    () => 0,
  );
  metrics.watchShards(() => 0);
  const text = await metrics.scrape();
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  // Prometheus itself adds `up`.
  return new Set([
    'up',
    ...types.flatMap(([, name = '', type]) => (type === 'histogram' ? [`${name}_bucket`] : [name])),
  ]);
}

function namesIn(expression: string): string[] {
  return expression.match(/\b(?:trucewatch|process|nodejs)_\w+|\bup\b/g) ?? [];
}

test('alerts and panels ask for what is served', async () => {
  const served = await namesServed();
  const asked = [
    ...alerts.map(({ expr }) => expr),
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];
  for (const expression of asked) {
    const names = namesIn(expression);
    expect(names.length, expression).toBeGreaterThan(0);
    for (const name of names) expect(served, expression).toContain(name);
  }
});

test('every metric of ours is explained, and shown on the dashboard', async () => {
  const served = [...(await namesServed())].filter((name) => name.startsWith('trucewatch_'));
  const shown = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr))));
  for (const name of served) {
    expect(guide, name).toContain(`\`${name.replace(/_bucket$/, '')}\``);
    expect(shown, name).toContain(name);
  }
});

test('every alert has a runbook: a heading of its own in the guide', () => {
  expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
  for (const { alert, labels, annotations } of alerts) {
    expect(guide).toMatch(new RegExp(`^### ${alert}\n\n\\S`, 'm'));
    expect(annotations.runbook).toBe(`docs/operating.md#${alert.toLowerCase()}`);
    expect(['page', 'ticket']).toContain(labels.severity);
    expect(annotations.summary).not.toBe('');
  }
});

test('panels do not overlap', () => {
  const cells = new Set<string>();
  for (const { gridPos } of panels) {
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        expect(cells).not.toContain(`${x},${y}`);
        cells.add(`${x},${y}`);
      }
  }
});
