import { Api } from './api.js';
import { jsonOf, runProgram } from './run-program.js';
import type { TryService } from './service.js';

const COMMAND_MS_MAX = 120_000;

/** A member's machine credential. */
export interface MemberClient {
  readonly member: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

interface Person {
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** Takes members in as a coalition does: two admins from the server, and everything else over the API. */
export async function onboardMembers(
  service: TryService,
  admin: string,
  members: readonly string[],
): Promise<readonly MemberClient[]> {
  const [first, second] = await Promise.all(
    (await createAdmins(service, admin)).map((person) => Api.signIn(service.url, person)),
  );
  if (first === undefined || second === undefined) throw new Error('A coalition needs two admins.');
  const { viewer } = await first.run<{ viewer: { member: { agreementVersion: string } } }>(
    '{ viewer { member { agreementVersion } } }',
  );
  const clients: MemberClient[] = [];
  for (const member of members)
    clients.push(await onboard(service, [first, second], viewer.member.agreementVersion, member));
  return clients;
}

async function createAdmins(service: TryService, admin: string): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (const name of ['first', 'second']) {
    const email = `${name}@coalition.example`;
    const args = [admin, 'create-admin', '--email', email, '--name', `The ${name} admin`, '--json'];
    people.push(
      jsonOf('cordon-admin create-admin', await runProgram(args, service.env, COMMAND_MS_MAX)) as Person,
    );
  }
  return people;
}

async function onboard(
  service: TryService,
  [first, second]: readonly [Api, Api],
  version: string,
  name: string,
): Promise<MemberClient> {
  const application = { name, kind: 'ACQUIRER', country: 'NL' };
  const { member } = await first.mutate<{ member: { id: string } }>(
    'applyMember',
    application,
    'member { id }',
  );
  const memberId = member.id;
  await first.mutate('signAgreement', { memberId, version, signedBy: 'The board' });
  await first.mutate('approveMember', { memberId });
  await second.mutate('approveMember', { memberId });

  const email = `admin@${name}.example`;
  const user = { memberId, email, name: 'The admin', roles: ['MEMBER_ADMIN'] };
  const credentials = await first.mutate<Omit<Person, 'email'>>('createUser', user, 'password totpSecret');
  const memberAdmin = await Api.signIn(service.url, { email, ...credentials });
  const machine = { name: 'Intake', scopes: ['report:submit', 'report:read'] };
  const made = await memberAdmin.mutate<{ client: { clientId: string }; clientSecret: string }>(
    'createClient',
    machine,
    'client { clientId } clientSecret',
  );
  return { member: name, clientId: made.client.clientId, clientSecret: made.clientSecret };
}
