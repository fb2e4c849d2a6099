import { z } from 'zod';
import { CliError, notAuthorisedError } from '../cli-error.js';
import { EXIT_CODE } from '../exit-code.js';
import { clientAssertion } from './client-assertion.js';
import type { Credential } from './profile.js';
import { ProofKey } from './proof-key.js';
import { readJson, send, throwIfBusy } from './send.js';

const answer = z.object({
  access_token: z.string(),
  expires_in: z.number().positive(),
  refresh_token: z.string().optional(),
});
/** What the service answers where it wants a proof, or another one (RFC 9449, sections 5 and 8). */
const PROOF_ERRORS = new Set(['invalid_dpop_proof', 'use_dpop_nonce']);
const failure = z.object({ error: z.string(), error_description: z.string().optional() });

/** What the token endpoint gave. Times are milliseconds since 1970. */
export interface Grant {
  readonly accessToken: string;
  readonly expiresAt: number;
  readonly refreshToken: string | undefined;
  /** The key that the token is bound to; none: whoever holds the token may use it. */
  readonly proofKey?: ProofKey | undefined;
}

/**
 * Asks for an access token by what the profile keeps: a client's secret or key, or a person's refresh token. A client
 * whose tokens the service binds to a key gets one bound to `proofKey`, or to a new key, which the grant then names.
 */
export async function grantFor(
  url: string,
  credential: Credential,
  nowMs: number,
  proofKey?: ProofKey,
): Promise<Grant> {
  // Asked at most three times: as before, with a proof, and with the nonce that it lacked.
  let key = proofKey;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await requestGrant(url, await fieldsFor(url, credential, nowMs), nowMs, { credential, key });
    } catch (error) {
      if (!(error instanceof ProofNeeded) || credential.kind === 'person' || attempt === 3) throw error;
      key ??= new ProofKey();
      key.useNonce(error.nonce);
    }
  }
}

/** The service wants a proof of a key, or another one. */
class ProofNeeded extends CliError {
  constructor(readonly nonce: string | null) {
    super(
      EXIT_CODE.notAuthorised,
      'The service did not accept the proof of the key that the token is bound to. Check the clock of this machine, and that the address is the one that the service has for itself.',
    );
  }
}

/** Made anew for each request: a service takes a client's assertion once. */
async function fieldsFor(
  url: string,
  credential: Credential,
  nowMs: number,
): Promise<Record<string, string>> {
  switch (credential.kind) {
    case 'client-secret':
      return { grant_type: 'client_credentials' };
    case 'client-key':
      return {
        grant_type: 'client_credentials',
        client_id: credential.clientId,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await clientAssertion(credential.clientId, credential.keyFile, url, nowMs),
      };
    case 'person':
      return { grant_type: 'refresh_token', refresh_token: credential.refreshToken };
  }
}

/** Signs a person in by password and one-time code. */
export async function signIn(
  url: string,
  person: { readonly email: string; readonly password: string; readonly totp: string },
  nowMs: number,
): Promise<Grant> {
  const { email, password, totp } = person;
  return requestGrant(url, { grant_type: 'password', username: email, password, totp }, nowMs);
}

/** Ends a person's session at the service (RFC 7009). */
export async function revoke(url: string, refreshToken: string): Promise<void> {
  const response = await send(`${url}/oauth/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token: refreshToken, token_type_hint: 'refresh_token' }),
  });
  await response.body?.cancel();
  throwIfBusy(response);
}

function tokenUrl(url: string): string {
  return `${url}/oauth/token`;
}

function basic(client: { readonly clientId: string; readonly clientSecret: string }): string {
  // RFC 6749, section 2.3.1: both parts are form-encoded before they are joined.
  const pair = `${encodeURIComponent(client.clientId)}:${encodeURIComponent(client.clientSecret)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

interface ProvedBy {
  readonly credential?: Credential;
  readonly key?: ProofKey | undefined;
}

async function requestGrant(
  url: string,
  fields: Record<string, string>,
  nowMs: number,
  { credential, key }: ProvedBy = {},
): Promise<Grant> {
  const response = await send(tokenUrl(url), {
    method: 'POST',
    headers: {
      ...(credential?.kind === 'client-secret' && { authorization: basic(credential) }),
      ...(key && { dpop: await key.proof({ method: 'POST', url: tokenUrl(url), nowMs }) }),
    },
    body: new URLSearchParams(fields),
  });
  throwIfBusy(response);
  const body = await readJson(response);
  const granted = answer.safeParse(body);
  if (response.ok && granted.success) {
    key?.useNonce(response.headers.get('dpop-nonce'));
    return {
      accessToken: granted.data.access_token,
      expiresAt: nowMs + granted.data.expires_in * 1000,
      refreshToken: granted.data.refresh_token,
      proofKey: key,
    };
  }
  const refused = failure.safeParse(body);
  if (refused.success && PROOF_ERRORS.has(refused.data.error))
    throw new ProofNeeded(response.headers.get('dpop-nonce'));
  if (refused.success) throw notAuthorisedError(sentenceOf(refused.data, fields['grant_type'] ?? ''));
  throw new CliError(
    EXIT_CODE.unreachable,
    `${url} answers, but not as a Cordon service (HTTP ${response.status} at /oauth/token). Check the address.`,
  );
}

function sentenceOf(refusal: z.infer<typeof failure>, grantType: string): string {
  const told = refusal.error_description === undefined ? '' : ` (${refusal.error_description})`;
  if (grantType === 'refresh_token') return 'The session has ended. Use cordon login again.';
  if (refusal.error === 'invalid_client')
    return `The client ID and its secret or key were not accepted${told}. Ask your member admin whether the client is active, then use cordon login again.`;
  if (refusal.error === 'invalid_grant')
    return `The sign-in was not accepted${told}. Check the e-mail address, the password and the one-time code; after five failures wait 15 minutes.`;
  return `The service refused the sign-in: ${refusal.error}${told}.`;
}
