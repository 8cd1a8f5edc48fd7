import type { Place } from '../src/alerts/subscribing.ts';
import { proposeTimeZones } from '../src/alerts/time-zone.ts';
import { defineCommand, type Origin, UserError } from '../src/command.ts';
import { type Digesting, endDigest, previewDigest, setDigest, showDigests } from '../src/digest/digesting.ts';

export interface DigestServices {
  readonly digesting: Digesting;
}

const needs = 'ManageChannels';
const channel = {
  name: 'channel',
  description: 'The channel of the digest; this channel if left out',
  type: 'channel',
} as const;

export const digest = defineCommand<DigestServices>()({
  definition: {
    name: 'digest',
    description: 'A daily post of the status and the reported stories',
    where: 'servers',
    subcommands: [
      {
        name: 'set',
        description: 'Post a digest every day, or change when',
        needs,
        options: [
          {
            name: 'time',
            description: 'Local time, like 08:00',
            type: 'string',
            required: true,
            max: 10,
          },
          {
            name: 'timezone',
            description: 'IANA time zone, like Asia/Karachi',
            type: 'string',
            completes: true,
            max: 60,
          },
          channel,
          {
            name: 'when_empty',
            description: 'What to do on a day without news',
            type: 'string',
            choices: [
              { name: 'one line', value: 'line' },
              { name: 'no post', value: 'nothing' },
            ],
          },
          { name: 'feeds', description: 'List watched feeds that are in trouble', type: 'boolean' },
        ],
      },
      { name: 'show', description: 'Show which channels get a digest, and when', needs },
      { name: 'off', description: 'Post no more digests in a channel', needs, options: [channel] },
      {
        name: 'now',
        description: 'Show only to you what a digest would say now',
        needs,
        options: [channel],
        // A picture takes a tenth of a second of the processor.
        limit: { burst: 4, every: 15_000 },
      },
    ],
  },
  run: {
    set: (call, { digesting }) => {
      const { time, timezone, when_empty, feeds } = call.options;
      const whenEmpty = (['line', 'nothing'] as const).find((choice) => choice === when_empty);
      const choices = { time, timeZone: timezone, whenEmpty, feeds };
      return setDigest(placeOf(call, call.options.channel), choices, digesting);
    },
    show: (call, { digesting }) => showDigests(placeOf(call, undefined).guild, digesting),
    off: (call, { digesting }) => endDigest(placeOf(call, call.options.channel), digesting),
    now: (call, { digesting }) => previewDigest(placeOf(call, call.options.channel), digesting),
  },
  complete: ({ option, text }) => (option === 'timezone' ? proposeTimeZones(text) : []),
  press: () => ({
    ephemeral: true,
    text: 'A digest comes once a day: the status is from the dataset, the stories are as reported by the watched feeds, unverified. /digest show tells when.',
  }),
});

/** The channel meant: the one chosen, else the one in which the member asks. */
function placeOf({ guild, channel: here, user }: Origin, chosen: string | undefined): Place {
  if (guild === undefined) throw new UserError('Digests are for servers that the bot was added to.');
  return { guild, channel: chosen ?? here, user: user.id };
}
