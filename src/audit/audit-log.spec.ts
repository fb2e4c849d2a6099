import { createTestDatabase, openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { FakeClock } from '../../test/support/fake-clock.js';
import type { Actor } from '../common/actor.js';
import { newId } from '../common/id.js';
import { AuditLog, type AuditedAct } from './audit-log.js';
import { asOwner } from '../../test/support/as-owner.js';

let testDatabase: TestDatabase;
let opened: Awaited<ReturnType<typeof openTestDatabase>>;
const log = new AuditLog(new FakeClock('2026-06-01T12:00:00.000Z'));

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openTestDatabase(testDatabase);
});

afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});

const actor: Actor = {
  kind: 'user',
  memberId: newId('member'),
  userId: newId('user'),
  roles: ['SCREENER'],
  authenticatedAt: new Date(0),
  epoch: 0,
  requestId: 'request-1',
};

const anAct = (change: Partial<AuditedAct> = {}): AuditedAct => ({
  action: 'indicator.read',
  objectKind: 'indicator',
  objectIds: [],
  ...change,
});

describe('AuditLog.append', () => {
  it('keeps who did what, with which purpose, in which request', async () => {
    const id = newId('indicator');
    const detail = { count: 1, kinds: ['IBAN'] };
    await asOwner(opened.database, (tx) =>
      log.append(tx, actor, anAct({ purpose: 'ONBOARDING', objectIds: [id], detail })),
    );
    const rows = await asOwner(opened.database, (tx) =>
      tx.query(
        `select at, member_id, principal_id, action, purpose, object_kind, object_ids, request_id, detail
         from audit_entry where object_ids = $1`,
        [[id]],
      ),
    );
    expect(rows).toEqual([
      {
        at: new Date('2026-06-01T12:00:00.000Z'),
        member_id: actor.memberId,
        principal_id: actor.userId,
        action: 'indicator.read',
        purpose: 'ONBOARDING',
        object_kind: 'indicator',
        object_ids: [id],
        request_id: 'request-1',
        detail,
      },
    ]);
  });

  it('keeps nothing of what was rolled back', async () => {
    const id = newId('indicator');
    const work = asOwner(opened.database, async (tx) => {
      await log.append(tx, null, anAct({ objectIds: [id] }));
      throw new Error('rolled back');
    });
    await expect(work).rejects.toThrow('rolled back');
    const rows = await asOwner(opened.database, (tx) =>
      tx.query('select 1 from audit_entry where object_ids = $1', [[id]]),
    );
    expect(rows).toEqual([]);
  });

  it.each(['read', 'indicator read', 'Indicator.read', 'indicator.', '.read', 'indicator..read'])(
    'refuses the action %p',
    async (action) => {
      const work = asOwner(opened.database, (tx) => log.append(tx, actor, anAct({ action })));
      await expect(work).rejects.toThrow('a dotted verb');
    },
  );

  it('refuses more objects than one entry names', async () => {
    const objectIds = Array.from({ length: 101 }, () => newId('indicator'));
    const work = asOwner(opened.database, (tx) => log.append(tx, actor, anAct({ objectIds })));
    await expect(work).rejects.toThrow('AUDIT_OBJECTS_MAX');
  });
});
