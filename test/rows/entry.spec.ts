import { asOwner } from '../support/as-owner.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { givenCoalition, givenMember, type TestMember } from '../support/members.js';

const WHO = '{ viewer { member { id } } }';

describe('the entry of a transaction', () => {
  let app: TestApp;
  let other: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
    other = await app.anotherInstance();
  });

  afterAll(() => app.close());

  /** Asks another instance than the one that the change was made on, with the token from before. */
  async function codeOnOther(token: string): Promise<string | undefined> {
    const answer = await other.anonymous.send(WHO, {}, token);
    return (answer.body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
  }

  it.each<[string, (member: TestMember, token: { id: string; bearer: string }) => Promise<unknown>]>([
    [
      'a member that was suspended',
      async (member) => {
        const { admin } = await givenCoalition(app);
        const input = { memberId: member.id, reason: 'It does not answer.' };
        expect(await admin.refusalCodes('suspendMember', input)).toEqual([]);
      },
    ],
    [
      'a person who was deactivated',
      (_, { id }) =>
        asOwner(app.database, (tx) =>
          tx.query('update principal set active = false, epoch = epoch + 1 where id = $1', [id]),
        ),
    ],
    [
      'a person whose roles were changed',
      (_, { id }) =>
        asOwner(app.database, (tx) => tx.query('update principal set epoch = epoch + 1 where id = $1', [id])),
    ],
  ])('refuses %s at the next statement, on every instance', async (_, change) => {
    const member = await givenMember(app, { name: 'Kestrel Pay' });
    const bearer = (await member.token()) ?? '';
    expect(await codeOnOther(bearer)).toBeUndefined();
    const [person] = await asOwner(app.database, (tx) =>
      tx.query<{ id: string }>('select id from principal where member_id = $1', [member.memberId]),
    );
    await change(member, { id: person?.id ?? '', bearer });
    expect(await codeOnOther(bearer)).toBe('UNAUTHENTICATED');
  });

  it('leaves nobody entered once the transaction is over', async () => {
    const rows = await app.database.statement(
      {
        name: 'spec.entered',
        text: `select current_member() as member, current_principal() as principal, acts_as('AUDITOR') as acts,
          visible_scopes() as scopes`,
      },
      [],
    );
    expect(rows).toEqual([{ member: null, principal: null, acts: false, scopes: [] }]);
  });

  it('shows nothing and takes nothing where nobody has entered', async () => {
    const counts = await Promise.all(
      ['member', 'principal', 'report', 'indicator', 'merchant_view', 'screening', 'audit_entry'].map(
        (table) =>
          app.database.statement({ name: `spec.count-${table}`, text: `select 1 from ${table} limit 1` }, []),
      ),
    );
    expect(counts.flat()).toEqual([]);
    const put = app.database.statement(
      { name: 'spec.put', text: `insert into outbox (topic, payload) values ('spec', '{}')` },
      [],
    );
    await expect(put).rejects.toThrow(/row-level security/);
  });
});

describe('row policies refuse', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it.each([
    [
      'an entry of the log in the name of another',
      'insert into audit_entry (at, member_id, principal_id, action, object_kind, object_ids, request_id) values (now(), $1, gen_random_uuid(), $$x.y$$, $$report$$, $${}$$, $$r$$)',
    ],
    [
      'a screening in the name of another member',
      'insert into screening (id, member_id, principal_id, purpose, ref, outcome, subject, answer, created_at) values (gen_random_uuid(), gen_random_uuid(), $1, $$ONBOARDING$$, $$$$, $$CLEAR$$, $${}$$, $${}$$, now())',
    ],
    [
      'a report of another member',
      'insert into report (id, member_id, client_reference, status, version, created_at, changed_at) values (gen_random_uuid(), gen_random_uuid(), $1::text, $$SUBMITTED$$, 1, now(), now())',
    ],
    [
      'a description without a report of the own',
      'insert into description (id, own_merchant_id, merchant_id, received_at, active, content, link_hashes) values (gen_random_uuid(), $1, $1, now(), true, $${}$$, $${}$$)',
    ],
    ['a key of another description', 'insert into description_key (hash, description_id) values ($$x$$, $1)'],
    [
      'a member',
      'insert into member (id, name, kind, country, status, applied_at, changed_at) values ($1, $$Mine$$, $$ISSUER$$, $$NL$$, $$APPLIED$$, now(), now())',
    ],
    [
      'a place in a group',
      'insert into sharing_group_member (sharing_group_id, member_id, joined_at) values (gen_random_uuid(), $1, now())',
    ],
    [
      'an audience in the name of another reporter',
      'insert into handling_scope (id, digest, tlp, reporter_id, named_member_ids) values (gen_random_uuid(), $$d$$, $$RED$$, gen_random_uuid(), array[$1::uuid])',
    ],
  ])('%s', async (_, sql) => {
    const member = await givenMember(app, { name: 'Kestrel Pay' });
    const [person] = await asOwner(app.database, (tx) =>
      tx.query<{ id: string; epoch: number }>('select id, epoch from principal where member_id = $1', [
        member.memberId,
      ]),
    );
    const direct = asOwner(app.database, async (tx) => {
      await tx.query('set local role cordon_service');
      await tx.query('select enter_as($1, $2, $3, $4)', [member.memberId, person?.id, person?.epoch, 'spec']);
      await tx.query(sql, [member.memberId]);
    });
    await expect(direct).rejects.toThrow(/row-level security/);
  });
});
