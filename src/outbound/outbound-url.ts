import { isIP } from 'node:net';

import { isLoopbackAddress } from './public-address.js';

/** Longest address that is taken, in characters. */
const OUTBOUND_URL_LENGTH_MAX = 2000;

/** Names that are of some local network or of none, whatever a resolver says (RFC 6761, 6762, 8375, 9476 and habit). */
const LOCAL_SUFFIXES = new Set([
  ...['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'localdomain'],
  ...['arpa', 'onion', 'alt', 'invalid'],
]);

const PRINTABLE = /^[\x21-\x5b\x5d-\x7e]+$/;

/**
 * Reads an address that the service may send to, or gives the rule that it breaks as a sentence.
 *
 * It is https at port 443, names a host by a public-looking name, and carries neither user, password nor fragment. An IP
 * address is refused however it is written: `0x7f.1` and `2130706433` are read as one, too. What the name leads to
 * is checked when it is resolved (guarded-addresses.ts), for that can change at any time.
 *
 * With `loopback`, a setting for tests and for trying out on one machine, this machine's own addresses and
 * `localhost` are taken as well: by http, too, and at any port. Pure.
 */
export function readOutboundUrl(text: string, loopback = false): URL | string {
  if (text.length > OUTBOUND_URL_LENGTH_MAX) {
    return `An address has at most ${OUTBOUND_URL_LENGTH_MAX} characters.`;
  }
  // What the standard would drop or rewrite without a word: spaces, tabs, line breaks, backslashes, other scripts.
  if (!PRINTABLE.test(text) || !URL.canParse(text)) {
    return 'Give a whole address of plain characters, like https://keys.example/jwks.json.';
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'Leave user and password out of the address.';
  if (url.hash !== '' || text.includes('#')) return 'Leave the fragment (from # on) out of the address.';

  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (loopback && isLoopbackHost(host)) {
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : 'The address is of http or https.';
  }
  if (url.protocol !== 'https:') return 'The address is of https.';
  if (url.port !== '') return 'Leave the port out of the address: it is 443.';
  if (isIP(host) !== 0) return 'Name the host: an IP address is not taken.';
  return isPublicName(host) ? url : 'Name a host of the public Internet, by its whole name.';
}

/** Whether a host is this machine, as the loopback setting means it. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || isLoopbackAddress(host);
}

function isPublicName(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  // A trailing dot makes an empty last label: the same host by a name that lists of hosts do not know.
  return labels.length > 1 && !labels.includes('') && !LOCAL_SUFFIXES.has(last) && !/^\d/.test(last);
}
