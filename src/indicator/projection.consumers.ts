import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxWorker, type Tx } from '../database/index.js';
import { SHARING_GROUP_CHANGED, type SharingGroupChanged } from '../member/index.js';
import { MERCHANT_CHANGED, type MerchantChanged } from '../merchant/index.js';
import { FeedSequencer } from './feed-sequencer.js';
import { GroupProjector } from './group-projector.js';
import { IndicatorProjector } from './indicator-projector.js';

/** Events of changed merchants that one transaction projects. More at once would keep more of them locked for longer. */
const MERCHANT_BATCH_MAX = 50;
/** Changes of sharing groups that one transaction tells of: each may be as many entries as the group has indicators. */
const GROUP_BATCH_MAX = 1;

/** Hands the events of lower parts to the projectors, and has what they write put into the feed's sequence. */
@Injectable()
export class ProjectionConsumers implements OnModuleInit {
  constructor(
    private readonly worker: OutboxWorker,
    private readonly merchants: IndicatorProjector,
    private readonly groups: GroupProjector,
    private readonly sequencer: FeedSequencer,
  ) {}

  onModuleInit(): void {
    this.worker.register<MerchantChanged>({
      topic: MERCHANT_CHANGED,
      batchMax: MERCHANT_BATCH_MAX,
      handle: async (tx, events) => {
        const merchantIds = new Set(events.flatMap(({ payload }) => payload.merchantIds));
        await this.merchants.project(tx, [...merchantIds]);
        this.sequenceAfter(tx);
      },
    });
    this.worker.register<SharingGroupChanged>({
      topic: SHARING_GROUP_CHANGED,
      batchMax: GROUP_BATCH_MAX,
      handle: async (tx, events) => {
        for (const { payload } of events)
          await this.groups.project(tx, payload.sharingGroupId, payload.memberIds);
        this.sequenceAfter(tx);
      },
    });
  }

  private sequenceAfter(tx: Tx): void {
    tx.afterCommit(() => {
      this.sequencer.nudge();
    });
  }
}
