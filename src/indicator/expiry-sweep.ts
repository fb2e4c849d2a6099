import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { MerchantId } from '../common/id.js';
import { BackgroundWork, Database, type NamedStatement, Outbox } from '../database/index.js';
import { MERCHANT_CHANGED, type MerchantChanged } from '../merchant/index.js';

/** Readers see nothing past its end in any case; the sweep only brings the tombstones and the later ends. */
const POLL_MS = 60_000;
/** Merchants that one round hands to the projector. */
const BATCH_MAX = 500;

/** Stands on merchant_view_end and merchant_view_renewal. */
const SELECT_ENDED: NamedStatement = {
  name: 'indicator.selectEnded',
  text: `select distinct merchant_id as "merchantId" from (
           (select merchant_id from merchant_view where valid_until <= $1 order by valid_until limit $2)
           union all
           (select merchant_id from merchant_view where renews_at <= $1 order by renews_at limit $2)
         ) ended`,
};

/** Has merchants projected again when the life of a listing is over, or is to be told longer (product.md, rule 9). */
@Injectable()
export class ExpirySweep {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    work: BackgroundWork,
  ) {
    work.add('ExpirySweep', () => this.round(), POLL_MS);
  }

  /** Finds what has ended since; gives how many merchants are to be projected. */
  async sweep(): Promise<number> {
    return this.database.asSystem('resolver', async (tx) => {
      const ended = await tx.statement<{ merchantId: MerchantId }>(SELECT_ENDED, [
        this.clock.now(),
        BATCH_MAX,
      ]);
      if (ended.length === 0) return 0;
      const merchantIds = ended.map(({ merchantId }) => merchantId);
      await this.outbox.put(tx, MERCHANT_CHANGED, { merchantIds } satisfies MerchantChanged);
      return ended.length;
    });
  }

  /** What was found is gone once it is projected: looking again at once would find the same. */
  private async round(): Promise<boolean> {
    await this.sweep();
    return false;
  }
}
