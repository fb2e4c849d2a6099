import { Injectable } from '@nestjs/common';
import { may } from '../access/index.js';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { CursorExpiredError } from '../common/refusal.js';
import { Database } from '../database/index.js';
import { type AskedKinds, EventCursor } from './event-cursor.js';
import { ALL_EVENT_KINDS, EVENT_KINDS, EVENT_SUBJECTS, type EventKind } from './event-kind.js';
import { EVENT_KEPT_DAYS } from './event-terms.js';
import type { MemberEvent } from './member-event.js';
import { type EventRow, SELECT_EVENTS } from './sql/select-events.js';

/** A page of events. `endCursor` is there on an empty page too: everything up to it has been told. */
export interface EventPage {
  readonly events: readonly MemberEvent[];
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}

/** Lets members follow what happens that concerns them, in the order in which it was committed. */
@Injectable()
export class EventFeed {
  constructor(
    private readonly database: Database,
    private readonly cursors: EventCursor,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Events behind a cursor, or from the oldest that is kept. Of those kinds whose subject the actor may read.
   *
   * @throws CursorExpiredError when events behind the cursor are not kept any more.
   */
  async read(
    actor: Actor,
    {
      kinds,
      first,
      after,
    }: { readonly kinds: AskedKinds; readonly first: number; readonly after: string | undefined },
  ): Promise<EventPage> {
    const place = after === undefined ? undefined : this.cursors.read(actor, kinds, after);
    const readable = ALL_EVENT_KINDS.filter(
      (kind) => (kinds?.includes(kind) ?? true) && mayHearOf(actor, kind),
    );
    return this.database.asActor(actor, async (tx) => {
      const rows = await tx.statement<EventRow>(SELECT_EVENTS, [
        actor.memberId,
        String(place ?? 0n),
        readable,
        first + 1,
      ]);
      const { mark = '0', keptFrom = '1' } = rows[0] ?? {};
      if (place !== undefined && place + 1n < BigInt(keptFrom)) throw new CursorExpiredError(EVENT_KEPT_DAYS);
      const found = rows.filter((row): row is EventRow & { sequence: string } => row.sequence !== null);
      const kept = found.slice(0, first);
      const hasNextPage = found.length > kept.length;
      await this.audit.append(tx, actor, {
        action: 'event.follow',
        objectKind: 'event',
        objectIds: kept.map(({ id }) => id),
      });
      // Behind the last event while there are more; else behind all that had a place when the page was read.
      const end = hasNextPage ? BigInt(kept.at(-1)?.sequence ?? mark) : BigInt(mark);
      return {
        events: kept.map(({ id, kind, objectId, at, sequence }) => ({
          id,
          kind,
          objectId,
          at,
          cursor: this.cursors.write(actor, kinds, BigInt(sequence)),
        })),
        hasNextPage,
        endCursor: this.cursors.write(actor, kinds, place !== undefined && place > end ? place : end),
      };
    });
  }
}

function mayHearOf(actor: Actor, kind: EventKind): boolean {
  return may(actor, EVENT_SUBJECTS[EVENT_KINDS[kind]]);
}
