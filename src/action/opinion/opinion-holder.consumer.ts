import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IndicatorId } from '../../common/id.js';
import {
  Outbox,
  type OutboxConsumer,
  type OutboxEvent,
  OutboxWorker,
  type Tx,
} from '../../database/index.js';
import { MEMBER_STANDING_CHANGED, type MemberStandingChanged } from '../../member/index.js';
import { SELECT_JUDGED_BY } from './opinion.statements.js';
import { OPINION_CHANGED, type OpinionChanged } from './topics.js';

/** Indicators that one statement finds. */
const BATCH_MAX = 1_000;

/** Has the opinions of a member that was suspended, came back or left counted anew: those of active members count. */
@Injectable()
export class OpinionHolderConsumer implements OutboxConsumer<MemberStandingChanged>, OnModuleInit {
  readonly topic = MEMBER_STANDING_CHANGED;
  readonly batchMax = 1;

  constructor(
    private readonly worker: OutboxWorker,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  async handle(tx: Tx, events: readonly OutboxEvent<MemberStandingChanged>[]): Promise<void> {
    for (const { payload } of events) await this.recount(tx, payload);
  }

  private async recount(tx: Tx, { memberId }: MemberStandingChanged): Promise<void> {
    let after: IndicatorId | null = null;
    do {
      const judged: { indicatorId: IndicatorId }[] = await tx.statement(SELECT_JUDGED_BY, [
        memberId,
        after,
        BATCH_MAX,
      ]);
      const changed = judged.map(({ indicatorId }) => ({ indicatorId }) satisfies OpinionChanged);
      if (changed.length > 0) await this.outbox.put(tx, OPINION_CHANGED, ...changed);
      after = judged.length === BATCH_MAX ? (judged.at(-1)?.indicatorId ?? null) : null;
    } while (after !== null);
  }
}
