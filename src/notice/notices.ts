import { Injectable } from '@nestjs/common';
import { Alerts } from '../alert/index.js';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { MemberId, NoticeId } from '../common/id.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Outbox, type Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import {
  NOTICE_ALERTS,
  NOTICE_FORWARDED,
  type Notice,
  type NoticeForwarded,
  type NoticeOutcome,
} from './notice.js';
import { type NoticeVerb, takeNoticeStep } from './notice-status.js';
import { NoticeRepository } from './notice.repository.js';

export type NoticeRefusalCode = 'NOT_FOUND' | 'UNKNOWN_MEMBER' | 'NOT_ALLOWED_IN_STATE';

/** What the parts need of notices that record what a member did: inside their own transactions, which see to the audit. */
@Injectable()
export class Notices {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly alerts: Alerts,
    private readonly outbox: Outbox,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A notice of the own member, as it stands until the transaction ends; undefined where there is none, where it is another's,
   * and where its listing has ended.
   */
  findOwn(tx: Tx, actor: Actor, id: NoticeId): Promise<Notice | undefined> {
    return this.notices.lock(tx, actor, id, this.clock.now());
  }

  /** Notes that the member has said what it did: nothing waits for it any more. */
  answer(tx: Tx, actor: Actor, id: NoticeId): Promise<Result<Notice, NoticeRefusalCode>> {
    return this.step(tx, actor, id, 'ANSWER');
  }

  /**
   * Notes that another member serves the merchant, and has that one told. Refused alike for a member that there is not, that
   * is not active, that may not see what the notice is about, and for the own one; whatever is RED is forwarded to nobody.
   * Whether the other knew already, the answer does not tell.
   */
  async forward(
    tx: Tx,
    actor: Actor,
    id: NoticeId,
    toMemberId: MemberId,
  ): Promise<Result<Notice, NoticeRefusalCode>> {
    const notice = await this.findOwn(tx, actor, id);
    if (notice === undefined) return refused(NOTICE_NOT_FOUND);
    if (!(await this.notices.mayForward(tx, actor, id, toMemberId))) return refused(UNKNOWN_TARGET);
    const forwarded = await this.step(tx, actor, id, 'FORWARD');
    if (forwarded.ok)
      await this.outbox.put(tx, NOTICE_FORWARDED, { noticeId: id, toMemberId } satisfies NoticeForwarded);
    return forwarded;
  }

  private async step(
    tx: Tx,
    actor: Actor,
    id: NoticeId,
    verb: keyof typeof OUTCOME,
  ): Promise<Result<Notice, NoticeRefusalCode>> {
    const notice = await this.findOwn(tx, actor, id);
    if (notice === undefined) return refused(NOTICE_NOT_FOUND);
    const next = takeNoticeStep(notice.status, verb);
    if (!next.ok) return next;
    await this.notices.saveOutcome(tx, actor, id, OUTCOME[verb]);
    await this.events.write(tx, [{ memberId: actor.memberId, kind: EVENT[verb], objectId: id }]);
    for (const kind of NOTICE_ALERTS)
      await this.alerts.close(tx, { kind, objectId: id, memberId: actor.memberId });
    await this.audit.append(tx, actor, { action: ACTION[verb], objectKind: 'notice', objectIds: [id] });
    return accepted({ ...notice, status: OUTCOME[verb] });
  }
}

const OUTCOME = { ANSWER: 'ANSWERED', FORWARD: 'FORWARDED' } as const satisfies Partial<
  Record<NoticeVerb, NoticeOutcome>
>;

const EVENT = { ANSWER: 'NOTICE_ANSWERED', FORWARD: 'NOTICE_FORWARDED' } as const;

const ACTION = { ANSWER: 'notice.answer', FORWARD: 'notice.forward' } as const;

/** The answer for a notice that there is not, for another member's, and for one whose listing has ended. */
export const NOTICE_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['noticeId'],
  message: 'There is no such notice.',
};

const UNKNOWN_TARGET: Refusal<'UNKNOWN_MEMBER'> = {
  code: 'UNKNOWN_MEMBER',
  field: ['forwardedTo'],
  message: 'There is no such active member to which this may be forwarded: see members.',
};
