import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OutboxConsumer, type OutboxEvent, OutboxWorker, type Tx } from '../../database/index.js';
import { Challenges } from '../../indicator/index.js';
import { ListedReports } from '../../report/index.js';
import { countOpinions } from './count-opinions.js';
import { type JudgedIndicator, OpinionRepository } from './opinion.repository.js';
import { OPINION_CHANGED, type OpinionChanged } from './topics.js';

/**
 * Counts the opinions of an indicator whenever one changes: what may be told of them, and whether they challenge the listing.
 * Members see only their own, so nobody's request could.
 */
@Injectable()
export class OpinionConsumer implements OutboxConsumer<OpinionChanged>, OnModuleInit {
  readonly topic = OPINION_CHANGED;
  /** Indicators that one transaction keeps locked. */
  readonly batchMax = 50;

  constructor(
    private readonly worker: OutboxWorker,
    private readonly opinions: OpinionRepository,
    private readonly reports: ListedReports,
    private readonly challenges: Challenges,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  async handle(tx: Tx, events: readonly OutboxEvent<OpinionChanged>[]): Promise<void> {
    const indicatorIds = [...new Set(events.map(({ payload }) => payload.indicatorId))];
    const challenged = await this.opinions.lockTallies(tx, indicatorIds);
    for (const indicator of await this.opinions.judged(tx, indicatorIds))
      await this.count(tx, indicator, challenged.has(indicator.indicatorId));
  }

  /** A challenge by opinions goes by the indicator's id, and names the description that its handle comes from. */
  private async count(tx: Tx, indicator: JudgedIndicator, challengedBefore: boolean): Promise<void> {
    const { indicatorId, merchantId, merchantViewId, opinions } = indicator;
    const count = countOpinions(opinions, await this.reports.ofMerchants(tx, [merchantId]));
    await this.opinions.updateTally(tx, indicatorId, count);
    if (count.challenged === challengedBefore) return;
    if (count.challenged)
      await this.challenges.open(tx, { id: indicatorId, kind: 'OPINIONS', ownMerchantIds: [merchantViewId] });
    else await this.challenges.end(tx, indicatorId);
  }
}
