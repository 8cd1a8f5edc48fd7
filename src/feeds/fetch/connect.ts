import dns from 'node:dns';
import net from 'node:net';
import { buildConnector } from 'undici';
import type { AddressPolicy } from './address.ts';

/** Looks a name up; the form of `dns.lookup` with `all: true`. */
export type Lookup = (
  name: string,
  options: dns.LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void,
) => void;

/** The connection was not opened because the policy forbids the address, which is nobody's business. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/**
 * An undici connector that checks the address really dialled, so that neither the form of a URL, nor a
 * DNS answer that changes between look-ups, nor a redirect gets around the policy.
 */
export function guardedConnector(
  policy: AddressPolicy,
  timeout: number,
  lookup: Lookup = dns.lookup,
): buildConnector.connector {
  const guardedLookup: net.LookupFunction = (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const allowed = addresses.filter(({ address }) => policy(address));
      const [first] = allowed;
      if (!first) return done(new RefusedAddress(), '', 0);
      // The caller asks for one address or for all of them, by `all`.
      if (options.all) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ timeout, lookup: guardedLookup, allowH2: false });
  return (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    // Node looks up names only: an address in the URL itself is checked here.
    if (net.isIP(host) && !policy(host)) return done(new RefusedAddress(), null);
    connect(options, done);
  };
}
