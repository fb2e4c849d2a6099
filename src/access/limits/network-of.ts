import { isIPv6 } from 'node:net';

/** Groups of an IPv6 address that are one subscriber's: a /64, within which anyone has as many addresses as they like. */
const SUBSCRIBER_GROUPS = 4;

/**
 * The network that an address counts for: itself, or of IPv6 its /64. An IPv4 address written as IPv6 (`::ffff:192.0.2.1`)
 * counts as the IPv4 address. A zone (`%eth0`) is left out. Pure.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return bare;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = '', tail] = bare.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = Math.max(8 - before.length - after.length, 0);
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  const network = groups.slice(0, SUBSCRIBER_GROUPS).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
