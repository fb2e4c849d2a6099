import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was shared and is withdrawn, and who had received it. Each recipient sees of a recall what it received itself. Code
 * from before runs on beside it, and recalls nothing.
 */
export class CreateRecall1795219200076 implements MigrationInterface {
  readonly name = 'CreateRecall1795219200076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy alert_recalled on alert;
      drop table recall_recipient, recall_indicator, recall cascade;
    `);
  }
}

const TABLES = `
  create table recall (
    id uuid primary key,
    -- Null where one member is told of several: it no longer sees the scope at all.
    merchant_view_id uuid,
    handling_scope_id uuid not null references handling_scope (id),
    -- Where it is for one member alone.
    only_member_id uuid references member (id),
    reason text not null,
    withdrawn_at timestamptz not null,
    -- Whoever is looked for in the members behind this one.
    looked_up_to uuid,
    -- The first transaction that may have begun only after it was planned: those before may still hand out what is recalled.
    planned_before bigint not null,
    -- Whether all of them were over when the search began that is under way.
    last_search boolean not null,
    settled_at timestamptz,
    constraint recall_reason_check check (reason in ('WITHDRAWN', 'EXPIRED', 'RULED_OUT'))
  );
  create index recall_unsettled on recall (withdrawn_at, id) where settled_at is null;
  create index recall_newest on recall (withdrawn_at, id);
  create index recall_scope on recall (handling_scope_id, withdrawn_at);

  create table recall_indicator (
    recall_id uuid not null references recall (id),
    indicator_id uuid not null,
    type text not null,
    scope text,
    display text not null,
    value_hash bytea not null,
    -- Its place in the feed: what was handed out before is recalled.
    place bigint not null,
    primary key (recall_id, indicator_id)
  );
  create index recall_indicator_indicator on recall_indicator (indicator_id);

  create table recall_recipient (
    recall_id uuid not null references recall (id),
    member_id uuid not null references member (id),
    -- As the recall's: its policy asks for recipients, so theirs does not ask for it.
    handling_scope_id uuid not null,
    -- Those that it received, 1 or more.
    indicator_ids uuid[] not null,
    primary key (recall_id, member_id)
  );
  create index recall_recipient_member on recall_recipient (member_id);
`;

const OWN_MEMBER = '(select current_member())';
const ANALYST = `(select acts_as('COALITION_ANALYST'))`;

const POLICIES = `
  grant select on recall, recall_indicator, recall_recipient to cordon_service;
  grant select, insert, update on recall, recall_recipient to cordon_resolver;
  grant select, insert on recall_indicator to cordon_resolver;
  ${['recall', 'recall_indicator', 'recall_recipient']
    .map(
      (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_resolver on ${table} to cordon_resolver using (true) with check (true);
  create policy ${table}_migrator on ${table} to cordon_migrator using (true) with check (true);`,
    )
    .join('')}

  create policy recall_recipient_own on recall_recipient for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy recall_own on recall for select to cordon_service
    using (coalesce((select true from recall_recipient p where p.recall_id = recall.id and p.member_id = ${OWN_MEMBER}), false));
  -- Analysts see what becomes of the recalls of scopes that they see. What it is about they do not see by it.
  create policy recall_oversight on recall for select to cordon_service
    using (${ANALYST} and handling_scope_id = any ((select visible_scopes())::uuid[]));
  create policy recall_recipient_oversight on recall_recipient for select to cordon_service
    using (${ANALYST} and handling_scope_id = any ((select visible_scopes())::uuid[]));
  create policy recall_indicator_own on recall_indicator for select to cordon_service
    using (coalesce((select true from recall_recipient p where p.recall_id = recall_indicator.recall_id
      and p.member_id = ${OWN_MEMBER} and recall_indicator.indicator_id = any (p.indicator_ids)), false));
  create policy alert_recalled on alert for select to cordon_service
    using (${ANALYST} and kind = 'RECALL'
      and coalesce((select true from recall r where r.id = alert.object_id
        and r.handling_scope_id = any ((select visible_scopes())::uuid[])), false));
`;
