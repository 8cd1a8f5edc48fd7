import net from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether a connection to this IP address (dotted or colon form, no brackets) may be opened. */
export type AddressPolicy = (address: string) => boolean;

/** Addresses of `::/96` but for `::` and `::1` carry an IPv4 address (RFC 4291, deprecated). */
const ipv4Compatible = ipaddr.parseCIDR('::/96') as [ipaddr.IPv6, number];

/**
 * Public unicast only. Private, loopback, link-local, CGNAT, multicast, reserved, translated and
 * tunnelled addresses (IANA special-purpose registries) are refused, as is what is no address.
 */
export const publicOnly: AddressPolicy = (address) => {
  if (net.isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6 && parsed.match(ipv4Compatible)) return false;
  return parsed.range() === 'unicast';
};

/** No limit: for the tests and the playground, which live on loopback. */
export const anyAddress: AddressPolicy = () => true;
