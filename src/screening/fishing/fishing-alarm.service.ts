import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Actor } from '../../common/actor.js';
import { assert } from '../../common/assert.js';
import { Clock } from '../../common/clock.js';
import type { FishingAlarmId } from '../../common/id.js';
import { type Page, type PageRequest, pageOf } from '../../common/page.js';
import { accepted, refused, type Refusal, type Result } from '../../common/refusal.js';
import { Database } from '../../database/index.js';
import { timeCursor, timePlace } from '../../graphql/index.js';
import { checkText, type TextRefusal } from '../../identifier/index.js';
import type { ShownFishingAlarm } from './fishing-alarm.js';
import { takeFishingAlarmStep } from './fishing-alarm-status.js';
import {
  closeFishingAlarm,
  fishingAlarm,
  fishingAlarmPage,
  type FishingAlarmReader,
} from './fishing-alarm.statements.js';

/** Characters of what an analyst writes of an alarm. */
export const FISHING_NOTE_LENGTH_MAX = 1_000;

export type FishingAlarmRefusalCode =
  TextRefusal['code'] | 'REQUIRED' | 'NOT_FOUND' | 'OWN_MEMBER' | 'NOT_ALLOWED_IN_STATE';

/** Alarms about members' ways of asking: for the member's own admin, and for who looks after the coalition. */
@Injectable()
export class FishingAlarmService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { first, after }: PageRequest): Promise<Page<ShownFishingAlarm>> {
    const place = after === undefined ? undefined : placeOf(after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await fishingAlarmPage(tx, readerOf(actor), place, first + 1);
      const page = pageOf(rows, first, ({ raisedAt, id }) => timeCursor({ at: raisedAt, id }));
      await this.audit.append(tx, actor, {
        action: 'fishing.read',
        objectKind: 'fishingAlarm',
        objectIds: page.rows.map(({ id }) => id),
      });
      return page;
    });
  }

  /** Says that an alarm about another member is dealt with, and how: once. Until then it waits for every analyst. */
  async close(
    actor: Actor,
    { id, note }: { readonly id: FishingAlarmId; readonly note: string },
  ): Promise<Result<ShownFishingAlarm, FishingAlarmRefusalCode>> {
    const faults = checkNote(note);
    if (faults.length > 0) return refused(...faults);
    assert(actor.kind === 'user', 'closing alarms is no scope of machines');
    const closedBy = actor.userId;
    return this.database.asActor(actor, async (tx) => {
      const alarm = await fishingAlarm(tx, readerOf(actor), id);
      if (alarm === undefined) return refused(FISHING_ALARM_NOT_FOUND);
      if (alarm.memberId === actor.memberId) return refused(OWN_MEMBER);
      const closing = { closedAt: this.clock.now(), closedBy, note: note.trim() };
      const closed = alarm.closing === null && (await closeFishingAlarm(tx, id, closing));
      const step = takeFishingAlarmStep(closed ? 'RAISED' : 'CLOSED', 'CLOSE');
      if (!step.ok) return step;
      await this.audit.append(tx, actor, {
        action: 'fishing.close',
        objectKind: 'fishingAlarm',
        objectIds: [id],
      });
      return accepted({ ...alarm, closing });
    });
  }
}

function readerOf(actor: Actor): FishingAlarmReader {
  const maySeeAll =
    actor.kind === 'user' &&
    actor.roles.some((role) => role === 'COALITION_ANALYST' || role === 'COALITION_ADMIN');
  return { memberId: actor.memberId, maySeeAll };
}

function checkNote(note: string): readonly Refusal<FishingAlarmRefusalCode>[] {
  const field = ['note'];
  if (note.trim() === '')
    return [{ code: 'REQUIRED', field, message: 'Write at least a word: what came of it.' }];
  return checkText(note, field, { lengthMax: FISHING_NOTE_LENGTH_MAX, multiline: true });
}

/** The answer for an alarm that there is not. */
export const FISHING_ALARM_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['fishingAlarmId'],
  message: 'There is no such alarm.',
};

const OWN_MEMBER: Refusal<'OWN_MEMBER'> = {
  code: 'OWN_MEMBER',
  field: ['fishingAlarmId'],
  message: 'It is about your own member: an analyst of another member has to deal with it.',
};

function placeOf(cursor: string): { readonly raisedAt: Date; readonly id: FishingAlarmId } {
  const { at, id } = timePlace(cursor);
  return { raisedAt: at, id: id as FishingAlarmId };
}
