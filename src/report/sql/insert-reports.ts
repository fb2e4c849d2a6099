import type { NamedStatement } from '../../database/index.js';
import { INSERT_DESCRIPTIONS_CTES } from '../../merchant/index.js';

/**
 * Takes reports of one actor in one round trip and one transaction: entry as the actor, and of each report the idempotency
 * key, report, version, description with its keys, status, audit entry and event; and where it is accepted as it comes, the
 * member's own event. That one from the background, behind resolving, would tell how long it took, and so whether others know
 * the merchant (product.md, rule 3). $1 member, $2 principal, $3 epoch, $4 request, $5 the reports as a JSON list (`NewReportRow`). Gives the ids of the reports taken: one whose client
 * reference the member has already used is not among them, and nothing of it is written. `enter_as` raises where the
 * actor is not active, which undoes the whole statement, whatever part of it ran first.
 *
 * In the order of the client references, so that two statements that share some wait for each other and do not deadlock.
 * Stands on report_client_reference_key.
 */
export const INSERT_REPORTS: NamedStatement = {
  name: 'report.insertAll',
  text: `
    with entered as materialized (select enter_as($1, $2, $3, $4)),
    given as materialized (
      select row.*
      from entered, jsonb_to_recordset($5::jsonb) as row (id uuid, "merchantId" uuid, "clientReference" text,
        status text, at timestamptz, "requestId" text, content jsonb, "linkHashes" bytea[], "contentHash" text, reason text,
        basis text, "externalReference" text, "sourceKey" text, "paymentMethods" text[], "observedFrom" date,
        "observedTo" date, "actionTaken" text, "scopeId" uuid, narrative text, identifiers jsonb, notices jsonb,
        "childAtRisk" boolean)
      order by row."clientReference"
    ),
    new_report as (
      insert into report (id, member_id, client_reference, status, version, created_at, changed_at, child_at_risk)
      select id, $1, "clientReference", status, 1, at, at, "childAtRisk" from given
      on conflict (member_id, client_reference) do nothing
      returning id
    ),
    accepted as materialized (select given.* from given join new_report using (id)),
    taken as (
      select id as description_id, "merchantId" as merchant_id, at as received_at, content,
        "linkHashes" as link_hashes
      from accepted
    ),
    ${INSERT_DESCRIPTIONS_CTES},
    new_version as (
      insert into report_version (report_id, member_id, version, content_hash, reason, basis, external_reference, source_key,
        payment_methods, observed_from, observed_to, action_taken, handling_scope_id, narrative, identifiers, notices,
        child_at_risk, submitted_by, created_at)
      select id, $1, 1, decode("contentHash", 'hex'), reason, basis, "externalReference", "sourceKey", "paymentMethods",
        "observedFrom", "observedTo", "actionTaken", "scopeId", narrative, identifiers, notices,
        "childAtRisk", $2, at
      from accepted
    ),
    new_status as (
      insert into report_status_change (report_id, version, to_status, changed_by, changed_at)
      select id, 1, status, $2, at from accepted
    ),
    new_member_event as (
      insert into waiting_member_event (id, member_id, kind, object_id, at)
      select gen_random_uuid(), $1, 'REPORT_ACCEPTED', id, at from accepted where status = 'ACCEPTED'
    ),
    new_audit as (
      insert into audit_entry (at, member_id, principal_id, action, object_kind, object_ids, request_id)
      select at, $1, $2, 'report.submit', 'report', array[id], "requestId" from accepted
    )
    select id from new_report`,
};
