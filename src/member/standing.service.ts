import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import { Sessions } from '../auth/index.js';
import { principalId, type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { MemberId } from '../common/id.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database, Outbox } from '../database/index.js';
import type { MemberRow } from './member-row.js';
import { statusAfter } from './member-status.js';
import { refuseReason, type TextRefusalCode } from './member-text.js';
import { changeStatus, lockMember } from './member.statements.js';
import { memberNotFound } from './not-found.js';

export type StandingRefusalCode = TextRefusalCode | 'NOT_FOUND' | 'NOT_ALLOWED_IN_STATE' | 'OWN_MEMBER';

/** Written when a member was suspended, came back, or left: what it said to others may count no more, or again. */
export const MEMBER_STANDING_CHANGED = 'member.standing-changed';

export interface MemberStandingChanged {
  readonly memberId: MemberId;
}

type Step = 'SUSPEND' | 'RESUME' | 'LEAVE';

const ACTION: Record<Step, string> = {
  SUSPEND: 'member.suspend',
  RESUME: 'member.resume',
  LEAVE: 'member.leave',
};

/**
 * Suspends, resumes and ends memberships. It is in force at the member's next statement: entering a transaction asks for
 * the member's status, whatever token the caller still holds. Sessions end for good.
 */
@Injectable()
export class StandingService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async change(
    actor: Actor,
    step: Step,
    memberId: MemberId,
    reason: string,
  ): Promise<Result<MemberRow, StandingRefusalCode>> {
    const faults = refuseReason(reason, 'reason');
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<Result<MemberRow, StandingRefusalCode>> => {
      const member = await lockMember(tx, memberId);
      if (member === undefined) return refused(memberNotFound());
      const next = statusAfter(member.status, step);
      if (!next.ok) return next;
      if (memberId === actor.memberId) return refused(ownMember());

      const changed = await changeStatus(tx, memberId, {
        from: member.status,
        to: next.value,
        reason: reason.trim(),
        changedBy: principalId(actor),
        at: this.clock.now(),
      });
      if (step !== 'RESUME') await this.sessions.endOfMember(tx, memberId);
      await this.outbox.put(tx, MEMBER_STANDING_CHANGED, { memberId } satisfies MemberStandingChanged);
      await this.audit.append(tx, actor, {
        action: ACTION[step],
        objectKind: 'member',
        objectIds: [memberId],
        detail: { from: member.status, to: next.value },
      });
      return accepted(changed ?? member);
    });
  }
}

/** An admin who shuts out the own member shuts out whoever could undo it. */
function ownMember(): Refusal<'OWN_MEMBER'> {
  const message = 'This is your own member: an admin of another member has to do it.';
  return { code: 'OWN_MEMBER', field: ['memberId'], message };
}
