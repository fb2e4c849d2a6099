import type { NamedStatement } from '../../database/index.js';
import { insertDescriptionCtes } from '../../merchant/index.js';

/**
 * Takes a report in one round trip and one transaction: entry as the actor, the idempotency key, report, version,
 * description with its keys, status, audit entry and event. Gives the new report's id, or no id where the member has
 * already used the client reference; then nothing is written. `enter_as` raises where the actor is not active, which undoes
 * the whole statement, whatever part of it ran first.
 *
 * Stands on report_client_reference_key.
 */
export const INSERT_REPORT: NamedStatement = {
  name: 'report.insert',
  text: `
    with entered as materialized (select enter_as($1, $2, $3, $4)),
    new_report as (
      insert into report (id, member_id, client_reference, status, version, created_at, changed_at)
      select $5::uuid, $1::uuid, $6::text, $7::text, 1, $8::timestamptz, $8::timestamptz from entered
      on conflict (member_id, client_reference) do nothing
      returning id, created_at
    ),
    taken as (select id as description_id, created_at as received_at from new_report),
    ${insertDescriptionCtes({ merchantId: '$9', content: '$10', hashes: '$11', kinds: '$12', strengths: '$13' })},
    new_version as (
      insert into report_version (report_id, version, content_hash, reason, basis, external_reference, source_key,
        payment_methods, observed_from, observed_to, action_taken, handling_scope_id, narrative, identifiers, notices,
        submitted_by, created_at)
      select id, 1, $14, $15, $16, $17, $18, $19::text[], $20::date, $21::date, $22, $23, $24, $25::jsonb, $26::jsonb,
        $2, created_at
      from new_report
    ),
    new_status as (
      insert into report_status_change (report_id, version, to_status, changed_by, changed_at)
      select id, 1, $7::text, $2, created_at from new_report
    ),
    new_audit as (
      insert into audit_entry (at, member_id, principal_id, action, object_kind, object_ids, request_id)
      select created_at, $1, $2, 'report.submit', 'report', array[id], $4 from new_report
    )
    select id from new_report`,
};
