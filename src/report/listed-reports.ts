import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { HandlingScopeId, MerchantId, SharingGroupId } from '../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { Tlp } from './handling.js';
import type { ListedReport } from './listed-report.js';
import { readerOfReports } from './report-readers.js';
import { SELECT_PAST_REPORTS } from './ruling/select-past-reports.js';
import {
  isIndependentOf,
  type PastReport,
  sourceKnownSince,
  withoutRuledOut,
} from './ruling/standing-report.js';

/** A handling as readers in its audience see it: without the reporter and the other named members. */
export interface SharedHandling {
  readonly handlingScopeId: HandlingScopeId;
  readonly tlp: Tlp;
  readonly sharingGroupId: SharingGroupId | null;
  readonly sharingGroupName: string | null;
}

const HANDLINGS = accessRule('report.handlings', 'may_see_scope(s, $1, $2)');

interface AcceptedRow extends ListedReport {
  readonly ruledOutValues: readonly string[];
  /** When it was ruled out for identity theft. */
  readonly markedAt: Date | null;
}

/** What the parts that share listings read of reports, inside their own transactions. */
@Injectable()
export class ListedReports {
  /**
   * The accepted reports of these merchants, earliest received first: without what disputes ruled out of them, and without
   * those that would bring back, as nothing new, what was ruled out; each since its source is known
   * (ruling/standing-report.ts). What was ruled out for identity theft goes on as a marker of the victim, from the ruling on.
   */
  async ofMerchants(tx: Tx, merchantIds: readonly MerchantId[]): Promise<ListedReport[]> {
    const accepted = await tx.statement<AcceptedRow>(SELECT_LISTED, [merchantIds]);
    const past = await tx.statement<PastReport>(SELECT_PAST_REPORTS, [merchantIds]);
    return accepted.flatMap(({ ruledOutValues, markedAt, ...report }) => {
      if (markedAt !== null) return { ...report, reason: 'MERCHANT_IDENTITY_MISUSED', acceptedAt: markedAt };
      if (!isIndependentOf(report, past)) return [];
      const known = { ...report, acceptedAt: sourceKnownSince(report, past) };
      return withoutRuledOut(known, new Set(ruledOutValues)) ?? [];
    });
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

/** Stands on description_merchant, report_pkey, report_version_pkey and report_ruling_pkey. */
const SELECT_LISTED: NamedStatement = {
  name: 'report.selectListed',
  text: `
    select r.id as "reportId", d.merchant_id as "merchantId", d.own_merchant_id as "ownMerchantId",
      d.received_at as "receivedAt", r.member_id as "memberId", v.reason, v.basis, v.source_key as "sourceKey",
      v.handling_scope_id as "handlingScopeId", v.observed_from::text as "observedFrom",
      v.observed_to::text as "observedTo", v.identifiers, v.child_at_risk as "childAtRisk",
      (select min(c.changed_at) from report_status_change c where c.report_id = r.id and c.to_status = 'ACCEPTED')
        as "acceptedAt",
      array(select encode(hash, 'hex') from report_ruling q cross join lateral unnest(q.value_hashes) as hash
        where q.report_id = r.id and q.lifted_at is null) as "ruledOutValues",
      (select min(q.at) from report_ruling q where q.report_id = r.id and q.lifted_at is null and q.marks_identity)
        as "markedAt"
    from description d
    join report r on r.id = d.id and r.status = 'ACCEPTED'
    join report_version v on v.report_id = r.id and v.version = r.version
    where d.merchant_id = any($1::uuid[]) and d.active
      and not exists (select from report_ruling q
        where q.report_id = r.id and q.lifted_at is null and q.value_hashes is null and not q.marks_identity)
    order by d.received_at, d.id`,
};
