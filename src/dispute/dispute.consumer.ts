import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxWorker } from '../database/index.js';
import { DisputeEffects } from './dispute-effects.js';
import { DISPUTE_CHANGED, type DisputeChanged } from './topics.js';

/** Has what a dispute comes to carried out, in the background of any instance. */
@Injectable()
export class DisputeConsumer implements OnModuleInit {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly effects: DisputeEffects,
  ) {}

  onModuleInit(): void {
    this.worker.register<DisputeChanged>({
      topic: DISPUTE_CHANGED,
      batchMax: 1,
      handle: async (tx, events) => {
        for (const { payload } of events) await this.effects.carryOut(tx, payload.disputeId);
      },
    });
  }
}
