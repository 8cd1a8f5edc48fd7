import { type CommandDefinition, defineCommand } from '../src/command.ts';
import type { Text } from '../src/reply.ts';

export interface HelpServices {
  readonly definitions: readonly CommandDefinition[];
  readonly packName: string;
}

export const help = defineCommand<HelpServices>()({
  definition: {
    name: 'help',
    description: 'What this bot can do, and who may use what',
    where: 'anywhere',
    keptFor: 60_000,
  },
  run: (_call, { definitions, packName }) => ({
    ephemeral: true,
    cards: [
      {
        title: `Help: ${packName}`,
        body: 'Every answer names its documents. News from watched feeds is marked unverified.',
        fields: definitions.map((definition) => ({
          name: `/${definition.name}`,
          value: usesOf(definition),
        })),
      },
    ],
  }),
});

const holders = { ManageChannels: 'Manage Channels', ManageGuild: 'Manage Server' } as const;

function usesOf({ description, subcommands, where }: CommandDefinition): Text {
  if (!subcommands) return description;
  const lines = subcommands.flatMap(({ name, description: what, needs }, index) => [
    ...(index > 0 ? ['\n'] : []),
    { text: name, bold: true },
    ` ${what}`,
    ...(needs ? [{ text: ` (${holders[needs]})`, italic: true }] : []),
  ]);
  return where === 'servers' ? [...lines, '\n', { text: 'In servers only.', italic: true }] : lines;
}
