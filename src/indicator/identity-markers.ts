import { Injectable } from '@nestjs/common';
import type { MerchantId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import type { IdentityMarker } from './mark-identities.js';

/** Writes the markers of misused identities, for the projector alone. */
@Injectable()
export class IdentityMarkers {
  /** Makes the markers of what says something of these merchants exactly `markers`. */
  async replace(
    tx: Tx,
    merchantIds: readonly MerchantId[],
    markers: readonly IdentityMarker[],
  ): Promise<void> {
    await tx.statement(REPLACE_MARKERS, [
      merchantIds,
      markers.map(({ hash }) => Buffer.from(hash, 'hex')),
      markers.map(({ handlingScopeId }) => handlingScopeId),
      markers.map(({ reportId }) => reportId),
      markers.map(({ validUntil }) => validUntil),
    ]);
  }
}

/**
 * Removes the markers of the merchants $1 but for those that follow (hashes $2, scopes $3, reports $4, ends $5), and writes
 * these. The end of one follows from its report. Stands on description_merchant and identity_marker_report.
 */
const REPLACE_MARKERS: NamedStatement = {
  name: 'indicator.replaceMarkers',
  text: `
    with wanted as (
      select * from unnest($2::bytea[], $3::uuid[], $4::uuid[], $5::timestamptz[])
        as wanted (hash, handling_scope_id, report_id, valid_until)
    ),
    gone as (
      delete from identity_marker m using description d
      where d.merchant_id = any($1::uuid[]) and m.report_id = d.id
        and not exists (select from wanted w
          where w.hash = m.hash and w.handling_scope_id = m.handling_scope_id and w.report_id = m.report_id)
    )
    insert into identity_marker (hash, handling_scope_id, report_id, valid_until)
    select hash, handling_scope_id, report_id, valid_until from wanted order by hash, handling_scope_id, report_id
    on conflict (hash, handling_scope_id, report_id) do nothing`,
};
