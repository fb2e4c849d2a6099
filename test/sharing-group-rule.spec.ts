import fc from 'fast-check';
import { newId } from '../src/common/id.js';
import { followsGroupRule, type GroupRule } from '../src/member/group-rule.js';
import { MEMBER_KINDS, type MemberKind } from '../src/member/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { displays, FeedReader } from './support/holds.js';
import { givenCoalition, givenMember, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

const RUNS = 150;

const iban = (value: string): Variables => ({ type: 'IBAN', value });
const shown = (account: string): string => `IBAN •••• ${account.slice(-4)}`;

describe('a sharing group by rule', () => {
  let app: TestApp;
  let admin: Caller;
  let analyst: Caller;
  let groups = 0;

  beforeAll(async () => {
    app = await createRegister();
    ({ admin, analyst } = await givenCoalition(app));
  });

  afterAll(() => app.close());

  async function groupBy(rule: Variables): Promise<string> {
    groups += 1;
    const { sharingGroup, userErrors } = await admin.mutate<{ sharingGroup: { id: string } | null }>(
      'createSharingGroup',
      { name: `Rule ${groups}`, description: 'By rule.', rule },
      'sharingGroup { id }',
    );
    if (sharingGroup === null) throw new Error(JSON.stringify(userErrors));
    return sharingGroup.id;
  }

  async function groupsOf(member: TestMember): Promise<string[]> {
    const { sharingGroups } = await member.query<{ sharingGroups: { nodes: { id: string }[] } }>(
      '{ sharingGroups(first: 100) { nodes { id } } }',
    );
    return sharingGroups.nodes.map(({ id }) => id);
  }

  async function becomes(member: TestMember, attributes: Variables): Promise<void> {
    const { userErrors } = await admin.mutate('changeMemberAttributes', {
      memberId: member.id,
      reason: 'It moved.',
      ...attributes,
    });
    expect(userErrors).toEqual([]);
  }

  it('has the members that the rule names, those that come later as well', async () => {
    const wallet = await givenMember(app, { kind: 'DIGITAL_WALLET', country: 'FI' });
    const issuer = await givenMember(app, { kind: 'ISSUER', country: 'FI' });
    const group = await groupBy({ kinds: ['DIGITAL_WALLET'], countries: ['FI', 'EE'] });
    const later = await givenMember(app, { kind: 'DIGITAL_WALLET', country: 'EE' });
    const elsewhere = await givenMember(app, { kind: 'DIGITAL_WALLET', country: 'PT' });

    const inside = await Promise.all(
      [wallet, issuer, later, elsewhere].map(async (member) => (await groupsOf(member)).includes(group)),
    );
    expect(inside).toEqual([true, false, true, false]);
  });

  it('takes a member in, and lets it go, at the next statement after it has changed', async () => {
    const account = anIban();
    const group = await groupBy({ countries: ['LV'] });
    const { mover } = await givenMembers(app, 'mover');
    const reporter = await givenMember(app, { name: 'reporter', country: 'LV' });
    await reports(
      reporter,
      aReport({ identifiers: [iban(account)], handling: { tlp: 'AMBER', sharingGroupId: group } }),
    );
    await settled(app);
    expect(await displays(mover)).not.toContain(shown(account));

    await becomes(mover, { country: 'LV' });
    expect(await displays(mover)).toContain(shown(account));
    expect(await groupsOf(mover)).toContain(group);

    await becomes(mover, { country: 'LT' });
    expect(await displays(mover)).not.toContain(shown(account));
    expect(await groupsOf(mover)).not.toContain(group);
  });

  it('tells the feed of a member that comes in or goes out what that changes', async () => {
    const account = anIban();
    const group = await groupBy({ regions: ['Baltic'] });
    const { mover, reporter } = await givenMembers(app, 'mover', 'reporter');
    await becomes(reporter, { region: 'BALTIC' });
    await reports(
      reporter,
      aReport({ identifiers: [iban(account)], handling: { tlp: 'AMBER', sharingGroupId: group } }),
    );
    await settled(app);
    const feed = new FeedReader(mover);
    await feed.news();

    await becomes(mover, { region: 'baltic' });
    await settled(app);
    const come = await feed.news();
    await becomes(mover, { region: null });
    await settled(app);
    const gone = await feed.news();

    expect(come.map(({ kind, indicator }) => [kind, indicator?.display])).toEqual([
      ['LISTED', `•••• ${account.slice(-4)}`],
    ]);
    expect(gone.map(({ kind, indicatorId }) => [kind, indicatorId])).toEqual([
      ['REMOVED', come[0]?.indicatorId],
    ]);
  });

  it('is no group to a reporter that the rule does not name', async () => {
    const group = await groupBy({ kinds: ['HOTLINE'] });
    const { outsider } = await givenMembers(app, 'outsider');
    expect(
      await outsider.refusalCodes('submitReport', {
        clientReference: 'out',
        report: aReport({ handling: { tlp: 'AMBER', sharingGroupId: group } }),
      }),
    ).toEqual(['UNKNOWN_SHARING_GROUP']);
  });

  it('is shown with its rule, and takes no members by name', async () => {
    const member = await givenMember(app, { kind: 'CARD_NETWORK', country: 'US' });
    const group = await groupBy({ kinds: ['CARD_NETWORK', 'CARD_NETWORK'], regions: [' North  America '] });
    await becomes(member, { region: 'North America' });
    const { sharingGroups } = await member.query<{ sharingGroups: { nodes: unknown[] } }>(
      '{ sharingGroups(first: 100) { nodes { id rule { kinds countries regions } members { nodes { id } } } } }',
    );
    expect(sharingGroups.nodes).toContainEqual({
      id: group,
      rule: { kinds: ['CARD_NETWORK'], countries: [], regions: ['north america'] },
      members: { nodes: [{ id: member.id }] },
    });
    const change = { sharingGroupId: group, memberIds: [member.id] };
    expect(await admin.refusalCodes('addSharingGroupMembers', change)).toEqual(['NOT_ALLOWED_IN_STATE']);
    expect(await admin.refusalCodes('removeSharingGroupMembers', change)).toEqual(['NOT_ALLOWED_IN_STATE']);
  });

  const tooMany = Array.from({ length: 251 }, (_, place) => `Region ${place}`);

  it.each([
    ['a list and a rule', { memberIds: [], rule: { countries: ['DE'] } }, 'REQUIRED'],
    ['neither', {}, 'REQUIRED'],
    ['a rule that names nothing', { rule: {} }, 'REQUIRED'],
    ['an empty region', { rule: { regions: [''] } }, 'REQUIRED'],
    ['what the gate refuses', { rule: { regions: ['4111 1111 1111 1111'] } }, 'CARD_NUMBER'],
    ['too many regions', { rule: { regions: tooMany } }, 'TOO_MANY'],
  ])('is not made of %s', async (_, input, code) => {
    expect(
      await admin.refusalCodes('createSharingGroup', { name: 'No group', description: 'None.', ...input }),
    ).toEqual([code]);
  });

  it('changes what a member is for the coalition’s admins of another member alone', async () => {
    const { member } = await givenMembers(app, 'member');
    const input = { memberId: member.id, country: 'PL', reason: 'It moved.' };
    expect(await member.mutationErrorCodes('changeMemberAttributes', input)).toEqual(['FORBIDDEN']);
    expect(await analyst.mutationErrorCodes('changeMemberAttributes', input)).toEqual(['FORBIDDEN']);
    const { viewer } = await admin.query<{ viewer: { member: { id: string } } }>(
      '{ viewer { member { id } } }',
    );
    expect(
      await admin.refusalCodes('changeMemberAttributes', { ...input, memberId: viewer.member.id }),
    ).toEqual(['OWN_MEMBER']);
    expect(
      await admin.refusalCodes('changeMemberAttributes', {
        ...input,
        memberId: 'mem_AAAAAAAAAAAAAAAAAAAAAA',
      }),
    ).toEqual(['NOT_FOUND']);
    expect(await admin.refusalCodes('changeMemberAttributes', { ...input, reason: ' ' })).toEqual([
      'REQUIRED',
    ]);
  });

  it('is kept by the database, whoever writes', async () => {
    const group = await groupBy({ countries: ['IS'] });
    const outsider = await givenMember(app, { country: 'NO' });
    const insider = await givenMember(app, { country: 'IS' });
    const bytes = Buffer.from(group.slice(4), 'base64url').toString('hex');
    const writes: readonly (readonly [string, readonly string[]])[] = [
      ['insert into sharing_group_member values ($1, $2, now())', [bytes, outsider.memberId]],
      [
        'delete from sharing_group_member where sharing_group_id = $1 and member_id = $2',
        [bytes, insider.memberId],
      ],
      ["update sharing_group set rule_countries = '{NO}' where id = $1", [bytes]],
    ];
    for (const [sql, values] of writes)
      await expect(asOwner(app.database, (tx) => tx.query(sql, values))).rejects.toMatchObject({
        cause: { code: 'CD403' },
      });
  });

  it('says the same in code as in SQL, of any rule and any member, while both come and change', async () => {
    const kinds = Object.keys(MEMBER_KINDS) as MemberKind[];
    const aKind = fc.constantFrom(...kinds.slice(0, 4));
    const aCountry = fc.constantFrom('DE', 'FR', 'NL');
    const aRegion = fc.constantFrom('EU', 'eu', 'North', 'north', 'NORTH');
    const someOf = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[] | null> =>
      fc.option(fc.uniqueArray(value, { minLength: 1, maxLength: 2 }));
    const aMember = fc.record({ kind: aKind, country: aCountry, region: fc.option(aRegion) });
    const aRule = fc
      .record({
        kinds: someOf(aKind),
        countries: someOf(aCountry),
        regions: someOf(aRegion.map((region) => region.toLowerCase())),
      })
      .filter((rule) => Object.values(rule).some((list) => list !== null));

    await fc.assert(
      fc.asyncProperty(aRule, aMember, aMember, fc.boolean(), async (rule, first, second, memberFirst) => {
        const [member, group] = [newId('member'), newId('sharingGroup')];
        const insertMember = (): Promise<unknown> =>
          asOwner(app.database, (tx) =>
            tx.query(
              `insert into member (id, name, kind, country, region, status, applied_at, changed_at)
               values ($1, $2, $3, $4, $5, 'ACTIVE', now(), now())`,
              [member, member, first.kind, first.country, first.region],
            ),
          );
        const insertGroup = (): Promise<unknown> =>
          asOwner(app.database, (tx) =>
            tx.query(
              `insert into sharing_group (id, name, description, created_at, rule_kinds, rule_countries, rule_regions)
               values ($1, $2, '', now(), $3, $4, $5)`,
              [group, group, rule.kinds, rule.countries, rule.regions],
            ),
          );
        await (memberFirst ? insertMember() : insertGroup());
        await (memberFirst ? insertGroup() : insertMember());
        expect(await isInside(group, member)).toBe(followsGroupRule(rule satisfies GroupRule, first));

        await asOwner(app.database, (tx) =>
          tx.query('update member set kind = $2, country = $3, region = $4 where id = $1', [
            member,
            second.kind,
            second.country,
            second.region,
          ]),
        );
        expect(await isInside(group, member)).toBe(followsGroupRule(rule, second));
        await asOwner(app.database, async (tx) => {
          await tx.query(
            `update member set country = 'ZZ', region = null, kind = 'CLEARINGHOUSE' where id = $1`,
            [member],
          );
        });
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('misses nobody who changes while it is being made', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { mover } = await givenMembers(app, 'mover');
      const [group] = await Promise.all([groupBy({ countries: ['MT'] }), becomes(mover, { country: 'MT' })]);
      expect(await groupsOf(mover)).toContain(group);
    }
  });

  async function isInside(group: string, member: string): Promise<boolean> {
    const rows = await asOwner(app.database, (tx) =>
      tx.query('select 1 from sharing_group_member where sharing_group_id = $1 and member_id = $2', [
        group,
        member,
      ]),
    );
    return rows.length > 0;
  }
});
