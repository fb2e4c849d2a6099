/** The error codes of RFC 6749, section 5.2, `temporarily_unavailable` of section 4.1.2.1, and those of RFC 9449. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'invalid_dpop_proof'
  | 'use_dpop_nonce'
  | 'server_error'
  | 'temporarily_unavailable';

const STATUS: Record<OAuthErrorCode, number> = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  invalid_scope: 400,
  unsupported_grant_type: 400,
  invalid_dpop_proof: 400,
  use_dpop_nonce: 400,
  server_error: 500,
  temporarily_unavailable: 503,
};

/** A refusal of the token endpoint. `description` is for the developer of the client; it never tells which check failed. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';

  constructor(
    readonly code: OAuthErrorCode,
    readonly description: string,
  ) {
    super(`${code}: ${description}`);
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** The one answer for every reason that a client is refused: unknown, wrong secret, suspended, replayed ... */
export function invalidClient(): OAuthError {
  return new OAuthError('invalid_client', 'The client is unknown, not active, or did not prove who it is.');
}

/** The one answer for every reason that a DPoP proof is refused, a missing one included. */
export function invalidProof(): OAuthError {
  const description =
    'A DPoP proof for this request is needed: made now, by the key of the token, and not used before.';
  return new OAuthError('invalid_dpop_proof', description);
}

/** A DPoP proof is good but for its nonce; the answer brings the one to use. */
export function nonceNeeded(): OAuthError {
  return new OAuthError('use_dpop_nonce', 'Make the proof again, with the nonce of the header DPoP-Nonce.');
}

/** The one answer for every reason that a person is refused. */
export function invalidSignIn(): OAuthError {
  return new OAuthError(
    'invalid_grant',
    'The e-mail address, password or code is wrong, already used, or may not be tried again yet.',
  );
}

/** The one answer for every reason that a refresh token is refused. */
export function invalidRefreshToken(): OAuthError {
  return new OAuthError('invalid_grant', 'The session has ended: sign in again.');
}
