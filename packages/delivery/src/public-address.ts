import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * What is not a machine of the public Internet: IANA's registries of special-purpose addresses (RFC 6890, as of 2026),
 * multicast, and the fixed address by which Azure's machines ask for their own secrets, which looks public.
 */
const specialIpv4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Inside 2000::/3, where all public addresses lie. 2001::/23 holds Teredo, 2002::/16 IPv4 addresses (6to4). */
const specialIpv6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const;

const special = new BlockList();
for (const [net, prefix] of specialIpv4) special.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of specialIpv6) special.addSubnet(net, prefix, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
/** A network of IPv6 alone reaches IPv4 by these (RFC 6052): the last 32 bits are the address. */
const translated = new BlockList();
translated.addSubnet('64:ff9b::', 96, 'ipv6');

/** True when an IP address is one of the public Internet's machines; false for whatever is no IP address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  if (translated.check(address, 'ipv6')) return isPublicAddress(lastIpv4(address));
  return globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** The last 32 bits of an IPv6 address, in dotted form. */
function lastIpv4(address: string): string {
  // The URL standard writes an IPv6 address in one way, in hexadecimal alone.
  const [high = '0', low = '0'] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':').slice(-2);
  const bits = (Number.parseInt(high || '0', 16) << 16) | Number.parseInt(low || '0', 16);
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 0xff).join('.');
}
