import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { IndicatorId, MerchantId } from '../common/id.js';
import { PAGE_FIRST_MAX } from '../common/page.js';
import type { Tx } from '../database/index.js';
import { IndicatorRepository } from './indicator.repository.js';
import { type SharedIndicator, sharedIndicator } from './shared-indicator.js';

/** What other parts ask about single indicators, inside their own transactions, which see to the audit. */
@Injectable()
export class VisibleIndicators {
  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly clock: Clock,
  ) {}

  /** An indicator that is listed now and that the actor may see, or undefined: missing and forbidden are one answer. */
  async find(tx: Tx, actor: Actor, id: IndicatorId): Promise<SharedIndicator | undefined> {
    const indicator = await this.indicators.find(tx, actor, id, this.clock.now());
    return indicator && sharedIndicator(indicator);
  }

  /** Those under a handle that the actor may see, at most PAGE_FIRST_MAX. */
  async under(tx: Tx, actor: Actor, handle: MerchantId): Promise<readonly SharedIndicator[]> {
    const place = { after: undefined, limit: PAGE_FIRST_MAX, now: this.clock.now() };
    const indicators = await this.indicators.page(tx, actor, { handles: [handle] }, place);
    return indicators.map(sharedIndicator);
  }
}
