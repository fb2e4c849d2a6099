import { AlertEscalation, Alerts } from '../../../src/alert/index.js';
import { fromGlobalId, newId, toGlobalId } from '../../../src/common/id.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { CaseName } from './belonging.js';
import type { Cast } from './given-members.js';
import type { OwnedTarget } from './owned-target.js';
import type { CaseTarget } from './targets.js';

/** The bank of every account that the cases name (canary-values.ts). */
const BANK_CODE = 'NLTEST';

/** What the bank serves, before there is anything listed in it, and a range of another member. */
export async function givenRanges(app: TestApp, { members }: Cast): Promise<void> {
  for (const [member, kind, value] of [
    [members.bank, 'IBAN_BANK', BANK_CODE],
    [members.peer, 'WALLET_PROVIDER', 'PAYPAL'],
  ] as const)
    await asOwner(app.database, (tx) =>
      tx.query(
        `insert into service_range (id, member_id, kind, value, registered_by, registered_at)
         select $1, $2, $3, $4, p.id, $5 from principal p where p.member_id = $2 limit 1`,
        [newId('serviceRange'), member.memberId, kind, value, app.clock.now()],
      ),
    );
}

/**
 * Notices of the bank stand already, for what others reported of the accounts that it serves; here is one of another member,
 * about what the bank reported.
 */
export async function aNoticeOfAnother(
  app: TestApp,
  { members: { peer } }: Cast,
  cases: ReadonlyMap<CaseName, CaseTarget>,
): Promise<void> {
  const id = newId('notice');
  const merchantId = fromGlobalId('merchant', cases.get('own@bank')?.merchant ?? '');
  const made = await asOwner(app.database, (tx) =>
    tx.query(
      `insert into notice (id, member_id, merchant_view_id, handling_scope_id, service_range_ids, indicator_ids, forwarded,
         raised_at)
       select $1, $2, m.own_merchant_id, m.handling_scope_id, '{}', '{}', true, $4
       from merchant_view_member m where m.own_merchant_id = $3 limit 1 returning id`,
      [id, peer.memberId, merchantId, app.clock.now()],
    ),
  );
  if (made.length === 0) throw new Error('What the bank reported is listed.');
  await app.database.asSystem('resolver', (tx) =>
    app.nest.get(Alerts).raise(tx, [
      {
        memberId: peer.memberId,
        kind: 'NOTICE',
        objectId: id,
        acknowledgeBy: app.clock.now(),
        actBy: app.clock.now(),
      },
    ]),
  );
  // It is overdue from the beginning, and so before the analysts.
  await app.nest.get(AlertEscalation).sweep();
}

/** Every alert, notice and range, as something that its member has together. */
export async function noticeTargets(app: TestApp): Promise<readonly OwnedTarget[]> {
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ kind: 'alert' | 'notice' | 'serviceRange'; id: string; memberId: string }>(
      `select 'notice' as kind, id, member_id as "memberId" from notice where ended_at is null
       union all select 'alert', id, member_id from alert where kind = 'NOTICE' and status <> 'CLOSED'
       union all select 'serviceRange', id, member_id from service_range`,
    ),
  );
  return rows.map(({ kind, id, memberId }) => ({
    target: { kind, id: toGlobalId(kind, id as never) },
    belonging: { of: 'member things', memberId: toGlobalId('member', memberId as never) },
  }));
}
