import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxWorker } from '../database/index.js';
import { DisputeEffects } from './dispute-effects.js';
import { DisputeNews } from './dispute-news.js';
import { DISPUTE_CHANGED, type DisputeChanged } from './topics.js';

/** Has what a dispute comes to carried out, in the background of any instance. */
@Injectable()
export class DisputeConsumer implements OnModuleInit {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly effects: DisputeEffects,
    private readonly news: DisputeNews,
  ) {}

  onModuleInit(): void {
    this.worker.register<DisputeChanged>({
      topic: DISPUTE_CHANGED,
      batchMax: 1,
      handle: async (tx, events) => {
        for (const { payload } of events) {
          const { disputeId, told } = payload;
          if (told !== undefined) await this.news.tellSides(tx, disputeId, told);
          await this.effects.carryOut(tx, disputeId);
        }
      },
    });
  }
}
