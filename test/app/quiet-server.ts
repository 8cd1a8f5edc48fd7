import type { ServerParts } from '../../src/app/server.ts';

/** A server on a free port of loopback that has nothing to say about itself. */
export const quiet: ServerParts = {
  host: '127.0.0.1',
  port: 0,
  ready: async () => ({ ready: true, reasons: {} }),
  metrics: async () => '',
};
