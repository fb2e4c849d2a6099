import { Injectable } from '@nestjs/common';
import type { DisputeId, MemberId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import { SELECT_SIDES } from './effect.statements.js';
import type { SidesEvent } from './topics.js';

/**
 * Tells both sides of a dispute of the steps that both see: each hears that it happened, and nothing of who else does. Whoever
 * wrote in to an analyst is no member, and has no events. In transactions of the role `resolver`.
 */
@Injectable()
export class DisputeNews {
  constructor(private readonly events: MemberEvents) {}

  async tellSides(tx: Tx, id: DisputeId, kind: SidesEvent): Promise<void> {
    const sides = await tx.statement<{ memberId: MemberId }>(SELECT_SIDES, [id]);
    await this.events.write(
      tx,
      sides.map(({ memberId }) => ({ memberId, kind, objectId: id })),
    );
  }

  /** Tells members that reported of what concerns them alone. */
  async tellParties(
    tx: Tx,
    id: DisputeId,
    kind: 'DISPUTE_ANSWER_ASKED' | 'DISPUTE_ANSWER_LAPSED',
    parties: readonly { readonly memberId: MemberId }[],
  ): Promise<void> {
    await this.events.write(
      tx,
      parties.map(({ memberId }) => ({ memberId, kind, objectId: id })),
    );
  }
}
