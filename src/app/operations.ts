import type { Operations } from '../../commands/about.ts';
import type { Core } from './core.ts';

const shown = 5;

/** How the work goes over all servers, for the operator: the queue, and what readers called not relevant. */
export async function operationsOf({
  jobs,
  documents,
}: Pick<Core, 'jobs' | 'documents'>): Promise<Operations> {
  const { waiting, held, parked: parkedCount } = await jobs.counts();
  const called: { id: string; presses: number }[] = [];
  for await (const [id, { notRelevant }] of documents.alerts.entries()) {
    if (notRelevant.length > 0) called.push({ id, presses: notRelevant.length });
  }
  const most = called.sort((a, b) => b.presses - a.presses).slice(0, shown);
  const notRelevant = await Promise.all(
    most.map(async ({ id, presses }) => ({ title: (await documents.stories.get(id))?.title ?? id, presses })),
  );
  return { waiting, held, parkedCount, parked: await jobs.parked(shown), notRelevant };
}
