import { randomUUID } from 'node:crypto';
import { may, type Permission } from '../../access/index.js';
import type { Role, UserActor } from '../../common/actor.js';
import type { MemberId, UserId } from '../../common/id.js';
import type { Database, NamedStatement } from '../../database/index.js';
import { notAuthorisedError } from '../cli-error.js';

/** By app_user_email_key. Whether person and member are active is asked again by every transaction. */
const SELECT_PERSON: NamedStatement = {
  name: 'cli.selectPerson',
  text: `select p.id as "userId", p.member_id as "memberId", p.epoch, u.roles
    from app_user u
      join principal p on p.id = u.id and p.active
      join member m on m.id = p.member_id and m.status = 'ACTIVE'
    where u.email = lower($1)`,
};

interface Person {
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly epoch: number;
  readonly roles: readonly Role[];
}

/**
 * The person in whose name the operator of the server acts. What is done stands in the audit log as that person's, with a
 * request that begins with `cordon-admin-`, so that it is told from what the person did over the API.
 *
 * @throws CliError when there is no such active person, or it does not hold the permission; `who` says who would.
 */
export async function actingPerson(
  database: Database,
  email: string,
  permission: Permission,
  who = 'person with a role for this',
): Promise<UserActor> {
  const [person] = await database.systemStatement<Person>('operator', SELECT_PERSON, [email.trim()]);
  const actor: UserActor | undefined = person && {
    kind: 'user',
    requestId: `cordon-admin-${randomUUID()}`,
    // The operator acts, and the person did not sign in.
    authenticatedAt: new Date(0),
    ...person,
  };
  if (actor === undefined || !may(actor, permission))
    throw notAuthorisedError(
      `${email} is not the address of an active ${who}. Name the one who acts by --as.`,
    );
  return actor;
}
