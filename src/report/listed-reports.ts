import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { HandlingScopeId, MerchantId, SharingGroupId } from '../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { Tlp } from './handling.js';
import { earlierReasons, type VersionReason } from './earlier-reasons.js';
import type { ListedReport, StandingReports, WithdrawnReport } from './listed-report.js';
import { readerOfReports } from './report-readers.js';
import { SELECT_PAST_REPORTS } from './ruling/select-past-reports.js';
import { VERSION_REASONS } from './sql/version-reasons.js';
import {
  isIndependentOf,
  merchantsRuledOut,
  type PastReport,
  sourceKnownSince,
  valuesRuledOut,
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

interface AcceptedRow extends Omit<ListedReport, 'earlierReasons' | 'knownSince'> {
  readonly versions: readonly VersionReason[] | null;
  readonly ruledOutValues: readonly string[];
  /** When it was ruled out for identity theft. */
  readonly markedAt: Date | null;
}

interface PastRow
  extends
    Omit<PastReport, 'rulings'>,
    Omit<WithdrawnReport, 'withdrawnAt' | 'earlierReasons' | 'knownSince'> {
  readonly versions: readonly VersionReason[] | null;
  readonly rulings: readonly { readonly atMs: number; readonly valueHashes: readonly string[] | null }[];
}

/** What the parts that share listings read of reports, inside their own transactions. */
@Injectable()
export class ListedReports {
  /**
   * The accepted reports of these merchants, earliest received first: without what disputes ruled out of them, and without
   * those that would bring back, as nothing new, what was ruled out; each since its source is known
   * (ruling/standing-report.ts). What was ruled out for identity theft goes on as a marker of the victim, from the ruling on.
   */
  async ofMerchants(tx: Tx, merchantIds: readonly MerchantId[]): Promise<readonly ListedReport[]> {
    return (await this.standing(tx, merchantIds)).reports;
  }

  /** The same, with what the lives of past listings and the rulings say about them. */
  async standing(tx: Tx, merchantIds: readonly MerchantId[]): Promise<StandingReports> {
    const accepted = await tx.statement<AcceptedRow>(SELECT_LISTED, [merchantIds]);
    const rows = await tx.statement<PastRow>(SELECT_PAST_REPORTS, [merchantIds]);
    const past = rows.map(pastReport);
    const ruledOut = new Set(merchantsRuledOut(past));
    const reports = accepted.flatMap(({ ruledOutValues, markedAt, versions, ...row }): ListedReport[] => {
      if (markedAt !== null) return [{ ...row, ...MARKER, acceptedAt: markedAt, knownSince: markedAt }];
      const report = { ...row, earlierReasons: earlierReasons(versions ?? [], row.acceptedAt) };
      if (!isIndependentOf(report, past)) return [];
      const known = { ...report, knownSince: sourceKnownSince(report, past) };
      const left = withoutRuledOut(known, new Set([...ruledOutValues, ...valuesRuledOut(report, past)]));
      if (left === undefined) ruledOut.add(report.merchantId);
      return left === undefined ? [] : [left];
    });
    return { reports, withdrawn: rows.flatMap(withdrawnReport), ruledOut };
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

const MARKER = { reason: 'MERCHANT_IDENTITY_MISUSED', earlierReasons: [] } as const;

function pastReport({ rulings, ...row }: PastRow): PastReport {
  return {
    ...row,
    rulings: rulings.map(({ atMs, valueHashes }) => ({ at: new Date(atMs), valueHashes })),
  };
}

function withdrawnReport({ withdrawnAt, versions, ...row }: PastRow): WithdrawnReport[] {
  return withdrawnAt === null
    ? []
    : [
        {
          ...row,
          withdrawnAt,
          knownSince: row.acceptedAt,
          earlierReasons: earlierReasons(versions ?? [], row.acceptedAt),
        },
      ];
}

/** Stands on description_merchant, report_pkey, report_version_pkey and report_ruling_pkey. */
const SELECT_LISTED: NamedStatement = {
  name: 'report.selectListed',
  text: `
    select r.id as "reportId", d.merchant_id as "merchantId", d.own_merchant_id as "ownMerchantId",
      d.received_at as "receivedAt", r.member_id as "memberId", v.reason, v.basis, v.source_key as "sourceKey",
      v.handling_scope_id as "handlingScopeId", v.observed_from::text as "observedFrom",
      v.observed_to::text as "observedTo", v.identifiers, v.child_at_risk as "childAtRisk", ${VERSION_REASONS} as versions,
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
