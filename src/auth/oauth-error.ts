/** The error codes of RFC 6749, section 5.2, and `temporarily_unavailable` of section 4.1.2.1. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'server_error'
  | 'temporarily_unavailable';

const STATUS: Record<OAuthErrorCode, number> = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  invalid_scope: 400,
  unsupported_grant_type: 400,
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
