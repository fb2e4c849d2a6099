import { holds } from '../step/step.js';
import { rowsOf, type World } from '../world.js';
import type { Invariant } from './invariant.js';

/** The sellers of descriptions, by the account that their reports name first. */
const SELLERS = `select d.id, d.merchant_id, d.own_merchant_id, d.active, v.identifiers->0->>'value' as account
  from description d join report_version v on v.report_id = d.id and v.version = 1`;

export const HELD_IS_SHADOWED: Invariant = {
  rule: '5: a merchant is held as long as a hold stands on it, and then nothing of it is where others see it',
  check: async (world) => {
    await checkMerchants(world);
    await checkShadows(world);
  },
};

async function checkMerchants(world: World): Promise<void> {
  const rows = await rowsOf<{ account: string; held: boolean }>(
    world,
    `with seller as (${SELLERS})
     select distinct s.account, m.held from seller s join merchant m on m.id = s.merchant_id where s.active`,
  );
  const held = new Set(heldAccounts(world));
  for (const { account, held: seen } of rows)
    holds(
      HELD_IS_SHADOWED.rule,
      seen === held.has(account),
      () => `expected ${account} ${held.has(account) ? 'to be held' : 'to be free'}, seen otherwise`,
    );
}

async function checkShadows(world: World): Promise<void> {
  const rows = await rowsOf<{ kind: string; account: string }>(
    world,
    `with seller as (select * from (${SELLERS}) every where every.account = any($1::text[])),
       open as (select id from handling_scope where held_for is null)
     select distinct 'view' as kind, s.account from merchant_view v join open o on o.id = v.handling_scope_id
       join seller s on s.merchant_id = v.merchant_id
     union select 'served view', s.account from served_view v join open o on o.id = v.handling_scope_id
       join seller s on s.merchant_id = v.merchant_id
     union select 'indicator', s.account from indicator i join open o on o.id = i.handling_scope_id
       join seller s on s.merchant_id = i.merchant_id where i.status in ('ACTIVE', 'DISPUTED')
     union select 'notice', s.account from notice n join open o on o.id = n.handling_scope_id
       join seller s on s.own_merchant_id = n.merchant_view_id where n.ended_at is null`,
    [heldAccounts(world)],
  );
  holds(HELD_IS_SHADOWED.rule, rows.length === 0, () => `expected nothing, seen ${JSON.stringify(rows)}`);
}

function heldAccounts({ sellers }: World): readonly string[] {
  return sellers.filter((seller) => seller.holds.size > 0).map(({ account }) => account);
}
