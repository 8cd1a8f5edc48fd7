import net from 'node:net';

/** No test reaches the network: only loopback addresses, names for loopback and sockets in the file system. */
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...args: Parameters<typeof connect>) {
  const host = hostOf(args);
  if (host !== undefined && !/^(localhost\.?|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(host)) {
    throw new Error(`a test tried to reach ${host}: only loopback is allowed`);
  }
  return connect.apply(this, args);
} as typeof connect;

function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) {
    const options = first as { path?: string; host?: string };
    return options.path ? undefined : (options.host ?? 'localhost');
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return undefined;
  return typeof second === 'string' ? second : 'localhost';
}
