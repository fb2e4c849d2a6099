import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { HandlingScopeId, MemberId, MerchantId, ReportId, SharingGroupId } from '../common/id.js';
import type { ReportBasis } from '../config/index.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { SubjectIdentifier } from '../identifier/index.js';
import type { Tlp } from './handling.js';
import type { ReportReason } from './reason.js';
import { readerOfReports } from './report-readers.js';

/** An accepted report in its present version: what a listing rests on. It never reaches another member as such. */
export interface ListedReport {
  readonly reportId: ReportId;
  readonly merchantId: MerchantId;
  readonly ownMerchantId: MerchantId;
  readonly receivedAt: Date;
  readonly acceptedAt: Date;
  readonly memberId: MemberId;
  readonly reason: ReportReason;
  readonly basis: ReportBasis;
  readonly sourceKey: string;
  readonly handlingScopeId: HandlingScopeId;
  readonly observedFrom: string | null;
  readonly observedTo: string | null;
  readonly identifiers: readonly SubjectIdentifier[];
}

/** A handling as readers in its audience see it: without the reporter and the other named members. */
export interface SharedHandling {
  readonly handlingScopeId: HandlingScopeId;
  readonly tlp: Tlp;
  readonly sharingGroupId: SharingGroupId | null;
  readonly sharingGroupName: string | null;
}

const HANDLINGS = accessRule('report.handlings', 'may_see_scope(s, $1, $2)');

/** What the parts that share listings read of reports, inside their own transactions. */
@Injectable()
export class ListedReports {
  /** The accepted reports of these merchants, earliest received first. */
  ofMerchants(tx: Tx, merchantIds: readonly MerchantId[]): Promise<ListedReport[]> {
    return tx.statement(SELECT_LISTED, [merchantIds]);
  }

  /** The handlings of what the reader sees by them: of scopes of which it is in the audience. */
  handlings(tx: Tx, actor: Actor, scopeIds: readonly HandlingScopeId[]): Promise<SharedHandling[]> {
    const [memberId, , isAnalyst] = readerOfReports(actor);
    return tx.query(
      `select s.id as "handlingScopeId", s.tlp, s.sharing_group_id as "sharingGroupId", g.name as "sharingGroupName"
       from handling_scope s left join sharing_group g on g.id = s.sharing_group_id
       where ${HANDLINGS} and s.id = any($3::uuid[])`,
      [memberId, isAnalyst, scopeIds],
    );
  }
}

/** Stands on description_merchant, report_pkey and report_version_pkey. */
const SELECT_LISTED: NamedStatement = {
  name: 'report.selectListed',
  text: `
    select r.id as "reportId", d.merchant_id as "merchantId", d.own_merchant_id as "ownMerchantId",
      d.received_at as "receivedAt", r.member_id as "memberId", v.reason, v.basis, v.source_key as "sourceKey",
      v.handling_scope_id as "handlingScopeId", v.observed_from::text as "observedFrom",
      v.observed_to::text as "observedTo", v.identifiers,
      (select min(c.changed_at) from report_status_change c where c.report_id = r.id and c.to_status = 'ACCEPTED')
        as "acceptedAt"
    from description d
    join report r on r.id = d.id and r.status = 'ACCEPTED'
    join report_version v on v.report_id = r.id and v.version = r.version
    where d.merchant_id = any($1::uuid[]) and d.active
    order by d.received_at, d.id`,
};
