import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';

import { SignJWT, type CryptoKey } from 'jose';

import { ClientAccounts, SigningKeys, type ClientJwks } from '../../src/auth/index.js';
import { newId, toGlobalId, type ClientId } from '../../src/common/id.js';
import { createTestApp, TEST_PUBLIC_URL, type TestApp } from '../../test/support/app.js';
import { asOwner } from '../../test/support/as-owner.js';
import { DpopKey, type ProofChange } from '../../test/support/dpop-key.js';
import { givenMember, type TestMember } from '../../test/support/members.js';
import { claimsOf, type Said } from './forge.js';
import { sendRaw, type RawAnswer, type RawRequest } from './send-raw.js';

export const TOKEN_URL = `${TEST_PUBLIC_URL}/oauth/token`;
export const GRAPHQL_URL = `${TEST_PUBLIC_URL}/graphql`;
const FORM: readonly [string, string] = ['content-type', 'application/x-www-form-urlencoded'];
const JSON_TYPE: readonly [string, string] = ['content-type', 'application/json'];
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A machine that proves itself by a key. */
export interface Machine {
  readonly id: string;
  readonly clientId: ClientId;
  readonly key: KeyObject;
  readonly publicKey: KeyObject;
  readonly member: TestMember;
}

/** How an assertion departs from a right one. */
export interface AssertionChange {
  readonly header?: Said;
  readonly claims?: Said;
  readonly key?: KeyObject;
}

/** Two instances of the service on one database, and who signs in there. */
export class TokenWorld {
  private constructor(
    readonly first: TestApp,
    readonly second: TestApp,
    readonly person: TestMember,
    readonly machine: Machine,
    readonly otherMachine: Machine,
    readonly boundMachine: Machine,
    readonly kid: string,
    readonly key: CryptoKey,
    readonly publicX: string,
    /** What a good token of the person says. */
    readonly claims: Said,
  ) {}

  static async start(): Promise<TokenWorld> {
    const first = await createTestApp();
    const second = await first.anotherInstance();
    const keys = first.nest.get(SigningKeys);
    const { kid, key } = await keys.signingKey();
    const publicX = (await keys.published()).find((each) => each.kid === kid)?.x ?? '';
    const person = await givenMember(first, { roles: ['SUBMITTER'] });
    const claims = claimsOf((await person.token()) ?? '');
    const [machine, other, bound] = [
      await aMachine(first),
      await aMachine(first),
      await aMachine(first, true),
    ];
    return new TokenWorld(first, second, person, machine, other, bound, kid, key, publicX, claims);
  }

  close(): Promise<void> {
    return this.first.close();
  }

  nowS(): number {
    return Math.floor(this.first.clock.now().getTime() / 1000);
  }

  /** A token of our own key, with parts of the header and the claims replaced. */
  ours(header: Said = {}, change: Said = {}): Promise<string> {
    return new SignJWT({ ...this.claims, ...change })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: this.kid, ...header })
      .sign(this.key);
  }

  assertionClaims(machine: Machine, change: Said = {}): Said {
    return {
      iss: machine.id,
      sub: machine.id,
      aud: TEST_PUBLIC_URL,
      iat: this.nowS(),
      exp: this.nowS() + 60,
      jti: randomUUID(),
      ...change,
    };
  }

  assertion(machine: Machine, { header = {}, claims = {}, key }: AssertionChange = {}): Promise<string> {
    return new SignJWT(this.assertionClaims(machine, claims))
      .setProtectedHeader({ alg: 'EdDSA', ...header })
      .sign(key ?? machine.key);
  }

  /** A request for a token by an assertion, and maybe a proof of DPoP. */
  grant(assertion: string, form: Said = {}, ...proofs: readonly string[]): RawRequest {
    const fields: Said = {
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: assertion,
      ...form,
    };
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    const body = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return { path: '/oauth/token', headers: [FORM, ...proofHeaders(proofs)], body };
  }

  /** A request of the API with these credentials. */
  query(authorization: readonly string[], ...proofs: readonly string[]): RawRequest {
    const headers = authorization.map((value) => ['authorization', value] as const);
    const body = JSON.stringify({ query: '{ viewer { member { id } } }' });
    return { path: '/graphql', headers: [JSON_TYPE, ...headers, ...proofHeaders(proofs)], body };
  }

  bearer(token: string): RawRequest {
    return this.query([`Bearer ${token}`]);
  }

  send(request: RawRequest, instance: 'first' | 'second' = 'first'): Promise<RawAnswer> {
    return sendRaw(this[instance].url, request);
  }

  /** The nonce that the token endpoint tells. */
  async nonce(): Promise<string> {
    const { headers } = await this.send(this.grant('none'));
    return String(headers['dpop-nonce']);
  }

  /** A proof for the token endpoint. */
  async tokenProof(key: DpopKey, change: ProofChange = {}): Promise<string> {
    return key.proof({ url: TOKEN_URL, now: this.first.clock.now(), nonce: await this.nonce() }, change);
  }

  /** A proof for the API with a token. */
  async proof(key: DpopKey, accessToken: string, change: ProofChange = {}): Promise<string> {
    const [now, nonce] = [this.first.clock.now(), await this.nonce()];
    return key.proof({ url: GRAPHQL_URL, now, nonce, accessToken }, change);
  }

  /** A token that is bound to a new key. */
  async boundToken(): Promise<{ readonly token: string; readonly key: DpopKey }> {
    const key = new DpopKey();
    const assertion = await this.assertion(this.boundMachine);
    const answer = await this.send(this.grant(assertion, {}, await this.tokenProof(key)));
    const { access_token: token } = JSON.parse(answer.body) as { access_token?: string };
    if (token === undefined) throw new Error(`No bound token was given: ${answer.body}`);
    return { token, key };
  }
}

function proofHeaders(proofs: readonly string[]): readonly (readonly [string, string])[] {
  return proofs.map((proof) => ['dpop', proof] as const);
}

async function aMachine(app: TestApp, dpopRequired = false): Promise<Machine> {
  const member = await givenMember(app);
  const { publicKey, privateKey: key } = generateKeyPairSync('ed25519');
  const jwks = { keys: [publicKey.export({ format: 'jwk' })] } as unknown as ClientJwks;
  const clientId = newId('client');
  await asOwner(app.database, (tx) =>
    app.nest.get(ClientAccounts).create(tx, {
      clientId,
      memberId: member.memberId,
      name: 'A machine',
      scopes: ['screening:run'],
      jwks,
      dpopRequired,
    }),
  );
  return { id: toGlobalId('client', clientId), clientId, key, publicKey, member };
}
