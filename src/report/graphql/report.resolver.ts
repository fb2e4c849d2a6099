import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type CoalitionPurpose, CoalitionPurposeEnum, CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { idIn, idOf } from '../../common/id-in.js';
import { type Connection, PageArgs, pageRequestOf, toConnection, toUserErrors } from '../../graphql/index.js';
import { ReportService } from '../report.service.js';
import { ReportFilterInput, SubmitReportInput } from './report.inputs.js';
import { ReportConnection, ReportType, SubmitReportPayload } from './report.types.js';
import { toReport, toReportDraft, toReportPayload } from './to-report.js';

const PURPOSE = "Why you read members' reports: analysts and auditors have to say it.";

@ArgsType()
class ReportsArgs extends PageArgs {
  @Field(() => CoalitionPurposeEnum, { nullable: true, description: PURPOSE })
  purpose?: CoalitionPurpose | null;

  @Field(() => ReportFilterInput, { nullable: true, description: 'Which reports to list.' })
  filter?: ReportFilterInput | null;
}

/** Taking reports and reading them. */
@Resolver()
export class ReportResolver {
  constructor(private readonly reports: ReportService) {}

  @Query(() => ReportType, {
    name: 'report',
    nullable: true,
    description:
      'A report of your own member (analysts and auditors: of any). Null when there is none that you may see.',
  })
  @Requires('report:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
    @Args('purpose', { type: () => CoalitionPurposeEnum, nullable: true, description: PURPOSE })
    purpose: CoalitionPurpose | null,
  ): Promise<ReportType | null> {
    const id = idOf('report', globalId);
    const report = await this.reports.find(actor, { id, purpose: purpose ?? undefined });
    return report === undefined ? null : toReport(report);
  }

  @Query(() => ReportConnection, {
    name: 'reports',
    description: 'Reports of your own member (analysts and auditors: of every member), newest first.',
  })
  @Requires('report:read')
  async list(@CurrentActor() actor: Actor, @Args() args: ReportsArgs): Promise<Connection<ReportType>> {
    const member = args.filter?.memberId;
    const memberId = idIn('member', member);
    const page = await this.reports.list(actor, {
      filter: {
        statuses: args.filter?.status ?? undefined,
        clientReference: args.filter?.clientReference ?? undefined,
        reasons: args.filter?.reason ?? undefined,
        memberId,
      },
      purpose: args.purpose ?? undefined,
      page: pageRequestOf(args),
    });
    return toConnection(page, toReport);
  }

  @Mutation(() => SubmitReportPayload, {
    description:
      'Reports a merchant account that took payment for CSAM. Safe to send again with the same client reference.',
  })
  @Requires('report:submit')
  async submitReport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The report.' }) input: SubmitReportInput,
  ): Promise<SubmitReportPayload> {
    const draft = toReportDraft(input.report);
    if (!draft.ok) return { report: null, userErrors: toUserErrors(draft.refusals) };
    return toReportPayload(
      await this.reports.submit(actor, { clientReference: input.clientReference, report: draft.value }),
    );
  }
}
