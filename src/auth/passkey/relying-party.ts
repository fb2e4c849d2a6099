import { isIP } from 'node:net';

import { PublicError } from '../../common/refusal.js';

/** What passkeys are bound to: the host, and the origin of the pages that may use them. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * The relying party of a public URL (WebAuthn, section 5.1.3: a domain, never an address).
 *
 * @throws PublicError BAD_REQUEST where Cordon is reached by an address.
 */
export function relyingPartyOf(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) {
    throw new PublicError(
      'BAD_REQUEST',
      'Passkeys need a host name: this service is set up under an address (CORDON_PUBLIC_URL).',
    );
  }
  return { id: hostname, origin };
}
