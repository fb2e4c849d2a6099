/** How rows of a table are told apart by whose they are. */
export interface RowSubject {
  /** Whose a row `t` is: a query that gives `kind`, `id` and `member` (see `belongingOf`), or no row where nobody asks. */
  readonly whose: string;
  /** The same for putting such a row in, where it goes by who makes it. */
  readonly made?: MadeRow;
  /** The same for changing it, where it goes by who is written down for the change. */
  readonly changed?: MadeRow;
}

export interface MadeRow {
  readonly whose: string;
  /** Columns that hold who does it: a reader's own row is any row with the reader in them. */
  readonly stamps?: Readonly<Record<string, 'principal' | 'member'>>;
}

const thing = (kind: string, column = 'id'): string =>
  `select '${kind}' as kind, t.${column}::text as id, null::text as member`;

/** What members have together; Cordon's own where it is nobody's. */
const memberThing = (column = 'member_id'): string =>
  `select case when t.${column} is null then 'system' else 'member things' end as kind, t.${column}::text as id,
     null::text as member`;

/** What is a person's or a machine's. */
const principalThing = (column: string): string =>
  `select 'principal ' || lower(p.kind) as kind, p.id::text as id, p.member_id::text as member
   from principal p where p.id = t.${column}`;

/** What was made by somebody, or by the service itself. */
const madeBy = (column: string): string =>
  `${principalThing(column)} union all select 'system', null, null where t.${column} is null`;

const ofHold = `select h.* from hold g cross join lateral (select 'member things' as kind, g.member_id::text as id,
  null::text as member) h where g.id = t.hold_id`;

const byPlacer = `select 'principal ' || lower(p.kind) as kind, p.id::text as id, p.member_id::text as member
  from hold g join principal p on p.id = g.placed_by where g.id = t.hold_id`;

const relation = (expression: string): string =>
  `select 'relation' as kind, ${expression} as id, null::text as member`;

/** Until an analyst confirms it a hold is for nobody: its shadow is for analysts alone. */
const HELD = `case s.held_for when '{}' then 'pending' else 'held' end`;

/** What is listed in a held merchant's shadow is held, whatever it was before. */
const inScope = (kind: string, column: string, scope = 't.handling_scope_id'): string =>
  `select case when s.held_for is null then '${kind}' else 'relation' end as kind,
     case when s.held_for is null then t.${column}::text else ${HELD} end as id, null::text as member
   from handling_scope s where s.id = ${scope}`;

const SCOPE_OF_INDICATOR = '(select i.handling_scope_id from indicator i where i.id = t.indicator_id)';

/** Of RED ones whose report it is of; those that no report has are of the run itself. */
const ofScope = `select 'relation' as kind, ${HELD} as id, null::text as member from (select t.held_for) s
    where t.held_for is not null
  union all select 'sharingGroup', t.sharing_group_id::text, null
    where t.held_for is null and t.tlp <> 'RED' and t.sharing_group_id is not null
  union all select 'relation', 'other', null where t.held_for is null and t.tlp <> 'RED' and t.sharing_group_id is null
  union all (select 'report', v.report_id::text, null from report_version v
    where v.handling_scope_id = t.id and t.tlp = 'RED' limit 1)`;

/** Of a recall that one member alone received. */
const ofRecipient = (column: string): string =>
  `select 'member things' as kind, min(p.member_id::text) as id, null::text as member from recall_recipient p
   where p.recall_id = t.${column} having count(*) = 1`;

/** A dispute is told by who reported what it is about, where somebody did, and else by who filed it. */
const ofDispute = (column: string): string =>
  `select 'member things' as kind, coalesce(
     (select p.member_id from dispute_party p where p.dispute_id = t.${column} order by p.member_id limit 1),
     (select f.member_id from dispute_filer f where f.dispute_id = t.${column}))::text as id, null::text as member`;

/** Every table that actors may work on, by name. */
export const ROW_SUBJECTS: Readonly<Record<string, RowSubject>> = {
  alert: { whose: memberThing() },
  action: { whose: memberThing() },
  action_version: {
    whose: `select w.* from action a cross join lateral (select 'member things' as kind, a.member_id::text as id,
        null::text as member) w where a.id = t.action_id`,
    made: { whose: principalThing('recorded_by') },
  },
  app_user: { whose: thing('user') },
  approval: {
    whose: principalThing('principal_id'),
    made: {
      whose: principalThing('principal_id'),
      stamps: { principal_id: 'principal', member_id: 'member' },
    },
  },
  asked_count: { whose: memberThing() },
  asked_identifier: { whose: memberThing() },
  audit_entry: {
    whose: memberThing(),
    made: { whose: madeBy('principal_id'), stamps: { principal_id: 'principal', member_id: 'member' } },
  },
  break_glass: {
    whose: thing('breakGlass'),
    made: { whose: principalThing('asked_by'), stamps: { asked_by: 'principal' } },
  },
  break_glass_notice: { whose: memberThing() },
  client: { whose: principalThing('id') },
  description: { whose: thing('report') },
  description_key: { whose: thing('report', 'description_id') },
  disposition: {
    whose: memberThing(),
    made: {
      whose: principalThing('recorded_by'),
      stamps: { recorded_by: 'principal', member_id: 'member' },
    },
  },
  dispute: { whose: ofDispute('id') },
  dispute_appeal: {
    whose: memberThing(),
    made: {
      whose: principalThing('appealed_by'),
      stamps: { appealed_by: 'principal', member_id: 'member' },
    },
  },
  dispute_filer: {
    whose: memberThing(),
    made: { whose: principalThing('filed_by'), stamps: { filed_by: 'principal', member_id: 'member' } },
  },
  dispute_party: { whose: memberThing() },
  dispute_report: { whose: memberThing() },
  dispute_ruling: {
    whose: ofDispute('dispute_id'),
    made: {
      whose: principalThing('proposed_by'),
      stamps: { proposed_by: 'principal', proposed_member: 'member' },
    },
  },
  dpop_proof: { whose: relation(`'system'`) },
  feed_delivery: { whose: memberThing() },
  fishing_alarm: { whose: memberThing() },
  fishing_alarm_closing: {
    whose: `select m.* from fishing_alarm a cross join lateral (select 'member things' as kind, a.member_id::text as id,
      null::text as member) m where a.id = t.alarm_id`,
    made: { whose: principalThing('closed_by'), stamps: { closed_by: 'principal' } },
  },
  handling_scope: {
    whose: ofScope,
    made: {
      whose: `select 'relation' as kind, ${HELD} as id, null::text as member from (select t.held_for) s
          where t.held_for is not null
        union all select w.* from (${memberThing('reporter_id')}) w where t.held_for is null`,
    },
  },
  hold: {
    whose: memberThing(),
    made: { whose: principalThing('placed_by'), stamps: { placed_by: 'principal', member_id: 'member' } },
  },
  hold_coverage: { whose: ofHold, made: { whose: byPlacer } },
  hold_key: { whose: ofHold, made: { whose: byPlacer } },
  hold_step: { whose: ofHold, made: { whose: madeBy('changed_by'), stamps: { changed_by: 'principal' } } },
  hotline_telephone: {
    whose: memberThing(),
    made: { whose: memberThing(), stamps: { changed_by: 'principal' } },
  },
  identity_marker: { whose: thing('report', 'report_id') },
  identity_provider: { whose: memberThing() },
  indicator: { whose: inScope('indicator', 'id') },
  indicator_change: { whose: inScope('indicator', 'indicator_id') },
  indicator_delivery: { whose: memberThing() },
  indicator_key: { whose: inScope('indicator', 'indicator_id', SCOPE_OF_INDICATOR) },
  judgement: {
    whose: thing('judgement'),
    // The engine's are the service's own.
    made: {
      whose: `select case t.origin when 'ANALYST' then 'judgement' else 'system' end as kind, t.id::text as id,
        null::text as member`,
    },
  },
  member: { whose: thing('member') },
  member_event: { whose: memberThing() },
  member_limit: { whose: memberThing() },
  member_status_change: {
    whose: memberThing(),
    made: { whose: madeBy('changed_by'), stamps: { changed_by: 'principal' } },
  },
  merchant: {
    whose: thing('merchant'),
    made: {
      whose: relation(
        `case when t.status <> 'UNLISTED' then 'other' when t.held then 'held' else 'pending' end`,
      ),
    },
  },
  merchant_event: { whose: thing('merchant', 'merchant_id') },
  merchant_status_change: { whose: thing('merchant', 'merchant_id') },
  merchant_view: { whose: inScope('merchant', 'merchant_view_id') },
  merchant_view_member: { whose: inScope('merchant', 'merchant_view_id') },
  // Of one whose listing has ended nobody is told any more.
  notice: {
    whose: `select w.* from (${memberThing()}) w where t.ended_at is null
      union all select w.* from (${relation(`'withdrawn'`)}) w where t.ended_at is not null`,
  },
  opinion: {
    whose: memberThing(),
    made: { whose: principalThing('given_by'), stamps: { given_by: 'principal', member_id: 'member' } },
  },
  opinion_tally: { whose: inScope('indicator', 'indicator_id', SCOPE_OF_INDICATOR) },
  outbox: { whose: relation(`'system'`) },
  recall: { whose: ofRecipient('id') },
  // What the member that received the recall did not receive of it is for nobody.
  recall_indicator: {
    whose: `${ofRecipient('recall_id')} and bool_and(t.indicator_id = any (p.indicator_ids))`,
  },
  recall_recipient: { whose: memberThing() },
  passkey: { whose: thing('user', 'user_id') },
  principal: {
    whose: `select lower(t.kind) as kind, t.id::text as id, null::text as member`,
  },
  report: { whose: thing('report') },
  report_status_change: {
    whose: thing('report', 'report_id'),
    made: { whose: madeBy('changed_by') },
  },
  report_version: { whose: thing('report', 'report_id'), made: { whose: principalThing('submitted_by') } },
  review_decision: {
    whose: thing('decision'),
    made: { whose: principalThing('decided_by'), stamps: { decided_by: 'principal' } },
    changed: { whose: principalThing('undone_by'), stamps: { undone_by: 'principal' } },
  },
  role_grant: {
    whose: thing('roleGrant'),
    made: { whose: principalThing('asked_by'), stamps: { asked_by: 'principal' } },
    changed: { whose: madeBy('decided_by'), stamps: { decided_by: 'principal' } },
  },
  screening: {
    whose: thing('screening'),
    made: { whose: thing('screening'), stamps: { principal_id: 'principal', member_id: 'member' } },
  },
  service_range: {
    whose: memberThing(),
    made: {
      whose: principalThing('registered_by'),
      stamps: { registered_by: 'principal', member_id: 'member' },
    },
  },
  session: { whose: thing('user', 'user_id') },
  sharing_group: { whose: thing('sharingGroup') },
  sharing_group_member: { whose: thing('sharingGroup', 'sharing_group_id') },
  sign_in_attempt: {
    whose: `select 'user' as kind, u.id::text as id, null::text as member from app_user u where u.email = t.email`,
  },
  sign_in_invitation: { whose: thing('user', 'user_id') },
  user_identity: { whose: thing('user', 'user_id') },
  view_retrieval_key: { whose: inScope('merchant', 'merchant_view_id') },
  waiting_member_event: {
    whose: `select w.* from (${thing('report', 'object_id')}) w where t.kind like 'REPORT%'
      union all select w.* from (${memberThing()}) w where t.kind not like 'REPORT%'`,
  },
};
