import type { IdentityProviderId } from '../../common/id.js';
import type { SealedPlace } from '../seal.js';

/** Where the secret that a provider gave us is sealed to. */
export function secretPlaceOf(id: IdentityProviderId): SealedPlace {
  return { table: 'identity_provider', column: 'client_secret_sealed', row: id };
}

/** Where our own key for a provider is sealed to. */
export function keyPlaceOf(id: IdentityProviderId): SealedPlace {
  return { table: 'identity_provider', column: 'private_key_sealed', row: id };
}
