import fc from 'fast-check';
import { type MemberId, newId, type SharingGroupId } from '../src/common/id.js';
import {
  type Handling,
  handlingDigest,
  handlingScope,
  maySeeScope,
  TLP_LEVELS,
} from '../src/report/handling.js';
import {
  createTestDatabase,
  openTestDatabase,
  type OpenDatabase,
  type TestDatabase,
} from './support/database.js';
import { asOwner } from './support/as-owner.js';

const RUNS = 200;

/** product.md, rule 3: one predicate under every path. It is written twice, for code and for SQL. */
describe('the visibility rule', () => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  const members = Array.from({ length: 4 }, () => newId('member'));
  const groups = Array.from({ length: 3 }, () => newId('sharingGroup'));
  /** Which groups each member is in. */
  const groupsOf = new Map<MemberId, ReadonlySet<SharingGroupId>>();

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    open = await openTestDatabase(testDatabase);
    await asOwner(open.database, async (tx) => {
      for (const [index, id] of members.entries())
        await tx.query(
          `insert into member (id, name, kind, country, status, applied_at, changed_at)
           values ($1, $2, 'ISSUER', 'EE', 'ACTIVE', now(), now())`,
          [id, `Member ${index}`],
        );
      for (const [index, id] of groups.entries())
        await tx.query(
          `insert into sharing_group (id, name, description, created_at) values ($1, $2, '', now())`,
          [id, `Group ${index}`],
        );
      // The first member is in every group, the second in one, the others in none.
      for (const [member, joined] of [
        [members[0], groups],
        [members[1], groups.slice(0, 1)],
      ] as const)
        for (const group of joined)
          await tx.query('insert into sharing_group_member values ($1, $2, now())', [group, member]);
    });
    members.forEach((id, index) => {
      groupsOf.set(id, new Set(index === 0 ? groups : index === 1 ? groups.slice(0, 1) : []));
    });
  });

  afterAll(async () => {
    await open.close();
    await testDatabase.drop();
  });

  async function sqlSays(
    scope: ReturnType<typeof handlingScope>,
    reader: MemberId,
    analyst: boolean,
  ): Promise<boolean> {
    return asOwner(open.database, async (tx) => {
      const digest = handlingDigest(scope);
      await tx.query(
        `insert into handling_scope (id, digest, tlp, sharing_group_id, reporter_id, named_member_ids)
         values (gen_random_uuid(), $1, $2, $3, $4, $5) on conflict (digest) do nothing`,
        [digest, scope.tlp, scope.sharingGroupId, scope.reporterId, scope.namedMemberIds],
      );
      const [row] = await tx.query<{ may: boolean }>(
        'select may_see_scope(s, $2, $3) as may from handling_scope s where s.digest = $1',
        [digest, reader, analyst],
      );
      return row?.may ?? false;
    });
  }

  it('says the same in code as in SQL, of any handling and any reader', async () => {
    const aMember = fc.constantFrom(...members);
    const aHandling: fc.Arbitrary<Handling> = fc.oneof(
      fc.record({
        tlp: fc.constantFrom(...TLP_LEVELS.filter((tlp) => tlp !== 'RED')),
        sharingGroupId: fc.option(fc.constantFrom(...groups)),
        namedMemberIds: fc.constant([]),
      }),
      fc.record({
        tlp: fc.constant('RED' as const),
        sharingGroupId: fc.constant(null),
        namedMemberIds: fc.uniqueArray(aMember, { maxLength: 3 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        aHandling,
        aMember,
        aMember,
        fc.boolean(),
        async (handling, reporter, reader, analyst) => {
          const scope = handlingScope(handling, reporter);
          const code = maySeeScope(scope, {
            memberId: reader,
            sharingGroupIds: groupsOf.get(reader) ?? new Set(),
            analyst,
          });

          expect(await sqlSays(scope, reader, analyst)).toBe(code);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
