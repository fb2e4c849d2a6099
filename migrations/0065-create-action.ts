import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What members make of a match or a notice, and what they did about the merchant. Neither is edited: an assessment is
 * replaced by a later one, an action is corrected by a new version or withdrawn. Screenings and notices are named without
 * foreign keys: they may be cleared away before what was done about them. Code from before runs on beside it.
 */
export class CreateAction1795219200065 implements MigrationInterface {
  readonly name = 'CreateAction1795219200065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table action_version, action, disposition');
  }
}

const TABLES = `
  create table disposition (
    id uuid primary key,
    member_id uuid not null references member (id),
    notice_id uuid,
    screening_id uuid,
    merchant_id uuid not null,
    -- Of one lead, from 1: the highest holds.
    version integer not null,
    assessment text not null,
    rationale text not null,
    recorded_by uuid not null references principal (id),
    at timestamptz not null,
    constraint disposition_assessment_check check (assessment in ('SAME_MERCHANT', 'NOT_SAME_MERCHANT', 'UNSURE')),
    constraint disposition_lead_check check ((notice_id is null) <> (screening_id is null))
  );
  create unique index disposition_notice_key on disposition (member_id, notice_id, version) where notice_id is not null;
  create unique index disposition_match_key on disposition (member_id, screening_id, merchant_id, version)
    where screening_id is not null;
  create index disposition_member on disposition (member_id, at, id);

  create table action (
    id uuid primary key,
    member_id uuid not null references member (id),
    client_reference text not null,
    notice_id uuid,
    screening_id uuid,
    merchant_id uuid not null,
    -- The indicators on which the match or notice rested: what is recalled later is looked up by them.
    indicator_ids uuid[] not null,
    status text not null,
    version integer not null,
    withdrawal_reason text,
    recorded_at timestamptz not null,
    changed_at timestamptz not null,
    constraint action_status_check check (status in ('RECORDED', 'WITHDRAWN')),
    constraint action_withdrawal_check check ((status = 'WITHDRAWN') = (withdrawal_reason is not null)),
    constraint action_lead_check check ((notice_id is null) <> (screening_id is null))
  );
  create unique index action_client_reference_key on action (member_id, client_reference);
  create index action_member on action (member_id, recorded_at, id);
  create index action_recorded on action (recorded_at, id);
  create index action_indicators on action using gin (indicator_ids);

  create table action_version (
    action_id uuid not null references action (id),
    version integer not null,
    kind text not null,
    effective_on date not null,
    accounts_closed integer,
    network_list text,
    network_code text,
    network_listed_on date,
    forwarded_to uuid references member (id),
    note text,
    disposition_id uuid references disposition (id),
    recorded_by uuid not null references principal (id),
    at timestamptz not null,
    primary key (action_id, version),
    constraint action_version_kind_check check (kind in ('TERMINATED', 'SUSPENDED', 'RESTRICTED', 'DECLINED',
      'MONITORING_AT_LAW_ENFORCEMENT_REQUEST', 'ALREADY_CLOSED', 'NOT_OUR_MERCHANT', 'FORWARDED', 'UNABLE_TO_TRACE',
      'TEST_TRANSACTION_BLOCKED', 'NO_ACTION_FALSE_POSITIVE')),
    constraint action_version_accounts_check check (accounts_closed between 0 and 100000),
    constraint action_version_network_check check (num_nulls(network_list, network_code, network_listed_on) in (0, 3)),
    constraint action_version_disposition_check check (disposition_id is not null
      or kind not in ('TERMINATED', 'SUSPENDED', 'RESTRICTED', 'DECLINED', 'NO_ACTION_FALSE_POSITIVE'))
  );
`;

const OWN_MEMBER = '(select current_member())';
const ONESELF = '(select current_principal())';
const ANALYST = `(select acts_as('COALITION_ANALYST'))`;

/**
 * A member's people see what their member recorded; analysts see actions on merchants of which they see the report that the
 * merchant goes by, which the policies of descriptions decide. What a member makes of a match stays with it.
 */
const POLICIES = `
  grant select, insert on disposition, action, action_version to cordon_service;
  grant update (status, version, withdrawal_reason, changed_at) on action to cordon_service;

  create policy disposition_member on disposition for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy disposition_insert on disposition for insert to cordon_service
    with check (member_id = current_member() and recorded_by = current_principal());

  create policy action_member on action for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy action_triage on action for select to cordon_service
    using (${ANALYST}
      and coalesce((select true from description d where d.own_merchant_id = action.merchant_id limit 1), false));
  create policy action_insert on action for insert to cordon_service with check (member_id = current_member());
  create policy action_update on action for update to cordon_service
    using (member_id = ${OWN_MEMBER}) with check (member_id = ${OWN_MEMBER});

  create policy action_version_reader on action_version for select to cordon_service
    using (coalesce((select true from action a where a.id = action_version.action_id limit 1), false));
  create policy action_version_insert on action_version for insert to cordon_service
    with check (recorded_by = ${ONESELF}
      and coalesce((select true from action a where a.id = action_version.action_id and a.member_id = ${OWN_MEMBER} limit 1),
        false));

  ${['disposition', 'action', 'action_version']
    .map(
      (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_migrator on ${table} to cordon_migrator using (true) with check (true);`,
    )
    .join('')}
`;
