import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Tx } from '../database/index.js';
import { EventSequencer } from './event-sequencer.js';
import type { NewMemberEvent } from './member-event.js';
import { INSERT_EVENTS } from './sql/write-events.js';

/** What the parts need in which something happens that concerns a member. */
@Injectable()
export class MemberEvents {
  constructor(
    private readonly sequencer: EventSequencer,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes what happened, in the transaction that makes it happen: it is told exactly if that commits, and once, where the
   * caller changes something once. An actor tells its own member, and an analyst whose report it decided on; the role
   * `resolver` tells any.
   */
  async write(tx: Tx, events: readonly NewMemberEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx.statement(INSERT_EVENTS, [
      events.map(({ memberId }) => memberId),
      events.map(({ kind }) => kind),
      events.map(({ objectId }) => objectId),
      this.clock.now(),
    ]);
    tx.afterCommit(() => {
      this.sequencer.nudge();
    });
  }
}
