import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row policies on every table that holds what belongs to a member or is shared by some. Each table says for itself who sees
 * and writes which of its rows, by nothing but who has entered (`current_member`, `acts_as` ...): the rules that repositories
 * put into their statements are written apart from these, so that neither leans on the other. Forced, so that the owner of
 * the tables obeys them as well. Code runs on beside it that works with the grants of the migration before.
 */
export class CreateRowPolicies1795219200025 implements MigrationInterface {
  readonly name = 'CreateRowPolicies1795219200025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      TABLES.map(
        (table) =>
          `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      ).join('\n'),
    );
    await runner.query(SERVICE_POLICIES);
    await runner.query(SYSTEM_POLICIES.join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare
        gone record;
      begin
        for gone in select polname, polrelid::regclass as place from pg_policy
          where polrelid::regclass::text in (${TABLES.map((table) => `'${table}'`).join(', ')})
        loop
          execute format('drop policy %I on %s', gone.polname, gone.place);
        end loop;
      end $$;
      ${TABLES.map(
        (table) =>
          `alter table ${table} no force row level security; alter table ${table} disable row level security;`,
      ).join('\n')}
    `);
  }
}

const TABLES = [
  'app_user',
  'audit_entry',
  'client',
  'client_assertion',
  'description',
  'description_key',
  'description_retrieval_key',
  'handling_scope',
  'indicator',
  'indicator_change',
  'indicator_key',
  'judgement',
  'member',
  'member_approval',
  'member_status_change',
  'merchant',
  'merchant_event',
  'merchant_view',
  'merchant_view_member',
  'name_word',
  'name_word_count',
  'name_word_variant',
  'outbox',
  'principal',
  'report',
  'report_status_change',
  'report_version',
  'review_decision',
  'screening',
  'session',
  'shared_key',
  'sharing_group',
  'sharing_group_member',
  'sign_in_attempt',
  'signing_key',
  'view_retrieval_key',
  'waiting_change',
];

const ANALYST = `(select acts_as('COALITION_ANALYST'))`;
const ADMIN = `(select acts_as('COALITION_ADMIN'))`;
const AUDITOR = `(select acts_as('AUDITOR'))`;
const MEMBER_ADMIN = `(select acts_as('MEMBER_ADMIN'))`;
const OWN_MEMBER = '(select current_member())';
const ONESELF = '(select current_principal())';

/**
 * Whether there is such a row, looked up for each row that is asked about. Not `exists`: of that the planner may make a hash
 * of all rows there are, in the whole register for one that is read.
 */
const isThere = (rows: string): string => `coalesce((select true from ${rows} limit 1), false)`;

/** Whether the principal with this id is of the member of whoever has entered. */
const ofOwnMember = (id: string): string =>
  isThere(`principal p where p.id = ${id} and p.member_id = ${OWN_MEMBER}`);

/** Whether whoever has entered is in the audience of the scope in this column. */
const inAudience = (column: string): string => `${column} = any ((select visible_scopes())::uuid[])`;

/** A report's own member; and of a description that is stored before its report is seen. */
const ofOwnReport = (id: string): string =>
  isThere(`report r where r.id = ${id} and r.member_id = ${OWN_MEMBER}`);

/** Whether a report is open to whoever has entered, by the policies of reports. */
const isOpenReport = (id: string): string => isThere(`report r where r.id = ${id}`);

const SERVICE_POLICIES = `
  -- Members, their people and machines.
  create policy member_directory on member for select to cordon_service
    using ((status = 'ACTIVE' and ${OWN_MEMBER} is not null) or id = ${OWN_MEMBER} or ${ADMIN} or ${ANALYST} or ${AUDITOR});
  create policy member_admin_insert on member for insert to cordon_service with check (${ADMIN});
  -- Who makes the people of a member locks its row, and changes nothing of it.
  create policy member_lock on member for update to cordon_service
    using (${MEMBER_ADMIN} and id = ${OWN_MEMBER}) with check (false);
  create policy member_admin_update on member for update to cordon_service using (${ADMIN}) with check (${ADMIN});

  create policy member_approval_admin on member_approval to cordon_service using (${ADMIN}) with check (${ADMIN});

  create policy member_status_change_reader on member_status_change for select to cordon_service
    using (${ADMIN} or ${AUDITOR});
  create policy member_status_change_admin on member_status_change for insert to cordon_service
    with check (${ADMIN} and changed_by = ${ONESELF});

  create policy principal_member on principal for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy principal_reader on principal for select to cordon_service using (${ADMIN} or ${AUDITOR});
  create policy principal_insert on principal for insert to cordon_service
    with check (${ADMIN} or (${MEMBER_ADMIN} and member_id = ${OWN_MEMBER}));
  create policy principal_update on principal for update to cordon_service
    using (${ADMIN} or (${MEMBER_ADMIN} and member_id = ${OWN_MEMBER}))
    with check (${ADMIN} or (${MEMBER_ADMIN} and member_id = ${OWN_MEMBER}));

  create policy app_user_self_select on app_user for select to cordon_service using (id = ${ONESELF});
  create policy app_user_self_update on app_user for update to cordon_service
    using (id = ${ONESELF}) with check (id = ${ONESELF});
  create policy app_user_admin on app_user to cordon_service
    using (${ADMIN} or (${MEMBER_ADMIN} and ${ofOwnMember('app_user.id')}))
    with check (${ADMIN} or (${MEMBER_ADMIN} and ${ofOwnMember('app_user.id')}));

  create policy client_self on client for select to cordon_service using (id = ${ONESELF});
  create policy client_admin on client to cordon_service
    using (${MEMBER_ADMIN} and ${ofOwnMember('client.id')})
    with check (${MEMBER_ADMIN} and ${ofOwnMember('client.id')});

  create policy session_self on session to cordon_service
    using (user_id = ${ONESELF}) with check (user_id = ${ONESELF});
  create policy session_admin_select on session for select to cordon_service
    using (${ADMIN} or (${MEMBER_ADMIN} and ${ofOwnMember('session.user_id')}));
  create policy session_admin_update on session for update to cordon_service
    using (${ADMIN} or (${MEMBER_ADMIN} and ${ofOwnMember('session.user_id')}));

  create policy sign_in_attempt_self on sign_in_attempt to cordon_service
    using (exists (select from app_user u where u.id = ${ONESELF} and u.email = sign_in_attempt.email));

  create policy sharing_group_member_of on sharing_group for select to cordon_service
    using (id = any (current_groups()) or ${ADMIN});
  create policy sharing_group_insert on sharing_group for insert to cordon_service with check (${ADMIN});
  create policy sharing_group_update on sharing_group for update to cordon_service using (${ADMIN}) with check (${ADMIN});

  create policy sharing_group_member_inside on sharing_group_member for select to cordon_service
    using (member_id = ${OWN_MEMBER} or sharing_group_id = any (current_groups()) or ${ADMIN});
  create policy sharing_group_member_insert on sharing_group_member for insert to cordon_service with check (${ADMIN});
  create policy sharing_group_member_delete on sharing_group_member for delete to cordon_service using (${ADMIN});

  -- The log: everyone appends in the own name; auditors read all, a member's admin what was done for the own member.
  create policy audit_entry_self on audit_entry for insert to cordon_service
    with check (member_id = current_member() and principal_id = current_principal());
  create policy audit_entry_oversight on audit_entry for select to cordon_service using (${AUDITOR});
  create policy audit_entry_member on audit_entry for select to cordon_service
    using (${MEMBER_ADMIN} and member_id = ${OWN_MEMBER});

  create policy outbox_actor on outbox for insert to cordon_service with check (current_member() is not null);

  -- Reports. The row of a scope says who is to see something, and so a RED one whom a report names: it is not for all.
  create policy handling_scope_reader on handling_scope for select to cordon_service
    using (current_member() is not null and (tlp <> 'RED' or reporter_id = current_member()
      or current_member() = any (named_member_ids) or (named_member_ids = '{}' and acts_as('COALITION_ANALYST'))));
  create policy handling_scope_reporter on handling_scope for insert to cordon_service
    with check (${OWN_MEMBER} is not null and (reporter_id is null or reporter_id = ${OWN_MEMBER}));

  create policy report_member on report for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy report_triage on report for select to cordon_service
    using ((${ANALYST} or ${AUDITOR})
      and ${isThere('report_version v where v.report_id = report.id and v.version = report.version')});
  create policy report_member_insert on report for insert to cordon_service with check (member_id = current_member());
  create policy report_member_update on report for update to cordon_service
    using (member_id = ${OWN_MEMBER}) with check (member_id = ${OWN_MEMBER});
  create policy report_triage_update on report for update to cordon_service using (${ANALYST}) with check (${ANALYST});

  create policy report_version_member on report_version for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy report_version_triage on report_version for select to cordon_service
    using ((${ANALYST} or ${AUDITOR})
      and ${isThere(`handling_scope s where s.id = report_version.handling_scope_id
        and (s.tlp <> 'RED' or sees_scope(s))`)});
  create policy report_version_insert on report_version for insert to cordon_service
    with check (member_id = current_member() and submitted_by = current_principal() and is_own_report(report_id));

  create policy report_status_change_reader on report_status_change for select to cordon_service
    using (${isOpenReport('report_status_change.report_id')});
  create policy report_status_change_insert on report_status_change for insert to cordon_service
    with check (changed_by = current_principal() and (is_own_report(report_id) or acts_as('COALITION_ANALYST')));

  -- What resolution makes of reports. A member brings and changes the description of its own report, and reads no other;
  -- an analyst reads those of the reports that are open to it, and what is judged and decided about none but these.
  create policy description_member on description for select to cordon_service
    using (${ofOwnReport('description.id')});
  create policy description_triage on description for select to cordon_service
    using (${ANALYST} and ${isOpenReport('description.id')});
  create policy description_insert on description for insert to cordon_service with check (is_own_report(id));
  create policy description_member_update on description for update to cordon_service
    using (${ofOwnReport('description.id')}) with check (${ofOwnReport('description.id')});
  -- Analysts lock descriptions, and end the one of a report that they reject.
  create policy description_triage_update on description for update to cordon_service
    using (${ANALYST} and ${isOpenReport('description.id')}) with check (${ANALYST} and not active);

  create policy description_key_insert on description_key for insert to cordon_service
    with check (is_own_report(description_id));
  create policy description_key_select on description_key for select to cordon_service
    using (${ofOwnReport('description_key.description_id')});
  create policy description_key_delete on description_key for delete to cordon_service
    using (${ofOwnReport('description_key.description_id')});

  create policy merchant_insert on merchant for insert to cordon_service
    with check (current_member() is not null and status = 'UNLISTED');
  create policy merchant_triage on merchant for select to cordon_service using (${ANALYST});
  create policy merchant_event_triage on merchant_event for select to cordon_service using (${ANALYST});

  create policy judgement_triage on judgement for select to cordon_service
    using (${ANALYST} and ${isOpenReport('judgement.description_a')} and ${isOpenReport('judgement.description_b')});
  create policy judgement_triage_insert on judgement for insert to cordon_service
    with check (${ANALYST} and origin = 'ANALYST'
      and ${isOpenReport('judgement.description_a')} and ${isOpenReport('judgement.description_b')});
  create policy judgement_triage_update on judgement for update to cordon_service
    using (${ANALYST} and ${isOpenReport('judgement.description_a')} and ${isOpenReport('judgement.description_b')})
    with check (${ANALYST});

  create policy review_decision_triage on review_decision for select to cordon_service
    using (${ANALYST}
      and not exists (select from unnest(report_ids) as named (id) where not ${isOpenReport('named.id')})
      and not exists (select from unnest(merchant_ids) as named (id)
        where not exists (select from description d where d.own_merchant_id = named.id)));
  create policy review_decision_insert on review_decision for insert to cordon_service
    with check (${ANALYST} and decided_by = ${ONESELF});
  create policy review_decision_update on review_decision for update to cordon_service
    using (${ANALYST}) with check (${ANALYST} and undone_by is not distinct from ${ONESELF});

  -- What is shared: each row for the audience of its handling.
  create policy indicator_audience on indicator for select to cordon_service
    using (${inAudience('indicator.handling_scope_id')});
  create policy indicator_key_audience on indicator_key for select to cordon_service
    using (${isThere('indicator i where i.id = indicator_key.indicator_id')});
  create policy indicator_change_audience on indicator_change for select to cordon_service
    using ((only_member_id is null or only_member_id = ${OWN_MEMBER})
      and ((only_member_id is not null and kind = 'REMOVED') or ${inAudience('indicator_change.handling_scope_id')}));
  create policy merchant_view_audience on merchant_view for select to cordon_service
    using (${inAudience('merchant_view.handling_scope_id')});
  create policy merchant_view_member_audience on merchant_view_member for select to cordon_service
    using (${inAudience('merchant_view_member.handling_scope_id')});
  create policy view_retrieval_key_audience on view_retrieval_key for select to cordon_service
    using (${inAudience('view_retrieval_key.handling_scope_id')});

  create policy screening_member on screening for select to cordon_service using (member_id = ${OWN_MEMBER});
  create policy screening_insert on screening for insert to cordon_service
    with check (member_id = current_member() and principal_id = current_principal());
`;

/** Which tables a role of the system works on, for all members; what it may do there is said by its grants. */
const SYSTEM_TABLES: Readonly<Record<string, readonly string[]>> = {
  cordon_sign_in: [
    ...['session', 'app_user', 'client', 'principal', 'member', 'sign_in_attempt', 'client_assertion'],
    ...['signing_key', 'audit_entry'],
  ],
  cordon_resolver: [
    ...[
      'member',
      'principal',
      'sharing_group',
      'sharing_group_member',
      'handling_scope',
      'report',
      'report_version',
    ],
    ...[
      'report_status_change',
      'review_decision',
      'merchant',
      'description',
      'judgement',
      'merchant_view_member',
    ],
    ...[
      'indicator',
      'name_word_count',
      'merchant_event',
      'name_word',
      'name_word_variant',
      'description_key',
    ],
    ...[
      'description_retrieval_key',
      'view_retrieval_key',
      'indicator_key',
      'shared_key',
      'merchant_view',
      'outbox',
    ],
    ...['waiting_change', 'indicator_change', 'audit_entry'],
  ],
  cordon_sequencer: ['waiting_change', 'indicator_change'],
  cordon_auditor: ['audit_entry'],
  cordon_operator: [
    ...[
      'member',
      'principal',
      'app_user',
      'client',
      'member_status_change',
      'sharing_group',
      'sharing_group_member',
    ],
    ...['merchant', 'description', 'report', 'outbox', 'waiting_change', 'audit_entry'],
  ],
  cordon_migrator: TABLES,
};

const SYSTEM_POLICIES = Object.entries(SYSTEM_TABLES).flatMap(([role, tables]) =>
  tables.map(
    (table) =>
      `create policy ${table}_${role.replace('cordon_', '')} on ${table} to ${role} using (true) with check (true);`,
  ),
);
