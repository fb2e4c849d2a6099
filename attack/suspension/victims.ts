import { generateKeyPairSync } from 'node:crypto';

import { ClientAccounts, TokenIssuer, UserAccounts, type ClientJwks } from '../../src/auth/index.js';
import type { Role } from '../../src/common/actor.js';
import { newId, toGlobalId } from '../../src/common/id.js';
import { asOwner } from '../../test/support/as-owner.js';
import { DpopKey } from '../../test/support/dpop-key.js';
import { givenMember, type TestMember } from '../../test/support/members.js';
import { anIban } from '../../test/support/register.js';
import type { Credential } from './ask.js';
import type { SuspensionWorld } from './suspension-world.js';

/** How a machine proves who it is, and what its tokens are bound to. */
export type MachineKind = 'SECRET' | 'KEYS' | 'DPOP';

/** Somebody whose power ends, with a token that was good a moment ago. */
export interface Victim {
  readonly member: TestMember;
  /** Global id of the user or the client. */
  readonly id: string;
  readonly credential: Credential;
}

const VIEWER = JSON.stringify({ query: '{ viewer { member { id } } }' });
const MEMBERS = JSON.stringify({ query: '{ members(first: 2) { nodes { id } } }' });
const SCREEN =
  'mutation ($input: ScreenMerchantsInput!) { screenMerchants(input: $input) { screenings { id } userErrors { code } } }';

/** What a role asks for beside itself and the directory: the other ways into the database. */
const BODIES: Readonly<Partial<Record<Role, () => string>>> = {
  SUBMITTER: () => JSON.stringify({ query: '{ reports(first: 1) { nodes { id } } }' }),
  SCREENER: screening,
  MEMBER_ADMIN: () => JSON.stringify({ query: '{ clients(first: 1) { nodes { id } } }' }),
};

/** A person with a role, of a member of its own. SUBMITTERs are screeners as well, so that they can lose a role. */
export async function givenVictim({ instances }: SuspensionWorld, role: Role): Promise<Victim> {
  const [{ app }] = instances;
  const member = await givenMember(app, { roles: ['MEMBER_ADMIN'] });
  const { memberId } = member;
  const roles: readonly Role[] = [role, beside(role)];
  const made = await asOwner(app.database, (tx) =>
    app.nest
      .get(UserAccounts)
      .create(tx, { memberId, email: `${newId('user')}@person.example`, name: 'A person', roles }),
  );
  if (made === undefined) throw new Error('A random address cannot be taken.');
  const { userId } = made;
  const subject = {
    kind: 'user',
    memberId,
    userId,
    epoch: 0,
    roles,
    authenticatedAt: app.clock.now(),
  } as const;
  const token = await app.nest.get(TokenIssuer).issue(subject);
  const own = BODIES[role];
  const bodies = [VIEWER, MEMBERS, ...(own === undefined ? [] : [own()])];
  return { member, id: toGlobalId('user', userId), credential: { token, bodies } };
}

/** A machine, of a member of its own. */
export async function givenMachine({ instances }: SuspensionWorld, kind: MachineKind): Promise<Victim> {
  const [{ app }] = instances;
  const member = await givenMember(app, { roles: ['MEMBER_ADMIN'] });
  const { memberId } = member;
  const scopes = ['screening:run'];
  const jwks = kind === 'KEYS' ? someKeys() : undefined;
  const { clientId } = await asOwner(app.database, (tx) =>
    app.nest.get(ClientAccounts).create(tx, { memberId, name: 'A machine', scopes, jwks }),
  );
  const key = kind === 'DPOP' ? new DpopKey('EdDSA') : undefined;
  const subject = { kind: 'client', memberId, clientId, epoch: 0, scopes } as const;
  const token = await app.nest.get(TokenIssuer).issue(subject, undefined, await key?.thumbprint());
  const bodies = [VIEWER, MEMBERS, screening()];
  return { member, id: toGlobalId('client', clientId), credential: { token, key, bodies } };
}

/** The role that a person keeps when it loses the other. */
export function beside(role: Role): Role {
  return role === 'SUBMITTER' ? 'SCREENER' : 'SUBMITTER';
}

export function someKeys(): ClientJwks {
  const jwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  return { keys: [jwk] } as unknown as ClientJwks;
}

function screening(): string {
  const merchants = [{ ref: '1', identifiers: [{ type: 'IBAN', value: anIban() }] }];
  return JSON.stringify({ query: SCREEN, variables: { input: { purpose: 'ONBOARDING', merchants } } });
}
