import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Actor } from '../../common/actor.js';
import type { FishingAlarmId } from '../../common/id.js';
import { type Page, type PageRequest, pageOf } from '../../common/page.js';
import { Database } from '../../database/index.js';
import { timeCursor, timePlace } from '../../graphql/index.js';
import type { FishingAlarm } from './fishing-alarm.js';
import { fishingAlarmPage } from './fishing-alarm.statements.js';

/** Alarms about members' ways of asking: for the member's own admin, and for who looks after the coalition. */
@Injectable()
export class FishingAlarmService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { first, after }: PageRequest): Promise<Page<FishingAlarm>> {
    const place = after === undefined ? undefined : placeOf(after);
    const reader = { memberId: actor.memberId, maySeeAll: looksAfterCoalition(actor) };
    return this.database.asActor(actor, async (tx) => {
      const rows = await fishingAlarmPage(tx, reader, place, first + 1);
      const page = pageOf(rows, first, ({ raisedAt, id }) => timeCursor({ at: raisedAt, id }));
      await this.audit.append(tx, actor, {
        action: 'fishing.read',
        objectKind: 'fishingAlarm',
        objectIds: page.rows.map(({ id }) => id),
      });
      return page;
    });
  }
}

function looksAfterCoalition(actor: Actor): boolean {
  return (
    actor.kind === 'user' &&
    actor.roles.some((role) => role === 'COALITION_ANALYST' || role === 'COALITION_ADMIN')
  );
}

function placeOf(cursor: string): { readonly raisedAt: Date; readonly id: FishingAlarmId } {
  const { at, id } = timePlace(cursor);
  return { raisedAt: at, id: id as FishingAlarmId };
}
