import { checkClientJwks, type ClientJwkInput, type ClientKeys, type ClientKeySets } from '../auth/index.js';
import type { MemberId } from '../common/id.js';
import { accepted, refused, type Result } from '../common/refusal.js';

/** How a member says by which keys its client proves itself. */
export interface GivenKeys {
  readonly keys?: readonly ClientJwkInput[] | undefined;
  /** The address where the client publishes them. */
  readonly jwksUri?: string | undefined;
}

/**
 * Checks the keys that a member gives for a client: themselves or the address of them, which is fetched once so that a
 * mistake shows now and not at the first sign-in. Undefined where neither is given.
 */
export async function checkClientKeys(
  { keys, jwksUri }: GivenKeys,
  owner: MemberId,
  keySets: ClientKeySets,
): Promise<Result<ClientKeys | undefined, 'INVALID_KEY' | 'INVALID_URL'>> {
  if (keys !== undefined && jwksUri !== undefined) {
    const message = 'Give either the keys or their address: a client proves itself in one way.';
    return refused({ code: 'INVALID_KEY', field: ['jwksUri'], message });
  }
  if (keys !== undefined) {
    const jwks = checkClientJwks(keys);
    return jwks.ok ? accepted({ jwks: jwks.value }) : jwks;
  }
  if (jwksUri === undefined) return accepted(undefined);
  const uri = await keySets.check({ uri: jwksUri, owner });
  return uri.ok ? accepted({ jwksUri: uri.value }) : uri;
}
