import type { ClientActor, UserActor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import type { MemberId } from '../common/id.js';
import { CLIENT_SCOPES } from '../access/index.js';
import { DEMO_CLIENT, DEMO_PASSWORD, DEMO_TOTP_SECRET, type DemoPerson } from './demo-credentials.js';
import { DEMO_SECRETARIAT } from './demo-members.js';
import { type DemoServices, taken } from './demo-services.js';
import { findClient, findUser } from './demo.statements.js';

/** What stands in the audit log as the request of everything that seeding does. */
const REQUEST_ID = 'demo-seed';
/** Nobody signed in for it. */
const NEVER = new Date(0);

/** An admin of the secretariat, which the first of them founds. */
export async function ensureAdmin(services: DemoServices, person: DemoPerson): Promise<UserActor> {
  const found = await personActor(services, person.email);
  if (found !== undefined) return found;
  const admin = {
    email: person.email,
    name: person.name,
    coalitionName: DEMO_SECRETARIAT.name,
    country: DEMO_SECRETARIAT.country,
    password: DEMO_PASSWORD,
    totpSecret: DEMO_TOTP_SECRET,
  };
  taken(person.email, await services.firstAdmins.createFirstAdmin(admin));
  return existing(await personActor(services, person.email));
}

/** A person of a member, made by the operator: two admins would have to agree to each role of the coalition. */
export async function ensurePerson(
  services: DemoServices,
  { person, memberId }: { readonly person: DemoPerson; readonly memberId: MemberId },
): Promise<UserActor> {
  const found = await personActor(services, person.email);
  if (found !== undefined) return found;
  const { email, name, roles } = person;
  await services.database.asSystem('operator', async (tx) => {
    const account = { memberId, email, name, roles, password: DEMO_PASSWORD, totpSecret: DEMO_TOTP_SECRET };
    const made = await services.userAccounts.create(tx, account);
    assert(made !== undefined, 'an address that was not there a moment ago is free');
    await services.audit.append(tx, null, {
      action: 'user.create',
      objectKind: 'user',
      objectIds: [made.userId],
      detail: { roles },
    });
  });
  return existing(await personActor(services, email));
}

/** The machine client whose id and secret are printed. */
export async function ensureDemoClient(services: DemoServices, memberId: MemberId): Promise<void> {
  const { id, secret, name } = DEMO_CLIENT;
  await ensureClient(services, { memberId, name, scopes: CLIENT_SCOPES, clientId: id, secret });
}

/** The machine client by which a member sends its reports. Nobody is told its secret. */
export function ensureReportingClient(services: DemoServices, memberId: MemberId): Promise<ClientActor> {
  const scopes = ['report:submit', 'report:read'];
  return ensureClient(services, { memberId, name: 'Case system (demo)', scopes });
}

async function ensureClient(
  { database, clientAccounts, audit }: DemoServices,
  client: Parameters<DemoServices['clientAccounts']['create']>[1],
): Promise<ClientActor> {
  const { memberId, name } = client;
  return database.asSystem('operator', async (tx) => {
    if ((await findClient(tx, memberId, name)) === undefined) {
      const { clientId } = await clientAccounts.create(tx, client);
      await audit.append(tx, null, {
        action: 'client.create',
        objectKind: 'client',
        objectIds: [clientId],
        detail: { scopes: client.scopes },
      });
    }
    const found = await findClient(tx, memberId, name);
    assert(found !== undefined, 'a client just made is there');
    return { kind: 'client', ...found, requestId: REQUEST_ID };
  });
}

async function personActor({ database }: DemoServices, email: string): Promise<UserActor | undefined> {
  const found = await database.asSystem('operator', (tx) => findUser(tx, email));
  return found && { kind: 'user', ...found, authenticatedAt: NEVER, requestId: REQUEST_ID };
}

function existing(actor: UserActor | undefined): UserActor {
  assert(actor !== undefined, 'a person just made is there');
  return actor;
}
