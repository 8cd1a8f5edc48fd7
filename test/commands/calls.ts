import type { Call, Origin, Press, Typing } from '../../src/command.ts';

const manageChannels = 1n << 4n;

const origin: Origin = {
  requestId: '9000000000000000001',
  user: { id: '7' },
  locale: 'en-GB',
  channel: '11',
  guild: '1',
  memberPermissions: manageChannels,
  appPermissions: 0n,
};

export function call<O>(options: O, more: Partial<Origin> = {}): Call<O> {
  return { ...origin, ...more, options };
}

export function press(id: string, more: Partial<Press> = {}): Press {
  return { ...origin, id, values: [], message: '1000', ...more };
}

export function typing(option: string, text: string): Typing {
  return { ...origin, subcommand: undefined, option, text };
}
