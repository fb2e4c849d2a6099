import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId, type ReportId } from '../../common/id.js';
import { refused, type Result } from '../../common/refusal.js';
import { toUserErrors } from '../../graphql/index.js';
import { ReportLife } from '../report-life.service.js';
import type { ReportRefusalCode } from '../report-refusal.js';
import type { StoredReport } from '../report-view.js';
import {
  AcceptReportInput,
  CorrectReportInput,
  RejectReportInput,
  RequestReportInformationInput,
  WithdrawReportInput,
} from './report.inputs.js';
import {
  AcceptReportPayload,
  CorrectReportPayload,
  RejectReportPayload,
  RequestReportInformationPayload,
  WithdrawReportPayload,
} from './report.types.js';
import { toReportDraft, toReportPayload } from './to-report.js';

/** The steps of a report's life after it was taken. */
@Resolver()
export class ReportLifeResolver {
  constructor(private readonly life: ReportLife) {}

  @Mutation(() => CorrectReportPayload, {
    description: 'Says a report of your own member anew, as its next version; answers an open question.',
  })
  @Requires('report:submit')
  async correctReport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The report and what it says now.' }) input: CorrectReportInput,
  ): Promise<CorrectReportPayload> {
    const draft = toReportDraft(input.report);
    if (!draft.ok) return { report: null, userErrors: toUserErrors(draft.refusals) };
    return this.step(input.reportId, (reportId) =>
      this.life.correct(actor, { reportId, report: draft.value }),
    );
  }

  @Mutation(() => WithdrawReportPayload, { description: 'Takes a report of your own member back.' })
  @Requires('report:submit')
  withdrawReport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The report and why.' }) input: WithdrawReportInput,
  ): Promise<WithdrawReportPayload> {
    return this.step(input.reportId, (reportId) =>
      this.life.withdraw(actor, { reportId, reason: input.reason }),
    );
  }

  @Mutation(() => AcceptReportPayload, {
    description: 'Triage: accepts a report, which may list its merchant.',
  })
  @Requires('report:triage')
  acceptReport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The report.' }) input: AcceptReportInput,
  ): Promise<AcceptReportPayload> {
    return this.step(input.reportId, (reportId) =>
      this.life.accept(actor, { reportId, note: input.note ?? undefined }),
    );
  }

  @Mutation(() => RequestReportInformationPayload, { description: 'Triage: asks the reporter a question.' })
  @Requires('report:triage')
  requestReportInformation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The report and the question.' }) input: RequestReportInformationInput,
  ): Promise<RequestReportInformationPayload> {
    return this.step(input.reportId, (reportId) =>
      this.life.ask(actor, { reportId, question: input.question }),
    );
  }

  @Mutation(() => RejectReportPayload, { description: 'Triage: rejects a report.' })
  @Requires('report:triage')
  rejectReport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The report and why.' }) input: RejectReportInput,
  ): Promise<RejectReportPayload> {
    return this.step(input.reportId, (reportId) =>
      this.life.reject(actor, { reportId, reason: input.reason }),
    );
  }

  /** A report id that cannot be one is the id of no report. */
  private async step(
    globalId: string,
    run: (reportId: ReportId) => Promise<Result<StoredReport, ReportRefusalCode>>,
  ): Promise<ReturnType<typeof toReportPayload>> {
    const reportId = fromGlobalId('report', globalId);
    return toReportPayload(
      reportId === undefined
        ? refused({ code: 'NOT_FOUND', field: ['reportId'], message: 'There is no such report.' })
        : await run(reportId),
    );
  }
}
