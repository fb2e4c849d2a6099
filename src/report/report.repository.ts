import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { type Page, pageOf, type PageRequest } from '../common/page.js';
import type { MemberId, ReportId } from '../common/id.js';
import { accessRule, type Tx } from '../database/index.js';
import { exactTimeCursor, exactTimePlace } from '../graphql/index.js';
import type { ReportFilter, StoredReport, StoredVersion } from './report-view.js';
import { readerOfReports, readsAllReports } from './report-readers.js';
import { REPORT_COLUMNS, VERSION_COLUMNS } from './sql/report-columns.js';

/**
 * What the reader may read of report r in scope s: the own member's, and of every member for the coalition's readers; of a RED
 * one only those it names, analysts where it names nobody, and whoever broke the glass (product.md, "handling").
 */
const MAY_READ = `(r.member_id = $1
  or ($2 and (s.tlp <> 'RED' or $1 = any (s.named_member_ids) or ($3 and s.named_member_ids = '{}')))
  or ($3 and glass_broken(r.id)))`;

const FIND = accessRule('report.find', MAY_READ);
const LIST = accessRule('report.list', MAY_READ);
const LOCK = accessRule('report.lock', 'r.member_id = $1 or $2');
const BY_REFERENCE = accessRule('report.by-reference', 'r.member_id = $1');
const OWN_VERSION = accessRule('report.version', 'v.member_id = $1');

/** The SQL of reports. Every read carries its predicate. */
@Injectable()
export class ReportRepository {
  /** A report that the actor may read, or undefined: whether it is missing or another's. */
  async find(tx: Tx, actor: Actor, id: ReportId): Promise<StoredReport | undefined> {
    const [report] = await tx.query<StoredReport>(
      `select ${REPORT_COLUMNS} from report r join report_version v on v.report_id = r.id and v.version = r.version
       join handling_scope s on s.id = v.handling_scope_id
       where ${FIND} and r.id = $4`,
      [...readerOfReports(actor), id],
    );
    return report;
  }

  /** The same, locked until the transaction ends: for a step of its life. */
  async lock(tx: Tx, actor: Actor, id: ReportId): Promise<StoredReport | undefined> {
    await tx.query(`select 1 from report r where ${LOCK} and r.id = $3 for no key update`, [
      actor.memberId,
      readsAllReports(actor),
      id,
    ]);
    return this.find(tx, actor, id);
  }

  async findByClientReference(
    tx: Tx,
    memberId: MemberId,
    reference: string,
  ): Promise<StoredReport | undefined> {
    const [report] = await tx.query<StoredReport>(
      `select ${REPORT_COLUMNS} from report r join report_version v on v.report_id = r.id and v.version = r.version
       join handling_scope s on s.id = v.handling_scope_id
       where ${BY_REFERENCE} and r.client_reference = $2`,
      [memberId, reference],
    );
    return report;
  }

  /** A version of a report of the actor's own member. */
  async version(tx: Tx, actor: Actor, id: ReportId, version: number): Promise<StoredVersion | undefined> {
    const [stored] = await tx.query<StoredVersion>(
      `select ${VERSION_COLUMNS} from report_version v join handling_scope s on s.id = v.handling_scope_id
       where ${OWN_VERSION} and v.report_id = $2 and v.version = $3`,
      [actor.memberId, id, version],
    );
    return stored;
  }

  /** Newest first. */
  async list(tx: Tx, actor: Actor, filter: ReportFilter, page: PageRequest): Promise<Page<StoredReport>> {
    const after = page.after === undefined ? undefined : exactTimePlace(page.after);
    const rows = await tx.query<StoredReport>(
      `select ${REPORT_COLUMNS} from report r join report_version v on v.report_id = r.id and v.version = r.version
       join handling_scope s on s.id = v.handling_scope_id
       where ${LIST}
         and ($4::text[] is null or r.status = any($4)) and ($5::text is null or r.client_reference = $5)
         and ($6::text[] is null or v.reason = any($6)) and ($7::uuid is null or r.member_id = $7)
         and ($8::timestamptz is null or (r.created_at, r.id) < ($8, $9::uuid))
       order by r.created_at desc, r.id desc limit $10`,
      [
        ...readerOfReports(actor),
        filter.statuses ?? null,
        filter.clientReference ?? null,
        filter.reasons ?? null,
        filter.memberId ?? null,
        after?.at ?? null,
        after?.id ?? null,
        page.first + 1,
      ],
    );
    return pageOf(rows, page.first, ({ createdAtExact, id }) => exactTimeCursor({ at: createdAtExact, id }));
  }
}
