import { BlockList, isIP } from 'node:net';

/** What of IPv4 is not a public host's: IANA's special-purpose registry, and a cloud's own server on a public number. */
const NOT_PUBLIC_V4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, and with it the metadata service of most clouds.
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
  // Azure's wire server, which hands out credentials to whoever asks from inside.
  ['168.63.129.16', 32],
];

/** Inside of 2000::/3, which is all of IPv6 that is given out. The rest (ULA, link-local, mapped, NAT64) lies outside. */
const NOT_PUBLIC_V6: readonly (readonly [network: string, prefix: number])[] = [
  // Protocol assignments; Teredo, which carries an IPv4 address inside, is one of them.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 carries an IPv4 address as well.
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_V4) refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NOT_PUBLIC_V6) refused.addSubnet(network, prefix, 'ipv6');

const givenOutV6 = new BlockList();
givenOutV6.addSubnet('2000::', 3, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Whether an IP address is one that a host of the public Internet may have. False for every other text as well.
 *
 * An address that carries another one inside (mapped IPv4, NAT64, 6to4, Teredo) is never public: which host it leads to
 * is decided by somebody's translator, not by the address. Pure. Source: IANA's IPv4 and IPv6 special-purpose
 * address registries (RFC 6890 and its updates).
 */
export function isPublicAddress(address: string): boolean {
  // A zone (`fe80::1%eth0`) is for link-local addresses alone.
  if (address.includes('%')) return false;
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, 'ipv4');
    case 6:
      return givenOutV6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Whether an IP address is this machine's own: 127.0.0.0/8 and ::1. Pure. */
export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return false;
  return loopback.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
