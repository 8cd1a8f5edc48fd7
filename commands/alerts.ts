import type { Alerting } from '../src/alerts/alerting.ts';
import { pressAlert } from '../src/alerts/press.ts';
import {
  list,
  type Place,
  pause,
  resume,
  sendSample,
  subscribe,
  unsubscribe,
} from '../src/alerts/subscribing.ts';
import { proposeTopics } from '../src/alerts/topics.ts';
import { defineCommand, type Origin, UserError } from '../src/command.ts';

export interface AlertsServices {
  readonly alerting: Alerting;
}

const needs = 'ManageChannels';
const channel = {
  name: 'channel',
  description: 'Where the alerts go; this channel if left out',
  type: 'channel',
} as const;

export const alerts = defineCommand<AlertsServices>()({
  definition: {
    name: 'alerts',
    description: 'Tell a channel of reported talks and truces, once a story',
    where: 'servers',
    subcommands: [
      {
        name: 'subscribe',
        description: 'Send alerts to a channel, or change what it gets',
        needs,
        options: [
          channel,
          {
            name: 'topics',
            description: 'A comma list of topics; all if left out',
            type: 'string',
            completes: true,
            max: 200,
          },
          {
            name: 'min_sources',
            description: 'Wait until so many independent outlets report it',
            type: 'integer',
            min: 1,
            max: 10,
          },
          { name: 'mention', description: 'A role to mention with each alert', type: 'role' },
          {
            name: 'quiet_hours',
            description: 'Hold back and sum up, like 22:00-07:00 Asia/Karachi; off for none',
            type: 'string',
            max: 80,
          },
        ],
      },
      { name: 'list', description: 'Show the subscribed channels', needs },
      { name: 'pause', description: 'Stop the alerts of a channel for a while', needs, options: [channel] },
      {
        name: 'resume',
        description: 'Go on after a pause, or after a channel was suspended',
        needs,
        options: [channel],
      },
      { name: 'unsubscribe', description: 'Send a channel no more alerts', needs, options: [channel] },
      { name: 'test', description: 'Post a sample alert, marked as such', needs, options: [channel] },
    ],
  },
  run: {
    subscribe: (call, { alerting }) => {
      const { topics, min_sources, mention, quiet_hours } = call.options;
      const choices = { topics, minSources: min_sources, mention, quietHours: quiet_hours };
      return subscribe(placeOf(call, call.options.channel), choices, alerting);
    },
    list: (call, { alerting }) => list(placeOf(call, undefined).guild, alerting),
    pause: (call, { alerting }) => pause(placeOf(call, call.options.channel), alerting),
    resume: (call, { alerting }) => resume(placeOf(call, call.options.channel), call.requestId, alerting),
    unsubscribe: (call, { alerting }) => unsubscribe(placeOf(call, call.options.channel), alerting),
    test: (call, { alerting }) => sendSample(placeOf(call, call.options.channel), call.requestId, alerting),
  },
  complete: ({ option, text }) => (option === 'topics' ? proposeTopics(text) : []),
  press: (press, { alerting }) => pressAlert(press, alerting),
});

/** The channel meant: the one chosen, else the one in which the member asks. */
function placeOf({ guild, channel: here, user }: Origin, chosen: string | undefined): Place {
  if (guild === undefined) throw new UserError('Alerts are for servers that the bot was added to.');
  return { guild, channel: chosen ?? here, user: user.id };
}
