import { defineCommand } from '../src/command.ts';
import type { Card } from '../src/reply.ts';

export interface AboutServices {
  readonly about: AboutFacts;
  /** Whether this user runs the bot (OWNER_IDS). */
  isOperator(user: string): boolean;
  operations(): Promise<Operations>;
}

export interface AboutFacts {
  readonly version: string;
  readonly packName: string;
  readonly documents: number;
  readonly claims: number;
  readonly feeds: number;
  /** Of each dyad: its name and the last day that a document speaks of, in words. */
  readonly horizons: readonly { readonly dyad: string; readonly lastDay: string }[];
}

/** How the work goes, over all servers. */
export interface Operations {
  readonly waiting: number;
  readonly held: number;
  /** Deliveries that can't succeed, each with why. */
  readonly parked: readonly { readonly id: string; readonly reason: string }[];
  readonly parkedCount: number;
  /** Stories that readers marked as not relevant. */
  readonly notRelevant: readonly { readonly title: string; readonly presses: number }[];
}

export const about = defineCommand<AboutServices>()({
  definition: {
    name: 'about',
    description: 'What this bot knows, how far its documents reach, and how it works',
    where: 'anywhere',
  },
  run: async ({ user }, services) => ({
    ephemeral: true,
    cards: [
      aboutCard(services.about),
      ...(services.isOperator(user.id) ? [operationsCard(await services.operations())] : []),
    ],
  }),
});

function aboutCard({ version, packName, documents, claims, feeds, horizons }: AboutFacts): Card {
  return {
    title: `Trucewatch ${version}: ${packName}`,
    body:
      'Answers come from a dataset of documents and name them; contradictions are shown, not resolved. ' +
      'Alerts tell what watched feeds report, unverified. It predicts nothing and takes no side.',
    fields: [
      { name: 'Dataset', value: `${claims} claims from ${documents} documents`, inline: true },
      { name: 'Watched feeds', value: String(feeds), inline: true },
      {
        name: 'Documented until',
        value: horizons.map(({ dyad, lastDay }) => `${dyad}: ${lastDay}`).join('\n'),
      },
      {
        name: 'Kept about a server',
        value:
          'Its subscriptions, feeds and digest settings, who made them, and which alerts were posted. ' +
          'Of the messages in a channel it only looks for its own, after a failure.',
      },
    ],
  };
}

function operationsCard({ waiting, held, parked, parkedCount, notRelevant }: Operations): Card {
  return {
    title: 'For the operator',
    fields: [
      { name: 'Deliveries', value: `${waiting} waiting, ${held} under way, ${parkedCount} parked` },
      ...(parked.length > 0
        ? [{ name: 'Parked', value: parked.map(({ id, reason }) => `${id}: ${reason}`).join('\n') }]
        : []),
      ...(notRelevant.length > 0
        ? [
            {
              name: 'Marked not relevant',
              value: notRelevant.map(({ title, presses }) => `${presses}: ${title}`).join('\n'),
            },
          ]
        : []),
    ],
  };
}
