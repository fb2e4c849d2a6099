import { isIPv4, isIPv6 } from 'node:net';

import { identified } from './build.js';
import type { Normalise } from './identifier.js';
import { defang } from './mask.js';
import { refuse } from './refuse.js';
import { tidy } from './text.js';

/** IP_ADDRESS: the canonical form of RFC 5952; brackets, a port and defanging are taken off. Context alone. */
export const normaliseIpAddress: Normalise = (input) => {
  const value = canonicalIp(input.value);
  if (value === undefined) {
    const message =
      'This is no IPv4 or IPv6 address, such as 192.0.2.7 or 2001:db8::7. Give a host as DOMAIN.';
    return refuse('INVALID_FORMAT', message);
  }
  return identified(input, { value, strength: 'CONTEXT', display: defang(value) });
};

/** The canonical form of an IPv4 or IPv6 address, or undefined when the text is none. */
export function canonicalIp(text: string): string | undefined {
  const plain = tidy(text)
    .replace(/\[([.:]{1,2})\]|\((\.)\)/gu, (_, square?: string, round?: string) => square ?? round ?? '')
    .replace(/^\[(.*)\](?::\d{1,5})?$/u, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d{1,5}$/u, '$1');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain) || plain.includes('%')) return undefined;
  const compressed = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  return withDottedIpv4(compressed);
}

/** RFC 5952, section 5: an IPv4 address mapped into IPv6 is written with dots. */
function withDottedIpv4(address: string): string {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  const bytes = [high, low].flatMap((hex) => {
    const number = Number.parseInt(hex, 16);
    return [number >> 8, number & 0xff];
  });
  return `::ffff:${bytes.join('.')}`;
}
