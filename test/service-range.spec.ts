import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { serves } from './support/notices.js';
import { createRegister } from './support/register.js';

describe('what a member serves', () => {
  let app: TestApp;
  let member: TestMember;
  let other: TestMember;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;

  beforeAll(async () => {
    app = await createRegister();
    ({ member, other } = await givenMembers(app, 'member', 'other'));
    coalition = await givenCoalition(app);
    await serves(member, 'ACQUIRER', '540912');
    await serves(member, 'BIC', 'QVRNNL2A');
    await serves(member, 'WALLET_PROVIDER', 'PayPal');
    await serves(member, 'ACQUIRER', 'ICA:1234');
  });

  afterAll(() => app.close());

  async function refusals(by: Pick<Caller, 'mutate'>, input: Variables): Promise<readonly string[]> {
    const { userErrors } = await by.mutate('registerServiceRange', input);
    return userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);
  }

  async function ranges(by: Pick<Caller, 'query'>, memberId?: string): Promise<readonly string[]> {
    const { serviceRanges } = await by.query<{ serviceRanges: { nodes: { kind: string; value: string }[] } }>(
      'query ($memberId: ID) { serviceRanges(memberId: $memberId) { nodes { kind value } } }',
      { memberId },
    );
    return serviceRanges.nodes.map(({ kind, value }) => `${kind} ${value}`);
  }

  it.each([
    ['ACQUIRER', '54091277', 'a part of it'],
    ['ACQUIRER', '540912', 'the same'],
    ['BIC', 'QVRNNL2A500', 'a branch of the bank'],
    ['WALLET_PROVIDER', 'pay pal', 'the same, otherwise written'],
  ])('is refused where another serves it: %s %s, %s', async (kind, value) => {
    expect(await refusals(other, { kind, value })).toEqual(['RANGE_TAKEN value']);
    expect(await refusals(member, { kind, value })).toEqual(['DUPLICATE value']);
  });

  it('is taken beside what only begins alike', async () => {
    await serves(other, 'ACQUIRER', 'ICA:12345');
    await serves(other, 'ACQUIRER', '540913');
  });

  it('is refused where a part of it is taken', async () => {
    await serves(member, 'ACQUIRER', '77889900');
    expect(await refusals(other, { kind: 'ACQUIRER', value: '778899' })).toEqual(['RANGE_TAKEN value']);
  });

  it.each([
    ['ACQUIRER', '', 'REQUIRED value'],
    ['ACQUIRER', 'MEMBER:other', 'UNKNOWN_SCOPE value'],
    ['IBAN_BANK', 'QQ12', 'UNKNOWN_COUNTRY value'],
    ['BIC', 'nobank', 'INVALID_FORMAT value'],
    ['FACILITATOR', '4111 1111 1111 1111', 'CARD_NUMBER value'],
    ['FACILITATOR', 'x'.repeat(101), 'TOO_LONG value'],
  ])('is refused where it cannot be one: %s %j', async (kind, value, refusal) => {
    expect(await refusals(member, { kind, value })).toEqual([refusal]);
  });

  it('is seen by the own admin and by the coalition, and by no other member', async () => {
    expect(await ranges(member)).toContain('BIC QVRNNL2A');
    expect(await ranges(other)).not.toContain('BIC QVRNNL2A');
    expect(await ranges(other, member.id)).toEqual([]);
    expect(await ranges(coalition.admin, member.id)).toEqual(await ranges(member));
  });

  it('is removed by the own admin or by the coalition, by nobody else, and is then free', async () => {
    const id = await serves(member, 'BIC', 'QVRNDEFF');
    const codes = async (by: Pick<Caller, 'mutate'>, serviceRangeId: string): Promise<readonly string[]> =>
      (await by.mutate('removeServiceRange', { serviceRangeId })).userErrors.map(({ code }) => code);
    expect(await codes(other, id)).toEqual(['NOT_FOUND']);
    expect(await codes(other, 'srv_nothing')).toEqual(['NOT_FOUND']);
    expect(await codes(coalition.admin, id)).toEqual([]);
    expect(await codes(member, id)).toEqual(['NOT_FOUND']);
    const anew = await serves(other, 'BIC', 'QVRNDEFF');
    expect(await codes(other, anew)).toEqual([]);
  });

  it('has a bound: a thousand ranges of one member', async () => {
    const { full } = await givenMembers(app, 'full');
    await asOwner(app.database, (tx) =>
      tx.query(
        `insert into service_range (id, member_id, kind, value, registered_by, registered_at)
         select gen_random_uuid(), $1, 'ACQUIRER', 'ICA:' || (9000000 + n), p.id, $2
         from generate_series(1, 1000) n, principal p where p.member_id = $1`,
        [full.memberId, app.clock.now()],
      ),
    );
    expect(await refusals(full, { kind: 'ACQUIRER', value: 'ICA:8000000' })).toEqual(['TOO_MANY value']);
  });

  it('is registered by one of two members that ask at the same time', async () => {
    const asked = [member, other].map((each) => refusals(each, { kind: 'IBAN_BANK', value: 'GBQVRN' }));
    expect((await Promise.all(asked)).map((codes) => codes.length).sort()).toEqual([0, 1]);
  });
});
