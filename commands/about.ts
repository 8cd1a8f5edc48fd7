import { defineCommand, type Origin, type Press, UserError } from '../src/command.ts';
import type { Card, Reply } from '../src/reply.ts';

export interface AboutServices {
  readonly about: AboutFacts;
  /** Whether this user runs the bot (OWNER_IDS). */
  isOperator(user: string): boolean;
  operations(): Promise<Operations>;
  /** Deletes all that is kept about a server. */
  deleteServerData(guild: string): Promise<void>;
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
  run: async (call, services) => ({
    ephemeral: true,
    cards: [
      aboutCard(services.about),
      ...(services.isOperator(call.user.id) ? [operationsCard(await services.operations())] : []),
    ],
    ...(managedBy(call) !== undefined && {
      buttons: [{ id: 'about:delete', label: 'Delete this server’s data', style: 'danger' }],
    }),
  }),
  press: (press, services) => {
    if (press.id === 'delete') return askAgain(press);
    if (press.id === 'delete-all') return deleteData(press, services);
    throw new UserError('This button belongs to an older version. Ask again with /about.');
  },
});

/** Manage Server, or Administrator, which implies it. */
const mayManage = (1n << 5n) | (1n << 3n);

/** The server about which this member may decide. */
function managedBy({ guild, memberPermissions }: Origin): string | undefined {
  return (memberPermissions & mayManage) === 0n ? undefined : guild;
}

function askAgain(press: Press): Reply {
  serverOf(press);
  return {
    ephemeral: true,
    inPlace: true,
    text:
      'This deletes all that the bot keeps about this server: its subscriptions, digests and feeds, what those feeds ' +
      'reported, deliveries that wait, and the notes of what was posted. Messages in the channels stay. It cannot be ' +
      'undone.',
    buttons: [{ id: 'about:delete-all', label: 'Delete all of it', style: 'danger' }],
  };
}

async function deleteData(press: Press, { deleteServerData }: AboutServices): Promise<Reply> {
  await deleteServerData(serverOf(press));
  return {
    ephemeral: true,
    inPlace: true,
    text: 'All data about this server is deleted; nothing more is posted here unless somebody subscribes again.',
  };
}

/** @throws {UserError} */
function serverOf(press: Press): string {
  const server = managedBy(press);
  if (server === undefined) throw new UserError('Only members with Manage Server may delete its data.');
  return server;
}

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
