import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { type Actor, principalId } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { type MemberId, newId, type ServiceRangeId } from '../../common/id.js';
import { decodeCursor, encodeCursor, type Page, type PageRequest, pageOf } from '../../common/page.js';
import { accepted, refused, type Refusal, type Result } from '../../common/refusal.js';
import { Database, Outbox, type Tx } from '../../database/index.js';
import { isUuid, notACursor } from '../../graphql/index.js';
import {
  checkText,
  holdsNarrower,
  type IdentifierRefusalCode,
  normaliseServiceRange,
  type ServiceRange,
  type ServiceRangeKind,
  withWider,
} from '../../identifier/index.js';
import {
  type RegisteredRange,
  SERVICE_RANGE_LENGTH_MAX,
  SERVICE_RANGE_REGISTERED,
  SERVICE_RANGES_MAX,
  type ServiceRangeRegistered,
} from './service-range.js';
import {
  INSERT_RANGE,
  LOCK_KIND,
  REMOVE_RANGE,
  SELECT_RANGE_PAGE,
  SELECT_ROOM,
} from './service-range.statements.js';

export type ServiceRangeRefusalCode =
  IdentifierRefusalCode | 'TOO_MANY' | 'DUPLICATE' | 'RANGE_TAKEN' | 'NOT_FOUND';

export type ServiceRangeResult = Result<RegisteredRange, ServiceRangeRefusalCode>;

/** What the database says of the room for a range. */
interface Room {
  readonly taken: boolean;
  readonly own: number;
  readonly ownOverlaps: boolean;
}

/** Members register what they serve; coalition admins see it, and remove what is not right. */
@Injectable()
export class ServiceRanges {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Registers a range for the own member: what is listed in it from now on, or was before, raises a notice. */
  async register(
    actor: Actor,
    asked: { readonly kind: ServiceRangeKind; readonly value: string },
  ): Promise<ServiceRangeResult> {
    const faults = checkText(asked.value, ['value'], { lengthMax: SERVICE_RANGE_LENGTH_MAX });
    if (faults.length > 0) return refused(...faults);
    const range = normaliseServiceRange(asked.kind, asked.value);
    if (!range.ok) return range;
    return this.database.asActor(actor, async (tx): Promise<ServiceRangeResult> => {
      const refusal = await this.roomFor(tx, actor, range.value);
      if (refusal !== undefined) return refused(refusal);
      const registered: RegisteredRange = {
        id: newId('serviceRange'),
        memberId: actor.memberId,
        ...range.value,
        registeredAt: this.clock.now(),
      };
      await tx.statement(INSERT_RANGE, [
        registered.id,
        registered.memberId,
        registered.kind,
        registered.value,
        principalId(actor),
        registered.registeredAt,
      ]);
      await this.outbox.put(tx, SERVICE_RANGE_REGISTERED, {
        serviceRangeId: registered.id,
      } satisfies ServiceRangeRegistered);
      await this.append(tx, actor, 'service-range.register', [registered]);
      return accepted(registered);
    });
  }

  /** In the order of kinds and values: the own member's, of every member for coalition admins. */
  async list(
    actor: Actor,
    { memberId, page }: { readonly memberId: MemberId | undefined; readonly page: PageRequest },
  ): Promise<Page<RegisteredRange>> {
    const place = page.after === undefined ? [null, null, null] : placeOf(page.after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await tx.statement<RegisteredRange>(SELECT_RANGE_PAGE, [
        ...readerOf(actor),
        memberId ?? null,
        ...place,
        page.first + 1,
      ]);
      const kept = pageOf(rows, page.first, ({ kind, value, id }) => encodeCursor([kind, value, id]));
      await this.append(tx, actor, 'service-range.read', kept.rows);
      return kept;
    });
  }

  /** Notices that it raised stay: what was told is to be answered. */
  async remove(actor: Actor, id: ServiceRangeId): Promise<ServiceRangeResult> {
    return this.database.asActor(actor, async (tx): Promise<ServiceRangeResult> => {
      const [removed] = await tx.statement<RegisteredRange>(REMOVE_RANGE, [
        ...readerOf(actor),
        id,
        principalId(actor),
        this.clock.now(),
      ]);
      if (removed === undefined) return refused(RANGE_NOT_FOUND);
      await this.append(tx, actor, 'service-range.remove', [removed]);
      return accepted(removed);
    });
  }

  private async roomFor(
    tx: Tx,
    actor: Actor,
    range: ServiceRange,
  ): Promise<Refusal<ServiceRangeRefusalCode> | undefined> {
    const { kind, value } = range;
    await tx.statement(LOCK_KIND, [kind]);
    const [room] = await tx.statement<Room>(SELECT_ROOM, [
      kind,
      value,
      actor.memberId,
      withWider(range).map((wider) => wider.value),
      holdsNarrower(range),
    ]);
    if ((room?.own ?? 0) >= SERVICE_RANGES_MAX) return TOO_MANY_RANGES;
    if (room?.ownOverlaps === true) return OWN_RANGE;
    return room?.taken === true ? RANGE_TAKEN : undefined;
  }

  private append(tx: Tx, actor: Actor, action: string, ranges: readonly RegisteredRange[]): Promise<void> {
    const objectIds = ranges.map(({ id }) => id);
    return this.audit.append(tx, actor, { action, objectKind: 'serviceRange', objectIds });
  }
}

/** The answer for a range that there is not, for another member's, and for a malformed id. */
export const RANGE_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['serviceRangeId'],
  message: 'There is no such range.',
};

const RANGE_TAKEN: Refusal<'RANGE_TAKEN'> = {
  code: 'RANGE_TAKEN',
  field: ['value'],
  message: "Another member serves this range, or a part of it: the coalition's admins can clear it up.",
};

const OWN_RANGE: Refusal<'DUPLICATE'> = {
  code: 'DUPLICATE',
  field: ['value'],
  message: 'Your member has this range, or one that it overlaps: remove that one first.',
};

const TOO_MANY_RANGES: Refusal<'TOO_MANY'> = {
  code: 'TOO_MANY',
  field: ['value'],
  message: `A member has at most ${SERVICE_RANGES_MAX} ranges: register wider ones.`,
};

function readerOf(actor: Actor): readonly [memberId: MemberId, seesAll: boolean] {
  return [actor.memberId, actor.kind === 'user' && actor.roles.includes('COALITION_ADMIN')];
}

/** @throws InvalidInputError where it is no cursor of this list. */
function placeOf(cursor: string): readonly [kind: string, value: string, id: string] {
  const [kind, value, id] = decodeCursor(cursor, 3) ?? [];
  if (typeof kind === 'string' && typeof value === 'string' && isUuid(id)) return [kind, value, id];
  throw notACursor();
}
