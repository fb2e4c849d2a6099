import { OAuthError } from './oauth-error.js';

/**
 * Decides which scopes a token gets: those asked for, in the client's own order, or all of the client's when it asks
 * for none in particular.
 *
 * @throws OAuthError invalid_scope when one of them is not the client's. Pure.
 */
export function grantedScopes(requested: string | undefined, held: readonly string[]): readonly string[] {
  if (requested === undefined) return held;
  const wanted = new Set(requested.split(' ').filter((scope) => scope !== ''));
  if (![...wanted].every((scope) => held.includes(scope))) {
    throw new OAuthError('invalid_scope', 'A scope asked for is not one of the client.');
  }
  return held.filter((scope) => wanted.has(scope));
}
