import type { MemberId, MerchantId, ReportId } from '../../common/id.js';
import type { NamedStatement } from '../../database/index.js';

/** One report and the merchant that it is about. */
export interface ClusterPlace {
  readonly memberId: MemberId;
  readonly member: string;
  readonly reportId: ReportId;
  readonly clientReference: string;
  readonly merchantId: MerchantId;
}

/**
 * The next reports behind a place (member and report; nulls for the first page), with their merchants. For the operator
 * of the server alone: no actor, and no visibility. A scan in the order of the member's reports; once per export.
 */
export const SELECT_CLUSTERS: NamedStatement = {
  name: 'cli.selectClusters',
  text: `select r.member_id as "memberId", m.name as member, r.id as "reportId",
      r.client_reference as "clientReference", d.merchant_id as "merchantId"
    from report r
      join description d on d.id = r.id
      join member m on m.id = r.member_id
    where d.active and ($1::uuid is null or (r.member_id, r.id) > ($1::uuid, $2::uuid))
    order by r.member_id, r.id
    limit 5000`,
};
