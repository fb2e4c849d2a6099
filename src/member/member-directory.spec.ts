import { createTestDatabase, openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { newId, type MemberId, type SharingGroupId } from '../common/id.js';
import { MemberDirectory } from './member-directory.js';
import { asOwner } from '../../test/support/as-owner.js';

const directory = new MemberDirectory();
const inside = newId('member');
const outside = newId('member');
const left = newId('member');
const group = newId('sharingGroup');

let testDatabase: TestDatabase;
let opened: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openTestDatabase(testDatabase);
  await asOwner(opened.database, async (tx) => {
    for (const [id, name, status] of [
      [inside, 'Inside', 'ACTIVE'],
      [outside, 'Outside', 'ACTIVE'],
      [left, 'Left', 'LEFT'],
    ]) {
      await tx.query(
        `insert into member (id, name, kind, country, status, applied_at, changed_at)
         values ($1, $2, 'ISSUER', 'SE', $3, now(), now())`,
        [id, name, status],
      );
    }
    await tx.query(`insert into sharing_group values ($1, 'Nordics', 'Of the north', now())`, [group]);
    await tx.query(`insert into sharing_group_member values ($1, $2, now())`, [group, inside]);
  });
});

afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});

const visible = (memberId: MemberId, groupId: SharingGroupId) =>
  asOwner(opened.database, (tx) => directory.groupVisibleTo(tx, memberId, groupId));

describe('MemberDirectory', () => {
  it('shows a group to those that are in it', async () => {
    expect(await visible(inside, group)).toEqual({ id: group, name: 'Nordics' });
  });

  it('gives the same nothing for a group one is not in and for one there is not', async () => {
    expect([await visible(outside, group), await visible(outside, newId('sharingGroup'))]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('names active members, each once, and leaves unknown ones and those that left out', async () => {
    const members = await asOwner(opened.database, (tx) =>
      directory.membersByIds(tx, [inside, left, inside, newId('member')]),
    );
    expect(members).toEqual(
      new Map([[inside, { id: inside, name: 'Inside', kind: 'ISSUER', country: 'SE' }]]),
    );
  });

  it('asks for nothing when it is asked of nothing', async () => {
    expect(await asOwner(opened.database, (tx) => directory.membersByIds(tx, []))).toEqual(new Map());
  });
});
