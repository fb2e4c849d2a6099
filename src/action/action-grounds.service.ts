import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { DispositionId, IndicatorId } from '../common/id.js';
import { accepted, refused, type Result } from '../common/refusal.js';
import type { Tx } from '../database/index.js';
import type { MerchantAction } from '../report/index.js';
import { ACTION_RULES, type AssessmentRefusalCode, whyNotOn } from './action-kind.js';
import type { ActionRefusal, ActionRefusalCode } from './action-refusal.js';
import type { Assessment } from './disposition/assessment.js';
import { DispositionRepository } from './disposition/disposition.repository.js';
import type { LeadRef } from './lead/lead.js';
import { OpinionService } from './opinion/opinion.service.js';

/** On what an action stands, and what it says to others besides. */
@Injectable()
export class ActionGrounds {
  constructor(
    private readonly dispositions: DispositionRepository,
    private readonly opinions: OpinionService,
  ) {}

  /** The member's own assessment on which such an action stands; null where it needs none. */
  async dispositionFor(
    tx: Tx,
    actor: Actor,
    kind: MerchantAction,
    lead: LeadRef,
  ): Promise<Result<DispositionId | null, ActionRefusalCode>> {
    const current = await this.dispositions.current(tx, actor, lead);
    const code = whyNotOn(kind, current?.assessment);
    if (code !== undefined) return refused(refusal(code, kind, current?.assessment));
    return accepted(ACTION_RULES[kind].assessment === 'NONE_NEEDED' ? null : (current?.id ?? null));
  }

  /**
   * Gives the opinion that goes with a false positive, on the indicators of the lead that the member still sees. It stands by
   * itself from then on: whoever corrects the action withdraws the opinion, if it is wrong as well.
   */
  async giveOpinions(
    tx: Tx,
    actor: Actor,
    kind: MerchantAction,
    indicatorIds: readonly IndicatorId[],
  ): Promise<void> {
    if (kind !== 'NO_ACTION_FALSE_POSITIVE') return;
    for (const indicatorId of [...indicatorIds].sort())
      await this.opinions.giveIn(tx, actor, { indicatorId, kind: 'FALSE_POSITIVE', note: null });
  }
}

function refusal(
  code: AssessmentRefusalCode,
  kind: MerchantAction,
  assessment: Assessment | undefined,
): ActionRefusal {
  const message =
    code === 'DISPOSITION_REQUIRED'
      ? `${kind} needs your own assessment first: recordDisposition on the same match or notice.`
      : `Your own present assessment is ${assessment ?? 'none'}, which does not carry ${kind}: record another if you have come to one.`;
  return { code, field: ['action', 'kind'], message };
}
