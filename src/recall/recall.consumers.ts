import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxWorker, type Tx } from '../database/index.js';
import { FeedFollowers } from '../indicator/index.js';
import { RecallPlanner } from './recall-planner.js';
import { RecallSearch } from './recall-search.js';
import { DELIVERY_LATE, type LateDelivery } from './topics.js';

/** The name under which the feed is followed. */
export const RECALL_FOLLOWER = 'recall';
/** Members that came late and are planned for in one transaction. */
const LATE_BATCH_MAX = 50;

/** Hands what is removed to the planner, and has those looked for who received it. */
@Injectable()
export class RecallConsumers implements OnModuleInit {
  constructor(
    followers: FeedFollowers,
    private readonly worker: OutboxWorker,
    private readonly planner: RecallPlanner,
    private readonly search: RecallSearch,
  ) {
    followers.add(RECALL_FOLLOWER, async (tx, changes) => {
      await this.planner.plan(tx, changes);
      this.searchAfter(tx);
    });
  }

  onModuleInit(): void {
    this.worker.register<LateDelivery>({
      topic: DELIVERY_LATE,
      batchMax: LATE_BATCH_MAX,
      handle: async (tx, events) => {
        for (const { payload } of events) await this.planner.planLate(tx, payload);
        this.searchAfter(tx);
      },
    });
  }

  private searchAfter(tx: Tx): void {
    tx.afterCommit(() => {
      this.search.nudge();
    });
  }
}
