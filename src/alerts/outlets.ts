import type { Report, Story } from '../news/story.ts';

/** An outlet within a story: its first report, and whose text it carries if not its own. */
export interface Outlet {
  readonly name: string;
  readonly report: Report;
  readonly copyOf?: string;
}

/** The story's outlets, each once, by the time of its first report; an own report counts before a copy. */
export function outletsOf(story: Story): Outlet[] {
  const outlets = new Map<string, Outlet>();
  for (const report of story.reports.toSorted((a, b) => a.published - b.published)) {
    const original = report.copyOf === undefined ? undefined : story.reports[report.copyOf]?.outlet;
    const copyOf = original === report.outlet ? undefined : original;
    const known = outlets.get(report.outlet);
    if (known && (known.copyOf === undefined || copyOf !== undefined)) continue;
    outlets.set(report.outlet, { name: report.outlet, report, ...(copyOf !== undefined && { copyOf }) });
  }
  return [...outlets.values()];
}
