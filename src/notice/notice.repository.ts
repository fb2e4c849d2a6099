import { Injectable } from '@nestjs/common';
import { type Alert, Alerts } from '../alert/index.js';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import type { MemberId, NoticeId, ServiceRangeId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { Notice, NoticeOutcome } from './notice.js';
import type { NoticePlace } from './notice-place.js';
import {
  LOCK_NOTICE,
  SAVE_OUTCOME,
  SELECT_FORWARDABLE,
  SELECT_MET_RANGES,
  SELECT_NOTICE_PAGE,
  SELECT_NOTICES,
} from './notice.statements.js';
import type { RegisteredRange } from './service-range/service-range.js';

interface NoticeRow extends Omit<Notice, 'status' | 'alert'> {
  readonly outcome: NoticeOutcome | null;
}

/** Narrows a list of notices. What is left out does not narrow. */
export interface NoticeFilter {
  readonly statuses: readonly Notice['status'][] | undefined;
  readonly urgencies: readonly Alert['urgency'][] | undefined;
  readonly overdue: boolean | undefined;
}

/** The SQL of notices. Every method takes the actor, and gives nothing that its member may not see. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly alerts: Alerts) {}

  /** The critical ones first, then the newest, as they stand at the moment `now`. */
  async page(
    tx: Tx,
    actor: Actor,
    filter: NoticeFilter,
    {
      after,
      limit,
      now,
    }: { readonly after: NoticePlace | undefined; readonly limit: number; readonly now: Date },
  ): Promise<Notice[]> {
    const rows = await tx.statement<NoticeRow>(SELECT_NOTICE_PAGE, [
      actor.memberId,
      now,
      filter.statuses ?? null,
      filter.urgencies ?? null,
      filter.overdue ?? null,
      after?.critical ?? null,
      after?.raisedAt ?? null,
      after?.id ?? null,
      limit,
    ]);
    return this.withAlerts(tx, actor, rows);
  }

  async byIds(tx: Tx, actor: Actor, ids: readonly NoticeId[], now: Date): Promise<Notice[]> {
    if (ids.length === 0) return [];
    const rows = await tx.statement<NoticeRow>(SELECT_NOTICES, [actor.memberId, now, ids]);
    return this.withAlerts(tx, actor, rows);
  }

  /** A notice that nobody ends or answers until the transaction is over. */
  async lock(tx: Tx, actor: Actor, id: NoticeId, now: Date): Promise<Notice | undefined> {
    await tx.statement(LOCK_NOTICE, [actor.memberId, id]);
    return (await this.byIds(tx, actor, [id], now))[0];
  }

  async saveOutcome(tx: Tx, actor: Actor, id: NoticeId, outcome: NoticeOutcome): Promise<void> {
    await tx.statement(SAVE_OUTCOME, [actor.memberId, id, outcome]);
  }

  /** The own member's ranges of these ids, by id. */
  async ranges(
    tx: Tx,
    actor: Actor,
    ids: readonly ServiceRangeId[],
  ): Promise<ReadonlyMap<ServiceRangeId, RegisteredRange>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.statement<RegisteredRange>(SELECT_MET_RANGES, [actor.memberId, [...new Set(ids)]]);
    return new Map(rows.map((range) => [range.id, range]));
  }

  /** Whether a notice may be forwarded to that member. */
  async mayForward(tx: Tx, actor: Actor, id: NoticeId, to: MemberId): Promise<boolean> {
    return (await tx.statement(SELECT_FORWARDABLE, [actor.memberId, id, to])).length > 0;
  }

  private async withAlerts(tx: Tx, actor: Actor, rows: readonly NoticeRow[]): Promise<Notice[]> {
    const ids = rows.map(({ id }) => id);
    const alerts = await this.alerts.about(tx, actor, 'NOTICE', ids);
    return rows.map(({ outcome, ...row }) => {
      const alert = alerts.get(row.id);
      assert(alert !== undefined, 'a notice and its alert are raised together');
      return { ...row, alert, status: noticeStatus(outcome, alert) };
    });
  }
}

function noticeStatus(outcome: NoticeOutcome | null, { status }: Alert): Notice['status'] {
  return outcome ?? (status === 'ACKNOWLEDGED' ? 'ACKNOWLEDGED' : 'OPEN');
}
