import { Injectable } from '@nestjs/common';
import { Alerts } from '../alert/index.js';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { ActorGatherer } from '../common/actor-gatherer.js';
import { Clock } from '../common/clock.js';
import type { NoticeId } from '../common/id.js';
import { type Page, type PageRequest, pageOf } from '../common/page.js';
import { Database, type Tx } from '../database/index.js';
import type { Purpose } from '../indicator/index.js';
import { type Hotline, Hotlines } from './hotline/hotlines.service.js';
import type { Notice } from './notice.js';
import { noticeCursor, noticePlaceOf } from './notice-place.js';
import { type NoticeFilter, NoticeRepository } from './notice.repository.js';
import type { RegisteredRange } from './service-range/service-range.js';

/** A notice as its member is shown it. */
export interface ShownNotice extends Notice {
  readonly ranges: readonly RegisteredRange[];
  /** Whom to call; none where it is not critical. */
  readonly hotlines: readonly Hotline[];
}

/** Hands members their notices. What was handed over is delivered; every read declares its purpose and is audited. */
@Injectable()
export class NoticeService {
  readonly #ofAlerts = new ActorGatherer<NoticeId, ShownNotice, Purpose>((actor, ids, purpose) =>
    this.database.asActor(actor, async (tx) => {
      const found = await this.notices.byIds(tx, actor, ids, this.clock.now());
      const shown = await this.show(tx, actor, purpose, found);
      return new Map(shown.map((notice) => [notice.id, notice]));
    }),
  );

  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly alerts: Alerts,
    private readonly hotlines: Hotlines,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    query: { readonly purpose: Purpose; readonly filter: NoticeFilter; readonly page: PageRequest },
  ): Promise<Page<ShownNotice>> {
    const { first, after } = query.page;
    const place = after === undefined ? undefined : noticePlaceOf(after);
    const now = this.clock.now();
    return this.database.asActor(actor, async (tx) => {
      const rows = await this.notices.page(tx, actor, query.filter, { after: place, limit: first + 1, now });
      const page = pageOf(rows, first, noticeCursor);
      return { ...page, rows: await this.show(tx, actor, query.purpose, page.rows) };
    });
  }

  async find(
    actor: Actor,
    { id, purpose }: { readonly id: NoticeId; readonly purpose: Purpose },
  ): Promise<ShownNotice | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const found = await this.notices.byIds(tx, actor, [id], this.clock.now());
      return (await this.show(tx, actor, purpose, found))[0];
    });
  }

  /** Of an alert: all those that a request asks for are found together. */
  ofAlert(
    actor: Actor,
    { id, purpose }: { readonly id: NoticeId; readonly purpose: Purpose },
  ): Promise<ShownNotice | undefined> {
    return this.#ofAlerts.find(actor, id, purpose);
  }

  private async show(
    tx: Tx,
    actor: Actor,
    purpose: Purpose,
    notices: readonly Notice[],
  ): Promise<ShownNotice[]> {
    const handed = await this.alerts.handOver(
      tx,
      actor,
      notices.map(({ alert }) => alert),
    );
    await this.audit.append(tx, actor, {
      action: 'notice.read',
      purpose,
      objectKind: 'notice',
      objectIds: notices.map(({ id }) => id),
    });
    const ranges = await this.notices.ranges(
      tx,
      actor,
      notices.flatMap(({ serviceRangeIds }) => serviceRangeIds),
    );
    const hotlines = handed.some(({ urgency }) => urgency === 'CRITICAL')
      ? await this.hotlines.forMember(tx, actor.memberId)
      : [];
    return notices.map((notice, index) => {
      const alert = handed[index] ?? notice.alert;
      return {
        ...notice,
        alert,
        ranges: notice.serviceRangeIds.flatMap((id) => ranges.get(id) ?? []),
        hotlines: alert.urgency === 'CRITICAL' ? hotlines : [],
      };
    });
  }
}
