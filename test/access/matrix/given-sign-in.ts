import { randomBytes } from 'node:crypto';
import { fromGlobalId, newId, toGlobalId } from '../../../src/common/id.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { Belonging } from './belonging.js';
import { canaryWord, capitalised } from './canary-values.js';
import type { Cast } from './given-members.js';
import type { Person } from './reader.js';
import type { Things } from './register-things.js';
import type { OwnedTarget } from './owned-target.js';

/**
 * A session and a passkey of everybody, an identity provider of two members, two alarms about two, of which one is closed. Straight into the tables:
 * how they come about has specs of its own.
 */
export async function givenSignIn(
  app: TestApp,
  { people, colleague, peerPerson, members }: Cast,
  things: Things,
): Promise<readonly OwnedTarget[]> {
  const targets: OwnedTarget[] = [];
  const persons = [
    ...people.map(({ person, home, powerful }) => ({ person, member: members[home], powerful })),
    { person: colleague, member: members.bank, powerful: false },
    { person: peerPerson, member: members.peer, powerful: false },
  ];
  for (const { person, member, powerful } of persons) {
    const belonging: Belonging = {
      of: 'principal',
      memberId: member.id,
      principalId: person.user.id,
      powerful,
    };
    targets.push(...(await ofPerson(app, things, person, belonging)));
  }
  for (const whose of ['bank', 'peer'] as const) {
    const belonging: Belonging = { of: 'member things', memberId: members[whose].id };
    targets.push(await aProvider(app, things, members[whose].memberId, whose, belonging));
    targets.push(await anAlarm(app, things, members[whose].memberId, belonging));
    await aClosedAlarm(app, things, await anAlarm(app, things, members[whose].memberId, belonging, 'MISSES'));
  }
  return targets;
}

async function ofPerson(
  app: TestApp,
  things: Things,
  { user }: Person,
  belonging: Belonging,
): Promise<readonly OwnedTarget[]> {
  const [session, passkey] = [newId('session'), newId('passkey')];
  const userId = fromGlobalId('user', user.id);
  const name = capitalised(canaryWord(`passkey ${user.id}`));
  await asOwner(app.database, async (tx) => {
    await tx.query(
      `insert into session (id, user_id, refresh_hash, started_at, used_at, authenticated_at)
       values ($1, $2, $3, $4, $4, $4)`,
      [session, userId, randomBytes(32), app.clock.now()],
    );
    await tx.query(
      `insert into passkey (id, user_id, name, credential_id, public_key, counter, transports, synced, created_at)
       values ($1, $2, $3, $4, $5, 0, '{internal}', true, $6)`,
      [passkey, userId, name, randomBytes(16), randomBytes(77), app.clock.now()],
    );
  });
  things.add('session', session, belonging);
  things.add('passkey', passkey, belonging);
  things.tell(name, 'Passkey.name', belonging);
  return [
    { target: { kind: 'session', id: toGlobalId('session', session) }, belonging },
    { target: { kind: 'passkey', id: toGlobalId('passkey', passkey) }, belonging },
  ];
}

async function aProvider(
  app: TestApp,
  things: Things,
  memberId: string,
  whose: string,
  belonging: Belonging,
): Promise<OwnedTarget> {
  const id = newId('identityProvider');
  const [host, clientId] = [canaryWord(`issuer ${whose}`), canaryWord(`provider client ${whose}`)];
  await asOwner(app.database, (tx) =>
    tx.query(
      `insert into identity_provider (id, member_id, issuer, client_id, client_secret_sealed, accepted_acr, required,
         changed_at)
       values ($1, $2, $3, $4, $5, '{urn:mace:incommon:iap:silver}', false, $6)`,
      [id, memberId, `https://${host}.example`, clientId, randomBytes(40), app.clock.now()],
    ),
  );
  things.add('identityProvider', id, belonging);
  things.tell(host, 'IdentityProvider.issuer', belonging);
  things.tell(clientId, 'IdentityProvider.clientId', belonging);
  return { target: { kind: 'identityProvider', id: toGlobalId('identityProvider', id) }, belonging };
}

async function anAlarm(
  app: TestApp,
  things: Things,
  memberId: string,
  belonging: Belonging,
  sign = 'SEQUENCE',
): Promise<OwnedTarget> {
  const id = newId('fishingAlarm');
  await asOwner(app.database, (tx) =>
    tx.query(
      `insert into fishing_alarm (id, member_id, sign, day, merchants, share, raised_at)
       values ($1, $2, $5, $3, 100, 0.9, $4)`,
      [id, memberId, app.clock.now().toISOString().slice(0, 10), app.clock.now(), sign],
    ),
  );
  things.add('fishingAlarm', id, belonging);
  return { target: { kind: 'fishingAlarm', id: toGlobalId('fishingAlarm', id) }, belonging };
}

/** One that an analyst has dealt with. */
async function aClosedAlarm(app: TestApp, things: Things, { target, belonging }: OwnedTarget): Promise<void> {
  const id = 'id' in target ? target.id : '';
  const note = capitalised(canaryWord(`alarm ${id}`));
  await asOwner(app.database, (tx) =>
    tx.query(
      `insert into fishing_alarm_closing (alarm_id, closed_by, note, closed_at)
       select $1, u.id, $2, $3 from app_user u where 'COALITION_ANALYST' = any (u.roles) order by u.id limit 1`,
      [fromGlobalId('fishingAlarm', id), note, app.clock.now()],
    ),
  );
  things.tell(note, 'FishingAlarmClosing.note', belonging);
}
