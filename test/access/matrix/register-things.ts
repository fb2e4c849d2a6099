import { type IdByKind, type IdKind, toGlobalId } from '../../../src/common/id.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import { type Belonging, type CaseName, relationTo } from './belonging.js';
import type { Canaries } from './canaries.js';
import type { Relation } from './matrix-row.js';
import type { Reader } from './reader.js';
import type { CaseTarget } from './targets.js';

/** Where the id of a kind may be read. */
const ID_PLACES: Readonly<Partial<Record<IdKind, readonly string[]>>> = {
  report: [
    'Report.id',
    'PossibleMatchSide.reportId',
    'ReviewedReport.id',
    'ReviewDecision.reportIds',
    'BreakGlass.reportId',
    'Dispute.ownReportIds',
    'ReviewedAnswer.reportIds',
    'Event.reportId',
  ],
  merchant: [
    'Merchant.id',
    'Notice.merchantId',
    'Dispute.merchantId',
    'Recall.merchantId',
    'Action.merchantId',
    'Disposition.merchantId',
    'Indicator.merchantId',
    'ScreeningMatch.merchantId',
    'PossibleMatchSide.merchantId',
    'ReviewedMerchant.id',
    'ReviewDecision.merchantIds',
    'Hold.merchantId',
    'HoldCoverage.merchantIds',
  ],
  action: ['Action.id', 'Event.actionId'],
  disposition: [
    'Disposition.id',
    'Action.dispositionId',
    'ActionVersion.dispositionId',
    'Event.dispositionId',
  ],
  alert: ['Alert.id', 'Event.alertId'],
  dispute: ['Dispute.id', 'Event.disputeId'],
  event: ['Event.id'],
  disputeRuling: ['DisputeRuling.id', 'RuleDisputePayload.rulingId', 'ApproveDisputeRulingPayload.rulingId'],
  notice: ['Notice.id', 'Event.noticeId'],
  recall: ['Recall.id', 'RecallProgress.id', 'Event.recallId'],
  serviceRange: ['ServiceRange.id'],
  indicator: [
    'Indicator.id',
    'IndicatorChange.indicatorId',
    'FieldEvidence.indicatorId',
    'RecalledIndicator.indicatorId',
    'Event.opinionIndicatorId',
  ],
  judgement: ['PossibleMatch.id', 'ComparedMatch.id', 'ReviewDecision.possibleMatchId'],
  decision: ['ReviewDecision.id'],
  hold: ['Hold.id'],
  roleGrant: ['RoleGrant.id'],
  breakGlass: ['BreakGlass.id'],
  session: ['Session.id'],
  passkey: ['Passkey.id'],
  identityProvider: ['IdentityProvider.id'],
  fishingAlarm: ['FishingAlarm.id'],
  user: [
    'BreakGlass.askedBy',
    'FishingAlarmClosing.closedBy',
    'User.id',
    'RoleGrant.userId',
    'RoleGrant.askedBy',
    'MemberApproval.by',
    'ReviewDecision.decidedBy',
    'DisputeRuling.proposedBy',
  ],
  client: ['Client.id'],
  screening: ['Screening.id', 'Action.screeningId', 'Disposition.screeningId'],
  sharingGroup: ['SharingGroup.id', 'HandlingGroup.id', 'ReportHandling.sharingGroupId'],
  member: ['Member.id', 'Dispute.filedByMemberId'],
};

/** Work is told by the id of what it is about, to those whose it is. */
const IN_WORK = ['WorkItem.id', 'WorkItem.objectId'];

/** The log names every object to those who read all of it. */
const IN_THE_LOG = ['AuditEntry.objectIds', 'AuditEntry.principalId'];

/** Whose everything with an id is: what an answer names by an id is judged by it. */
export class Things {
  readonly #belongings = new Map<string, Belonging>();

  constructor(private readonly canaries: Canaries) {}

  add<Kind extends IdKind>(kind: Kind, id: IdByKind[Kind], belonging: Belonging): void {
    const globalId = toGlobalId(kind, id);
    this.#belongings.set(globalId, belonging);
    const places = ID_PLACES[kind] ?? [];
    if (places.length === 0) return;
    const readable = [...places, ...IN_WORK, ...IN_THE_LOG].map((path) => ['field', path] as const);
    this.canaries.add(globalId, readable, belonging);
    // Inside a cursor an id stands as it is stored.
    this.canaries.add(
      id,
      kind === 'client' ? [...readable, ['field', 'Client.clientId']] : readable,
      belonging,
    );
  }

  /** A text that one field may show. */
  tell(text: string, path: string, belonging: Belonging): void {
    this.canaries.add(text, [['field', path]], belonging);
  }

  relationsTo(reader: Reader): ReadonlySet<Relation> {
    return new Set([...this.#belongings.values()].map((belonging) => relationTo(reader, belonging)));
  }

  belongingOf(globalId: string): Belonging | undefined {
    return this.#belongings.get(globalId);
  }
}

/** Everything that came of the cases, read from the tables by the reports that it came of. */
export async function registerCases(
  app: TestApp,
  things: Things,
  canaries: Canaries,
  cases: ReadonlyMap<CaseName, CaseTarget>,
  uuidsOf: (target: CaseTarget) => readonly string[],
): Promise<void> {
  for (const [name, target] of cases) {
    const belonging = { of: 'case', name } as const;
    const rows = await asOwner(app.database, (tx) =>
      tx.query<{ readonly kind: IdKind | 'scope'; readonly id: string }>(THINGS_OF_REPORTS, [
        uuidsOf(target),
      ]),
    );
    for (const { kind, id } of rows)
      if (kind === 'scope') continue;
      else things.add(kind, id as never, belonging);
  }
  await registerScopes(app, canaries);
}

const THINGS_OF_REPORTS = `
  with described as (select * from description where id = any($1::uuid[])),
    viewed as (select v.* from merchant_view_member v join described d on d.own_merchant_id = v.own_merchant_id)
  select 'report' as kind, id from described
  union select 'merchant', own_merchant_id from described
  union select 'merchant', merchant_id from described
  union select 'merchant', merchant_view_id from viewed
  union select 'indicator', i.id from indicator i where i.merchant_view_id in (select merchant_view_id from viewed)
    or i.merchant_view_id in (select own_merchant_id from described)
  union select 'judgement', j.id from judgement j
    where j.description_a = any($1::uuid[]) or j.description_b = any($1::uuid[])
  union select 'decision', r.id from review_decision r where r.report_ids && $1::uuid[]`;

async function registerScopes(app: TestApp, canaries: Canaries): Promise<void> {
  const scopes = await asOwner(app.database, (tx) =>
    tx.query<{ id: string }>('select id from handling_scope'),
  );
  for (const { id } of scopes) canaries.add(id, [['stored', 'handling_scope.id']], { of: 'nobody' });
}
