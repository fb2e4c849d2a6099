import { Injectable } from '@nestjs/common';
import { type CoalitionPurpose, purposeOfReading } from '../access/index.js';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { newId, type ReportId } from '../common/id.js';
import type { Page, PageRequest } from '../common/page.js';
import { accepted, refused, type Result, under } from '../common/refusal.js';
import { Config } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { AudienceCheck } from './audience-check.js';
import { isClosedTo } from './break-glass/break-glass.js';
import { BreakGlassRepository } from './break-glass/break-glass.repository.js';
import { checkClientReference, checkReport } from './check-report.js';
import { handlingScope } from './handling.js';
import { HandlingScopes } from './handling-scopes.js';
import { contentHash, firstDifference } from './report-content.js';
import type { CheckedReport, ReportDraft } from './report-draft.js';
import { ReportIntake } from './report-intake.js';
import type { ReportRefusalCode } from './report-refusal.js';
import { readsAllReports } from './report-readers.js';
import { ReportRepository } from './report.repository.js';
import type { ReportFilter, StoredReport } from './report-view.js';

/** Takes members' reports and shows them to their own member and the coalition's readers. */
@Injectable()
export class ReportService {
  constructor(
    private readonly database: Database,
    private readonly repository: ReportRepository,
    private readonly scopes: HandlingScopes,
    private readonly audience: AudienceCheck,
    private readonly audit: AuditLog,
    private readonly intake: ReportIntake,
    private readonly glasses: BreakGlassRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Takes a report: step 2 and 3 of its path. The answer never tells whether anyone knew the merchant: nothing is looked
   * up but the member's own client reference. Sent again with the same content it is the same report; with other content
   * it is refused with CLIENT_REFERENCE_CONFLICT, which names the first field that differs.
   */
  async submit(
    actor: Actor,
    input: { readonly clientReference: string; readonly report: ReportDraft },
  ): Promise<Result<StoredReport, ReportRefusalCode>> {
    const now = this.clock.now();
    const referenceRefusals = checkClientReference(input.clientReference);
    const checked = checkReport(input.report, now.toISOString().slice(0, 10));
    if (!checked.ok) return refused(...referenceRefusals, ...under('report', checked.refusals));
    if (referenceRefusals.length > 0) return refused(...referenceRefusals);
    const audienceRefusals = await this.audience.check(actor, checked.value.handling);
    if (audienceRefusals.length > 0) {
      // Members come and go; a report that was taken stays taken, however often it is sent.
      const earlier = await this.existing(actor, input.clientReference, checked.value);
      return earlier ?? refused(...under('report', audienceRefusals));
    }

    const id = newId('report');
    const taken = await this.insert(actor, id, input.clientReference, checked.value, now);
    if (taken !== undefined) return accepted(taken);
    const earlier = await this.existing(actor, input.clientReference, checked.value);
    assert(
      earlier !== undefined,
      'a client reference is taken only by a report, and reports are never removed',
    );
    return earlier;
  }

  /** A report of one's own member (the coalition's readers: of any, for a purpose), or undefined. */
  async find(
    actor: Actor,
    { id, ...read }: { readonly id: ReportId; readonly purpose?: CoalitionPurpose | undefined },
  ): Promise<StoredReport | undefined> {
    const purpose = purposeOfReading(read.purpose, readingOf(actor));
    return this.database.asActor(actor, async (tx) => {
      const report = await this.repository.find(tx, actor, id);
      await this.logRead(tx, actor, 'report.read', purpose, report === undefined ? [] : [report]);
      return report;
    });
  }

  async list(
    actor: Actor,
    input: {
      readonly filter: ReportFilter;
      readonly page: PageRequest;
      readonly purpose?: CoalitionPurpose | undefined;
    },
  ): Promise<Page<StoredReport>> {
    const purpose = purposeOfReading(input.purpose, readingOf(actor));
    return this.database.asActor(actor, async (tx) => {
      const page = await this.repository.list(tx, actor, input.filter, input.page);
      await this.logRead(tx, actor, 'report.list', purpose, page.rows);
      return page;
    });
  }

  /** Every read stands in the log; one by a broken glass with that, and it is counted there. */
  private async logRead(
    tx: Tx,
    actor: Actor,
    action: string,
    purpose: CoalitionPurpose | undefined,
    reports: readonly StoredReport[],
  ): Promise<void> {
    const closed = reports.filter(({ handling, memberId }) =>
      isClosedTo({ ...handling, reporterId: memberId }, actor.memberId),
    );
    const breakGlass = await this.glasses.read(
      tx,
      closed.map(({ id }) => id),
    );
    await this.audit.append(tx, actor, {
      action,
      purpose,
      objectKind: 'report',
      objectIds: reports.map(({ id }) => id),
      ...(breakGlass.length === 0 ? {} : { detail: { breakGlass } }),
    });
  }

  /** The report that has the client reference already, if it says the same now or said so at first; undefined where none has. */
  private existing(
    actor: Actor,
    clientReference: string,
    checked: CheckedReport,
  ): Promise<Result<StoredReport, ReportRefusalCode> | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const report = await this.repository.findByClientReference(tx, actor.memberId, clientReference);
      if (report === undefined) return undefined;
      const hash = contentHash(checked);
      if (hash.equals(report.contentHash)) return accepted(report);
      const first = await this.repository.version(tx, actor, report.id, 1);
      assert(first !== undefined, 'every report has a first version');
      if (hash.equals(first.contentHash)) return accepted(report);
      const field = firstDifference(first, checked) ?? 'identifiers';
      return refused({
        code: 'CLIENT_REFERENCE_CONFLICT',
        field: ['report', field],
        message: `You have used this client reference for a report whose ${field} differs: correct that report, or use another reference.`,
      });
    });
  }

  /** The new report, or undefined where the client reference is taken. It is not read back: what was sent is what stands. */
  private async insert(
    actor: Actor,
    id: ReportId,
    clientReference: string,
    report: CheckedReport,
    now: Date,
  ): Promise<StoredReport | undefined> {
    const scopeId = await this.scopes.idOf(actor, handlingScope(report.handling, actor.memberId));
    const status = this.config.acceptedBases.includes(report.basis) ? 'ACCEPTED' : 'SUBMITTED';
    const hash = contentHash(report);
    const stored = { id, clientReference, status, at: now, scopeId, contentHash: hash, report } as const;
    if (!(await this.intake.take(actor, stored))) return undefined;
    return {
      ...report,
      id,
      reportId: id,
      version: 1,
      memberId: actor.memberId,
      clientReference,
      status,
      contentHash: hash,
      createdAt: now,
      createdAtExact: now.toISOString(),
      changedAt: now,
      history: [{ status, version: 1, note: null, at: now.toISOString() }],
    };
  }
}

function readingOf(actor: Actor): { readonly ofOthers: boolean; readonly things: string } {
  return { ofOthers: readsAllReports(actor), things: 'reports' };
}
