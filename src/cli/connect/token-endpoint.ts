import { z } from 'zod';
import { CliError, notAuthorisedError } from '../cli-error.js';
import { EXIT_CODE } from '../exit-code.js';
import { clientAssertion } from './client-assertion.js';
import type { Credential } from './profile.js';
import { readJson, send, throwIfBusy } from './send.js';

const answer = z.object({
  access_token: z.string(),
  expires_in: z.number().positive(),
  refresh_token: z.string().optional(),
});
const failure = z.object({ error: z.string(), error_description: z.string().optional() });

/** What the token endpoint gave. Times are milliseconds since 1970. */
export interface Grant {
  readonly accessToken: string;
  readonly expiresAt: number;
  readonly refreshToken: string | undefined;
}

/** Asks for an access token by what the profile keeps: a client's secret or key, or a person's refresh token. */
export async function grantFor(url: string, credential: Credential, nowMs: number): Promise<Grant> {
  switch (credential.kind) {
    case 'client-secret':
      return requestGrant(url, { grant_type: 'client_credentials' }, nowMs, basic(credential));
    case 'client-key':
      return requestGrant(
        url,
        {
          grant_type: 'client_credentials',
          client_id: credential.clientId,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await clientAssertion(
            credential.clientId,
            credential.keyFile,
            tokenUrl(url),
            nowMs,
          ),
        },
        nowMs,
      );
    case 'person':
      return requestGrant(
        url,
        { grant_type: 'refresh_token', refresh_token: credential.refreshToken },
        nowMs,
      );
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

async function requestGrant(
  url: string,
  fields: Record<string, string>,
  nowMs: number,
  authorization?: string,
): Promise<Grant> {
  const response = await send(tokenUrl(url), {
    method: 'POST',
    headers: authorization === undefined ? {} : { authorization },
    body: new URLSearchParams(fields),
  });
  throwIfBusy(response);
  const body = await readJson(response);
  const granted = answer.safeParse(body);
  if (response.ok && granted.success)
    return {
      accessToken: granted.data.access_token,
      expiresAt: nowMs + granted.data.expires_in * 1000,
      refreshToken: granted.data.refresh_token,
    };
  const refused = failure.safeParse(body);
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
