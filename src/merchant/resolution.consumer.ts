import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxWorker } from '../database/index.js';
import { MerchantResolver } from './resolver.service.js';
import { DESCRIPTION_CHANGED, type DescriptionChanged } from './topics.js';

/** Reports resolved in one transaction. More in one go would lock more of the register for longer. */
const BATCH_MAX = 20;

/** Hands changed descriptions to the resolver. */
@Injectable()
export class ResolutionConsumer implements OnModuleInit {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly resolver: MerchantResolver,
  ) {}

  onModuleInit(): void {
    this.worker.register<DescriptionChanged>({
      topic: DESCRIPTION_CHANGED,
      batchMax: BATCH_MAX,
      handle: (tx, events) =>
        this.resolver.resolve(tx, [...new Set(events.flatMap(({ payload }) => payload.descriptionIds))]),
    });
  }
}
