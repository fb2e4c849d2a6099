import type { Tx } from '../../src/database/index.js';
import { descriptionContent, linkHashes } from '../../src/merchant/index.js';
import { contentHash } from '../../src/report/report-content.js';
import type { ListedMerchant } from './listed-merchant.js';
import type { Parties } from './parties.js';

/**
 * One statement for many reports, each with its merchant, description and keys: what `INSERT_REPORT` writes for one, but
 * for the outbox event, the audit entry and the notices, as all of it was resolved long ago.
 */
const INSERT = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as row (id uuid, "merchantId" uuid, "clientReference" text, at timestamptz,
      content jsonb, "linkHashes" bytea[], "contentHash" text, reason text, basis text, "externalReference" text, "sourceKey" text,
      "paymentMethods" jsonb, "observedFrom" date, "observedTo" date, "actionTaken" text, "handlingScopeId" uuid,
      narrative text, identifiers jsonb)
  ),
  new_merchant as (
    insert into merchant (id, status, status_at) select "merchantId", 'LISTED', at from given
  ),
  new_description as (
    insert into description (id, own_merchant_id, merchant_id, received_at, active, content, link_hashes)
    select id, "merchantId", "merchantId", at, true, content, "linkHashes" from given
  ),
  new_key as (
    insert into description_key (hash, description_id) select unnest("linkHashes"), id from given
  ),
  new_report as (
    insert into report (id, member_id, client_reference, status, version, created_at, changed_at)
    select id, $2, "clientReference", 'ACCEPTED', 1, at, at from given
  ),
  new_status as (
    insert into report_status_change (report_id, version, to_status, changed_by, changed_at)
    select id, 1, 'ACCEPTED', $3, at from given
  )
  insert into report_version (report_id, member_id, version, content_hash, reason, basis, external_reference, source_key,
    payment_methods, observed_from, observed_to, action_taken, handling_scope_id, narrative, identifiers, notices,
    submitted_by, created_at)
  select id, $2, 1, decode("contentHash", 'hex'), reason, basis, "externalReference", "sourceKey",
    array(select jsonb_array_elements_text("paymentMethods")), "observedFrom", "observedTo", "actionTaken",
    "handlingScopeId", narrative, identifiers, '[]', $3, at
  from given`;

/** Writes the accepted reports that merchants are listed by. */
export async function insertReports(
  tx: Tx,
  { reporterId, reporterUserId }: Parties,
  listed: readonly ListedMerchant[],
): Promise<void> {
  const rows = listed.map(({ report, checked, clientReference }) => {
    const content = descriptionContent(reporterId, checked.identifiers);
    return {
      ...report,
      ...checked,
      id: report.reportId,
      clientReference,
      at: report.receivedAt,
      content,
      linkHashes: linkHashes(content),
      contentHash: contentHash(checked).toString('hex'),
    };
  });
  await tx.query(INSERT, [JSON.stringify(rows), reporterId, reporterUserId]);
}
