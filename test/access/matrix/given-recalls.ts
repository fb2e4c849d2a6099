import { Alerts } from '../../../src/alert/index.js';
import { fromGlobalId, newId, toGlobalId } from '../../../src/common/id.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { CaseName } from './belonging.js';
import type { Cast } from './given-members.js';
import type { OwnedTarget } from './owned-target.js';
import type { CaseTarget } from './targets.js';

/**
 * A recall for the bank and one for another member, each of what was reported to the whole coalition: beside those that come
 * of what was withdrawn meanwhile.
 */
export async function givenRecalls(
  app: TestApp,
  { members: { bank, peer } }: Cast,
  cases: ReadonlyMap<CaseName, CaseTarget>,
): Promise<void> {
  for (const [member, name] of [
    [bank, 'other'],
    [peer, 'own@bank'],
  ] as const) {
    const id = newId('recall');
    const merchantId = fromGlobalId('merchant', cases.get(name)?.merchant ?? '');
    const now = app.clock.now();
    await app.database.asSystem('resolver', async (tx) => {
      const made = await tx.query(
        `insert into recall (id, merchant_view_id, handling_scope_id, reason, withdrawn_at, planned_before, last_search,
           settled_at)
         select $1, i.merchant_view_id, i.handling_scope_id, 'WITHDRAWN', $3, 0, true, $3
         from indicator i join merchant_view_member m on m.merchant_view_id = i.merchant_view_id
           and m.handling_scope_id = i.handling_scope_id
         where m.own_merchant_id = $2 limit 1 returning id`,
        [id, merchantId, now],
      );
      if (made.length === 0) throw new Error(`${name} is listed.`);
      await tx.query(
        `insert into recall_indicator (recall_id, indicator_id, type, scope, display, value_hash, place)
         select r.id, i.id, i.type, i.scope, i.display, i.value_hash, 0
         from recall r join indicator i on i.merchant_view_id = r.merchant_view_id
           and i.handling_scope_id = r.handling_scope_id where r.id = $1`,
        [id],
      );
      await tx.query(
        `insert into recall_recipient (recall_id, handling_scope_id, member_id, indicator_ids)
         select r.id, r.handling_scope_id, $2, array(select indicator_id from recall_indicator where recall_id = r.id)
         from recall r where r.id = $1`,
        [id, member.memberId],
      );
      await app.nest
        .get(Alerts)
        .raise(tx, [
          { memberId: member.memberId, kind: 'RECALL', objectId: id, acknowledgeBy: now, actBy: now },
        ]);
    });
  }
}

/** Every recall that one member alone received, and the alert that tells of it. */
export async function recallTargets(app: TestApp): Promise<readonly OwnedTarget[]> {
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ kind: 'alert' | 'recall'; id: string; memberId: string }>(
      `select 'recall' as kind, p.recall_id as id, p.member_id as "memberId" from recall_recipient p
       where (select count(*) from recall_recipient other where other.recall_id = p.recall_id) = 1
       union all select 'alert', id, member_id from alert where kind = 'RECALL' and status <> 'CLOSED'`,
    ),
  );
  return rows.map(({ kind, id, memberId }) => ({
    target: { kind, id: toGlobalId(kind, id as never) },
    belonging: { of: 'member things', memberId: toGlobalId('member', memberId as never) },
  }));
}
