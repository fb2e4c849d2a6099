import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { decodeCursor, encodeCursor, type Page, pageOf, type PageRequest } from '../common/page.js';
import type { MemberId, ReportId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { InvalidInputError } from '../graphql/index.js';
import type { ReportFilter, StoredReport, StoredVersion } from './report-view.js';
import { readsAllReports } from './report-readers.js';
import { REPORT_COLUMNS, VERSION_COLUMNS } from './sql/report-columns.js';

/** The SQL of reports. Every read carries its predicate: a member's own reports, or all for the coalition's readers. */
@Injectable()
export class ReportRepository {
  /** A report that the actor may read, or undefined: whether it is missing or another's. */
  async find(tx: Tx, actor: Actor, id: ReportId): Promise<StoredReport | undefined> {
    const [report] = await tx.query<StoredReport>(
      `select ${REPORT_COLUMNS} from report r join report_version v on v.report_id = r.id and v.version = r.version
       join handling_scope s on s.id = v.handling_scope_id
       where r.id = $1 and (r.member_id = $2 or $3)`,
      [id, actor.memberId, readsAllReports(actor)],
    );
    return report;
  }

  /** The same, locked until the transaction ends: for a step of its life. */
  async lock(tx: Tx, actor: Actor, id: ReportId): Promise<StoredReport | undefined> {
    await tx.query('select 1 from report r where r.id = $1 and (r.member_id = $2 or $3) for no key update', [
      id,
      actor.memberId,
      readsAllReports(actor),
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
       where r.member_id = $1 and r.client_reference = $2`,
      [memberId, reference],
    );
    return report;
  }

  async version(tx: Tx, id: ReportId, version: number): Promise<StoredVersion | undefined> {
    const [stored] = await tx.query<StoredVersion>(
      `select ${VERSION_COLUMNS} from report_version v join handling_scope s on s.id = v.handling_scope_id
       where v.report_id = $1 and v.version = $2`,
      [id, version],
    );
    return stored;
  }

  /** Newest first. */
  async list(tx: Tx, actor: Actor, filter: ReportFilter, page: PageRequest): Promise<Page<StoredReport>> {
    const after = page.after === undefined ? undefined : placeOf(page.after);
    const rows = await tx.query<StoredReport>(
      `select ${REPORT_COLUMNS} from report r join report_version v on v.report_id = r.id and v.version = r.version
       join handling_scope s on s.id = v.handling_scope_id
       where (r.member_id = $1 or $2)
         and ($3::text[] is null or r.status = any($3)) and ($4::text is null or r.client_reference = $4)
         and ($5::text[] is null or v.reason = any($5)) and ($6::uuid is null or r.member_id = $6)
         and ($7::timestamptz is null or (r.created_at, r.id) < ($7, $8::uuid))
       order by r.created_at desc, r.id desc limit $9`,
      [
        actor.memberId,
        readsAllReports(actor),
        filter.statuses ?? null,
        filter.clientReference ?? null,
        filter.reasons ?? null,
        filter.memberId ?? null,
        after?.createdAt ?? null,
        after?.id ?? null,
        page.first + 1,
      ],
    );
    return pageOf(rows, page.first, ({ createdAtExact, id }) => encodeCursor([createdAtExact, id]));
  }
}

/** Where a list goes on. Checked in form, for a forged one must not become an error of the database. */
function placeOf(cursor: string): { readonly createdAt: string; readonly id: string } {
  const [createdAt, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof createdAt === 'string' && typeof id === 'string' && PLACE.test(`${createdAt} ${id}`))
    return { createdAt, id };
  throw new InvalidInputError([
    { field: 'after', message: 'This is no cursor of this list: pass on one it gave.' },
  ]);
}

/** A time as PostgreSQL writes it, and a UUID. */
const PLACE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) [0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)? [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
