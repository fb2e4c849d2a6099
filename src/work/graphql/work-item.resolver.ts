import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type CoalitionPurpose, CoalitionPurposeEnum, CurrentActor } from '../../access/index.js';
import { AlertService, AlertType, toAlert } from '../../alert/index.js';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { fromUuid, type IdByKind } from '../../common/id.js';
import { DisputeService, DisputeType, toDispute } from '../../dispute/index.js';
import { HoldService, HoldType, toHold } from '../../hold/index.js';
import { PossibleMatches, PossibleMatchType, toPossibleMatch } from '../../merchant/index.js';
import { ReportService, ReportType, toReport } from '../../report/index.js';
import type { WorkItem } from '../work-item.js';
import type { WorkKind } from '../work-kind.js';
import { WorkItemType } from './work.types.js';

/** What work is about, as the part shows it that has it: by its own rules, and noted as a read of it. */
@Resolver(() => WorkItemType)
export class WorkItemResolver {
  constructor(
    private readonly alerts: AlertService,
    private readonly disputes: DisputeService,
    private readonly holds: HoldService,
    private readonly matches: PossibleMatches,
    private readonly reports: ReportService,
    private readonly clock: Clock,
  ) {}

  @ResolveField('alert', () => AlertType, {
    nullable: true,
    description:
      'The news that tells of it: of alerts, notices and recalls. It holds the notice or the recall itself, and is delivered by that.',
  })
  async alertOf(@CurrentActor() actor: Actor, @Parent() { item }: WorkItemType): Promise<AlertType | null> {
    const id = shownBy(item, 'alert');
    const alert = id && (await this.alerts.find(actor, id));
    return alert === undefined ? null : toAlert(alert, this.clock.now());
  }

  @ResolveField('dispute', () => DisputeType, {
    nullable: true,
    description: 'The dispute that is to be answered or decided.',
  })
  async disputeOf(
    @CurrentActor() actor: Actor,
    @Parent() { item }: WorkItemType,
  ): Promise<DisputeType | null> {
    const id = shownBy(item, 'dispute');
    const dispute = id && (await this.disputes.find(actor, id));
    return dispute === undefined ? null : toDispute(dispute);
  }

  @ResolveField('report', () => ReportType, { nullable: true, description: 'The report that waits.' })
  async reportOf(
    @CurrentActor() actor: Actor,
    @Parent() { item }: WorkItemType,
    @Args('purpose', {
      type: () => CoalitionPurposeEnum,
      nullable: true,
      description: "Why you read members' reports: analysts and auditors have to say it.",
    })
    purpose: CoalitionPurpose | null,
  ): Promise<ReportType | null> {
    const id = shownBy(item, 'report');
    const report = id && (await this.reports.find(actor, { id, purpose: purpose ?? undefined }));
    return report === undefined ? null : toReport(report);
  }

  @ResolveField('hold', () => HoldType, { nullable: true, description: 'The hold that is to be seen to.' })
  async holdOf(
    @CurrentActor() actor: Actor,
    @Parent() { item }: WorkItemType,
    @Args('purpose', { type: () => CoalitionPurposeEnum, description: 'Why you read it.' })
    purpose: CoalitionPurpose,
  ): Promise<HoldType | null> {
    const id = shownBy(item, 'hold');
    const hold = id && (await this.holds.find(actor, { id, purpose }));
    return hold === undefined ? null : toHold(hold);
  }

  @ResolveField('possibleMatch', () => PossibleMatchType, {
    nullable: true,
    description: 'The two merchants that may be one.',
  })
  async possibleMatchOf(
    @CurrentActor() actor: Actor,
    @Parent() { item }: WorkItemType,
    @Args('purpose', { type: () => CoalitionPurposeEnum, description: 'Why you read it.' })
    purpose: CoalitionPurpose,
  ): Promise<PossibleMatchType | null> {
    const id = shownBy(item, 'judgement');
    const match = id && (await this.matches.brief(actor, { id, purpose }));
    return match === undefined ? null : toPossibleMatch(match);
  }
}

type ShownKind = 'alert' | 'dispute' | 'report' | 'hold' | 'judgement';

/** By what each kind of work is shown; what is not here is told by its id alone. */
const SHOWN: Readonly<Partial<Record<WorkKind, ShownKind>>> = {
  COMPLETE_REPORT: 'report',
  ANSWER_DISPUTE: 'dispute',
  ACKNOWLEDGE_ALERT: 'alert',
  ACT_ON_NOTICE: 'alert',
  CLOSE_RECALL: 'alert',
  TRIAGE_REPORT: 'report',
  DECIDE_MATCH: 'judgement',
  ANSWER_IN_CARE: 'dispute',
  RULE_DISPUTE: 'dispute',
  APPROVE_RULING: 'dispute',
  ACTIVATE_HOLD: 'hold',
  REVIEW_HOLD: 'hold',
  RELEASE_HOLD: 'hold',
  RENEW_HOLD: 'hold',
};

function shownBy<Kind extends ShownKind>(
  { kind, shownBy: id }: WorkItem,
  wanted: Kind,
): IdByKind[Kind] | undefined {
  return SHOWN[kind] === wanted ? fromUuid(wanted, id) : undefined;
}
