import { holds } from '../step/step.js';
import { rowsOf } from '../world.js';
import type { Invariant, MemberInvariant } from './invariant.js';

export const SUSPENDED_IS_OUT: Invariant = {
  rule: '12: a member that is suspended or has left is answered nothing',
  check: async ({ members }) => {
    for (const { status, caller, machine, name } of members) {
      if (status === 'ACTIVE') continue;
      for (const document of ['{ viewer { member { id } } }', '{ recalls(first: 1) { nodes { id } } }']) {
        for (const each of [caller, machine]) {
          const codes = await each.errorCodes(document);
          holds(
            SUSPENDED_IS_OUT.rule,
            codes.length > 0 && codes.every((code) => code === 'UNAUTHENTICATED'),
            () => `expected ${name} to be refused, seen ${codes.join(', ')}`,
          );
        }
      }
    }
  },
};

export const SUSPENDED_DID_NOTHING: Invariant = {
  rule: '12: nobody did anything or was answered anything while its member was suspended, or since it has left',
  check: async (world) => {
    const rows = await rowsOf(
      world,
      `with done as (
         select a.principal_id, a.at, a.action as what from audit_entry a
         union all select s.principal_id, s.created_at, 'screening' from screening s)
       select m.name, standing.to_status, done.what, done.at
       from done join principal p on p.id = done.principal_id join member m on m.id = p.member_id
       join lateral (select c.to_status, c.changed_at from member_status_change c
         where c.member_id = m.id and c.changed_at <= done.at order by c.id desc limit 1) standing on true
       where standing.to_status in ('SUSPENDED', 'LEFT') and standing.changed_at < done.at limit 5`,
    );
    holds(
      SUSPENDED_DID_NOTHING.rule,
      rows.length === 0,
      () => `expected nothing, seen ${JSON.stringify(rows)}`,
    );
  },
};

export const NOTHING_LOST: Invariant = {
  rule: '14: nothing accepted is lost or doubled',
  check: async (world) => {
    const stored = await rowsOf<{ status: string; count: number }>(
      world,
      `select 'report ' || status as status, count(*)::int as count from report group by 1
       union all select 'action ' || status, count(*)::int from action group by 1
       union all select 'dispute ' || status, count(*)::int from dispute group by 1`,
    );
    const sent = [
      ...world.reports.map(({ status }) => `report ${status}`),
      ...world.actions.map(({ status }) => `action ${status}`),
      ...world.disputes.map(({ status }) => `dispute ${status}`),
    ];
    const expected = [...Map.groupBy(sent, (status) => status)].map(([status, { length }]) => ({
      status,
      count: length,
    }));
    const inOrder = (rows: readonly { readonly status: string }[]): string =>
      JSON.stringify([...rows].sort((one, other) => (one.status < other.status ? -1 : 1)));
    holds(
      NOTHING_LOST.rule,
      inOrder(stored) === inOrder(expected),
      () => `expected ${inOrder(expected)}, seen ${inOrder(stored)}`,
    );
  },
};

export const ONE_MERCHANT_EACH: Invariant = {
  rule: '2 and 6: reports of one seller are one merchant, and no two sellers are, nor do their ids lead to one',
  check: async (world) => {
    const rows = await rowsOf<{ kind: string; said: string }>(
      world,
      `with said as (
         select d.id, d.own_merchant_id, d.merchant_id, d.active, v.identifiers->0->>'value' as account
         from description d join report_version v on v.report_id = d.id and v.version = 1)
       select 'seller of several merchants' as kind, account as said from said where active
         group by account having count(distinct merchant_id) > 1
       union all select 'merchant of several sellers', merchant_id::text from said
         group by merchant_id having count(distinct account) > 1
       union all select 'view of several sellers', m.merchant_view_id::text from merchant_view_member m
         join said using (own_merchant_id)
         group by m.merchant_view_id, m.handling_scope_id having count(distinct account) > 1`,
    );
    holds(ONE_MERCHANT_EACH.rule, rows.length === 0, () => JSON.stringify(rows));
  },
};

export const READS_ARE_LOGGED: MemberInvariant = {
  rule: '10: every read of what is shared declares its purpose, and is logged',
  check: async (world, { caller, name }) => {
    const noted = async (): Promise<number> => {
      const [row] = await rowsOf<{ count: number }>(
        world,
        `select count(*)::int as count from audit_entry
         where member_id = $1 and purpose = 'PERIODIC_REVIEW' and action like '%.read%'`,
        [caller.memberId],
      );
      return row?.count ?? 0;
    };
    const before = await noted();
    await caller.query('{ indicators(purpose: PERIODIC_REVIEW, first: 1) { nodes { id } } }');
    await caller.query('{ notices(purpose: PERIODIC_REVIEW, first: 1) { nodes { id } } }');
    const after = await noted();
    holds(
      READS_ARE_LOGGED.rule,
      after === before + 2,
      () => `expected two more entries for ${name}, seen ${after - before}`,
    );
    // That something waits says nothing of what is shared.
    const rows = await rowsOf<{ action: string }>(
      world,
      `select distinct action from audit_entry where object_kind in ('indicator', 'notice') and purpose is null
         and action like '%.read' and action <> 'work.read' limit 5`,
    );
    holds(
      READS_ARE_LOGGED.rule,
      rows.length === 0,
      () => `expected a purpose on each, seen ${JSON.stringify(rows)}`,
    );
  },
};

export const NO_CARD_NUMBER: Invariant = {
  rule: '13: no card number came in by any way',
  check: async (world) => {
    const rows = await rowsOf<{ count: number }>(
      world,
      `select (select count(*) from report_version where narrative like '%4111%')::int
         + (select count(*) from action_version where note like '%4111%')::int
         + (select count(*) from dispute where statement like '%4111%')::int as count`,
    );
    holds(NO_CARD_NUMBER.rule, rows[0]?.count === 0, () => JSON.stringify(rows));
  },
};
