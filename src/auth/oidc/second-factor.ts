/** What an ID token says of how its subject signed in (OpenID Connect Core, section 2). */
export interface AuthenticationContext {
  readonly acr?: unknown;
  readonly amr?: unknown;
}

/** Classes that every provider may use for what resists phishing (OpenID EAP ACR Values, section 2). */
const STRONG_ACR: readonly string[] = ['phr', 'phrh'];

/** Methods of RFC 8176 by the factor that they are. Codes by text message or call are none: they are too easily taken over. */
const FACTOR = new Map<unknown, 'knowledge' | 'possession' | 'inherence'>([
  ['kba', 'knowledge'],
  ['pin', 'knowledge'],
  ['pwd', 'knowledge'],
  ['hwk', 'possession'],
  ['otp', 'possession'],
  ['pop', 'possession'],
  ['sc', 'possession'],
  ['swk', 'possession'],
  ['face', 'inherence'],
  ['fpt', 'inherence'],
  ['iris', 'inherence'],
  ['retina', 'inherence'],
  ['vbm', 'inherence'],
]);

/**
 * Decides whether a provider vouches for two factors: by a class that the member named for it (`acr`) or that means it
 * everywhere, by `mfa`, or by methods of two different factors. What says nothing vouches for nothing. Pure.
 */
export function hasSecondFactor(
  { acr, amr }: AuthenticationContext,
  acceptedAcr: readonly string[],
): boolean {
  if (typeof acr === 'string' && (acceptedAcr.includes(acr) || STRONG_ACR.includes(acr))) return true;
  if (!Array.isArray(amr)) return false;
  if (amr.includes('mfa')) return true;
  return new Set(amr.map((method) => FACTOR.get(method)).filter((factor) => factor !== undefined)).size > 1;
}

/** The methods as they are kept with the session: those of RFC 8176 that we know, and that two factors were shown. */
export function keptAmr({ amr }: AuthenticationContext): readonly string[] {
  const known = Array.isArray(amr) ? amr.filter((method) => FACTOR.has(method)) : [];
  return [...new Set(known as string[]), 'mfa'];
}
