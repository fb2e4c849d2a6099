import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { type Actor, principalId } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { ReportId } from '../common/id.js';
import { accepted, type Refusal, refused, type Result, under } from '../common/refusal.js';
import { accessRule, Database, Outbox, type Tx } from '../database/index.js';
import { type EventKind, MemberEvents } from '../event/index.js';
import { checkText } from '../identifier/index.js';
import {
  descriptionContent,
  Descriptions,
  MERCHANT_CHANGED,
  type MerchantChanged,
  Merchants,
} from '../merchant/index.js';
import { AudienceCheck } from './audience-check.js';
import { checkReport } from './check-report.js';
import { handlingScope } from './handling.js';
import { HandlingScopes } from './handling-scopes.js';
import type { CheckedReport, ReportDraft } from './report-draft.js';
import type { ReportRefusalCode } from './report-refusal.js';
import { ReportRepository } from './report.repository.js';
import { describesMerchant, type ReportStatus, type ReportVerb, takeReportStep } from './report-status.js';
import { reportVersionValues } from './report-version-values.js';
import type { StoredReport } from './report-view.js';
import { REPORT_NARROWED, type ReportNarrowed } from './topics.js';

/** The most characters of what is written with a step: a reason, a question, a note. */
export const REPORT_NOTE_LENGTH_MAX = 1_000;

type StepResult = Result<StoredReport, ReportRefusalCode>;

/** What happens to a report after it was taken: its own member corrects or withdraws it, an analyst triages it. */
@Injectable()
export class ReportLife {
  constructor(
    private readonly database: Database,
    private readonly repository: ReportRepository,
    private readonly scopes: HandlingScopes,
    private readonly audience: AudienceCheck,
    private readonly descriptions: Descriptions,
    private readonly merchants: Merchants,
    private readonly outbox: Outbox,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Says the report anew, as its next version. Answers an open question; an accepted report stays accepted. */
  async correct(
    actor: Actor,
    input: { readonly reportId: ReportId; readonly report: ReportDraft },
  ): Promise<StepResult> {
    const checked = checkReport(input.report, this.clock.now().toISOString().slice(0, 10));
    if (!checked.ok) return refused(...under('report', checked.refusals));
    const audienceRefusals = await this.audience.check(actor, checked.value.handling);
    if (audienceRefusals.length > 0) return refused(...under('report', audienceRefusals));
    return this.step(actor, { ...input, verb: 'CORRECT', ownOnly: true }, async (tx, report) => {
      await this.addVersion(tx, actor, report, checked.value);
      await this.descriptions.replace(
        tx,
        report.id,
        descriptionContent(actor.memberId, checked.value.identifiers),
      );
      return report.version + 1;
    });
  }

  /** Takes the report back: it describes no merchant any more, and what was shared on its word alone is withdrawn. */
  withdraw(
    actor: Actor,
    input: { readonly reportId: ReportId; readonly reason: string },
  ): Promise<StepResult> {
    return this.step(actor, {
      ...input,
      verb: 'WITHDRAW',
      ownOnly: true,
      note: input.reason,
      noteField: 'reason',
    });
  }

  accept(
    actor: Actor,
    input: { readonly reportId: ReportId; readonly note?: string | undefined },
  ): Promise<StepResult> {
    return this.step(actor, { ...input, verb: 'ACCEPT', note: input.note, noteField: 'note' });
  }

  ask(actor: Actor, input: { readonly reportId: ReportId; readonly question: string }): Promise<StepResult> {
    return this.step(actor, { ...input, verb: 'ASK', note: input.question, noteField: 'question' });
  }

  reject(actor: Actor, input: { readonly reportId: ReportId; readonly reason: string }): Promise<StepResult> {
    return this.step(actor, { ...input, verb: 'REJECT', note: input.reason, noteField: 'reason' });
  }

  /** One step of the life cycle, with what it changes besides the status; that returns the report's version after it. */
  private step(
    actor: Actor,
    input: {
      readonly reportId: ReportId;
      readonly verb: ReportVerb;
      readonly ownOnly?: boolean;
      readonly note?: string | undefined;
      readonly noteField?: string;
    },
    change?: (tx: Tx, report: StoredReport) => Promise<number>,
  ): Promise<StepResult> {
    return this.database.asActor(actor, async (tx) => {
      const noteRefusals = checkNote(input.note, input.noteField);
      if (noteRefusals.length > 0) return refused(...noteRefusals);
      const report = await this.repository.lock(tx, actor, input.reportId);
      if (report === undefined || (input.ownOnly === true && report.memberId !== actor.memberId))
        return refused(NOT_FOUND);
      const step = takeReportStep(report.status, input.verb);
      if (!step.ok) return step;
      const status = step.value;

      const version = (await change?.(tx, report)) ?? report.version;
      await this.saveStatus(tx, actor, report, { status, version, note: input.note });
      if (!describesMerchant(status)) await this.descriptions.deactivate(tx, report.id);
      const told = EVENT_OF_STEP[input.verb];
      if (told !== undefined)
        await this.events.write(tx, [{ memberId: report.memberId, kind: told, objectId: report.id }]);
      await this.tellListing(tx, report);
      await this.audit.append(tx, actor, {
        action: `report.${input.verb.toLowerCase()}`,
        objectKind: 'report',
        objectIds: [report.id],
      });
      const changed = await this.repository.find(tx, actor, report.id);
      return changed === undefined ? refused(NOT_FOUND) : accepted(changed);
    });
  }

  private async addVersion(
    tx: Tx,
    actor: Actor,
    report: StoredReport,
    checked: CheckedReport,
  ): Promise<void> {
    const scopeId = await this.scopes.idOf(actor, handlingScope(checked.handling, report.memberId));
    await tx.query(
      `insert into report_version (report_id, member_id, version, content_hash, reason, basis, external_reference, source_key,
         payment_methods, observed_from, observed_to, action_taken, handling_scope_id, narrative, identifiers, notices,
         child_at_risk, submitted_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        report.id,
        report.memberId,
        report.version + 1,
        ...reportVersionValues(checked, report.memberId, scopeId),
        principalId(actor),
        this.clock.now(),
      ],
    );
  }

  private async saveStatus(
    tx: Tx,
    actor: Actor,
    report: StoredReport,
    next: { readonly status: ReportStatus; readonly version: number; readonly note: string | undefined },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `update report set status = $2, version = $3, changed_at = $4, child_at_risk =
         (select v.child_at_risk from report_version v where v.report_id = report.id and v.version = $3)
       where ${MAY_STEP} and id = $1`,
      [report.id, next.status, next.version, now],
    );
    await tx.query(
      `insert into report_status_change (report_id, version, from_status, to_status, note, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        report.id,
        next.version,
        report.status,
        next.status,
        next.note?.trim() ?? null,
        principalId(actor),
        now,
      ],
    );
  }

  /** What may be shared of the merchant may have changed, whether or not its clusters do. */
  private async tellListing(tx: Tx, { id, status }: StoredReport): Promise<void> {
    const merchantIds = await this.merchants.ofDescriptions(tx, [id]);
    await this.outbox.put(tx, MERCHANT_CHANGED, { merchantIds } satisfies MerchantChanged);
    if (status === 'ACCEPTED')
      await this.outbox.put(tx, REPORT_NARROWED, { merchantIds } satisfies ReportNarrowed);
  }
}

/** What the member that reported hears of. That it corrected its report itself is no news to it. */
const EVENT_OF_STEP = {
  ACCEPT: 'REPORT_ACCEPTED',
  ASK: 'REPORT_NEEDS_INFO',
  REJECT: 'REPORT_REJECTED',
  WITHDRAW: 'REPORT_WITHDRAWN',
  CORRECT: undefined,
} as const satisfies Readonly<Record<ReportVerb, EventKind | undefined>>;

const MAY_STEP = accessRule('report.step', `member_id = current_member() or acts_as('COALITION_ANALYST')`);

const NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['reportId'],
  message: 'There is no such report.',
};

function checkNote(note: string | undefined, field = 'note'): readonly Refusal<ReportRefusalCode>[] {
  if (note === undefined) return [];
  if (note.trim() === '') return [{ code: 'REQUIRED', field: [field], message: 'Write at least a word.' }];
  return checkText(note, [field], { lengthMax: REPORT_NOTE_LENGTH_MAX, multiline: true });
}
