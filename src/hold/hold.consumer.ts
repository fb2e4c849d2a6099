import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MerchantId } from '../common/id.js';
import { Outbox, OutboxWorker, type Tx } from '../database/index.js';
import { FeedSequencer, HeldMerchants, IndicatorProjector } from '../indicator/index.js';
import { MERCHANT_CHANGED, type MerchantChanged } from '../merchant/index.js';
import { HOLD_CHANGED, type HoldChanged } from './topics.js';

/** Merchants that one transaction projects. More at once would keep more of them locked for longer. */
const MERCHANTS_MAX = 50;

/**
 * Has what a changed hold covers projected anew. It does not wait behind the merchants that reports have changed: a hold
 * hides within a second also while a hundred thousand reports are being taken in.
 */
@Injectable()
export class HoldConsumer implements OnModuleInit {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly outbox: Outbox,
    private readonly held: HeldMerchants,
    private readonly projector: IndicatorProjector,
    private readonly sequencer: FeedSequencer,
  ) {}

  onModuleInit(): void {
    this.worker.register<HoldChanged>({
      topic: HOLD_CHANGED,
      batchMax: 1,
      handle: async (tx, events) => {
        for (const { payload } of events)
          await this.project(tx, await this.held.concernedBy(tx, payload.holdId));
      },
    });
  }

  private async project(tx: Tx, merchantIds: readonly MerchantId[]): Promise<void> {
    if (merchantIds.length === 0) return;
    await this.projector.project(tx, merchantIds.slice(0, MERCHANTS_MAX));
    for (let from = MERCHANTS_MAX; from < merchantIds.length; from += MERCHANTS_MAX)
      await this.outbox.put(tx, MERCHANT_CHANGED, {
        merchantIds: merchantIds.slice(from, from + MERCHANTS_MAX),
      } satisfies MerchantChanged);
    tx.afterCommit(() => {
      this.sequencer.nudge();
    });
  }
}
