import { createHmac } from 'node:crypto';

import { networkOf } from '../access/index.js';

/**
 * The network as it is stored: a keyed hash, for where people sign in from is theirs. The key is derived from the
 * service's own, so that nobody who holds the table alone can try all addresses.
 */
export function networkHash(secretKey: Buffer, address: string): Buffer {
  return createHmac('sha256', secretKey)
    .update(`cordon.network\0${networkOf(address)}`, 'utf8')
    .digest();
}

/** An e-mail address as the log tells failures of one account together by, without telling which account it is. */
export function accountHash(secretKey: Buffer, email: string): string {
  return createHmac('sha256', secretKey)
    .update(`cordon.account\0${email}`, 'utf8')
    .digest('hex')
    .slice(0, 16);
}
