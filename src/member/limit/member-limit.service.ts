import { Injectable } from '@nestjs/common';

import { AuditLog } from '../../audit/index.js';
import { type Actor, principalId } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import type { MemberId } from '../../common/id.js';
import { accepted, refused, type Result } from '../../common/refusal.js';
import { Config } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { isCoalitionAdmin } from '../member.service.js';
import { lockMember } from '../member.statements.js';
import { refuseReason, type TextRefusalCode } from '../member-text.js';
import { memberNotFound } from '../not-found.js';
import { memberLimit, type MemberLimitRow, setMemberLimit } from './member-limit.statements.js';

/** What a member may use, and what of that was set for it alone. */
export interface SeenLimit {
  readonly memberId: MemberId;
  readonly ratePointsMax: number;
  readonly screeningQuotaMax: number;
  /** Null where the settings hold. */
  readonly own: MemberLimitRow | null;
}

/** Limits to be set; null leaves it to the settings. */
export interface NewLimit {
  readonly memberId: MemberId;
  readonly ratePointsMax: number | null;
  readonly screeningQuotaMax: number | null;
  readonly reason: string;
}

export type MemberLimitRefusalCode = TextRefusalCode | 'NOT_FOUND' | 'OWN_MEMBER';

/** What members may use of the service, where it differs from the settings. In force with the next minute of the clock. */
@Injectable()
export class MemberLimitService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Undefined where there is no such member, or not for this actor. */
  async find(actor: Actor, memberId: MemberId): Promise<SeenLimit | undefined> {
    const reader = { memberId: actor.memberId, maySeeAll: isCoalitionAdmin(actor) };
    const row = await this.database.asActor(actor, (tx) => memberLimit(tx, reader, memberId));
    return row && this.seen(memberId, row);
  }

  /** Who sets limits does not set those of its own member: it could ask for as much as it likes. */
  async set(actor: Actor, limit: NewLimit): Promise<Result<SeenLimit, MemberLimitRefusalCode>> {
    const { memberId, ratePointsMax, screeningQuotaMax } = limit;
    const faults = refuseReason(limit.reason, 'reason');
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<Result<SeenLimit, MemberLimitRefusalCode>> => {
      if ((await lockMember(tx, memberId)) === undefined) return refused(memberNotFound());
      if (memberId === actor.memberId) {
        const message = 'This is your own member: an admin of another member has to do it.';
        return refused({ code: 'OWN_MEMBER', field: ['memberId'], message });
      }
      const row = {
        ratePointsMax,
        screeningQuotaMax,
        reason: limit.reason.trim(),
        changedAt: this.clock.now(),
      };
      await setMemberLimit(tx, memberId, row, principalId(actor));
      await this.audit.append(tx, actor, {
        action: 'member.set-limits',
        objectKind: 'member',
        objectIds: [memberId],
        detail: { ratePointsMax, screeningQuotaMax },
      });
      return accepted(this.seen(memberId, row));
    });
  }

  private seen(memberId: MemberId, row: MemberLimitRow): SeenLimit {
    const isOwn = row.ratePointsMax !== null || row.screeningQuotaMax !== null;
    return {
      memberId,
      ratePointsMax: row.ratePointsMax ?? this.config.ratePointsMax,
      screeningQuotaMax: row.screeningQuotaMax ?? this.config.screeningQuotaMax,
      own: isOwn ? row : null,
    };
  }
}
