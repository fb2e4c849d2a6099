import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { MerchantId } from '../common/id.js';
import { Database, type NamedStatement, NightlySchedule, Outbox } from '../database/index.js';
import { MERCHANT_CHANGED, type MerchantChanged } from '../merchant/index.js';

/** Merchants that one step hands to the projector. */
const BATCH_MAX = 500;

/**
 * Merchants with something due at $1, in the order of their ids, behind $2: of what is listed, and of what is marked. Stands on
 * merchant_view_end and merchant_view_renewal; markers are few.
 */
const SELECT_DUE: NamedStatement = {
  name: 'indicator.selectDue',
  text: `
    select merchant_id as "merchantId" from (
      select merchant_id from merchant_view where valid_until <= $1 or renews_at <= $1
      union
      select d.merchant_id from identity_marker m join description d on d.id = m.report_id where m.valid_until <= $1
    ) due
    where $2::uuid is null or merchant_id > $2
    order by merchant_id limit $3`,
};

/**
 * Has merchants projected again when the life of a listing is over, or is to be told longer (product.md, rule 9). Both begin
 * with a day, so it is looked for every night. Readers see nothing past its end in any case: this brings the tombstones, the
 * recalls and the later ends.
 */
@Injectable()
export class ExpirySweep {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    schedule: NightlySchedule,
  ) {
    schedule.add('expiry', (place) => this.step(place));
  }

  /** All that is due now, at once. */
  async sweep(): Promise<void> {
    for (let place = await this.step(undefined); place !== undefined;) place = await this.step(place);
  }

  /** The next merchants behind one; gives the last of them, or undefined where there are no more. */
  private async step(behind: string | undefined): Promise<string | undefined> {
    return this.database.asSystem('resolver', async (tx) => {
      const due = await tx.statement<{ merchantId: MerchantId }>(SELECT_DUE, [
        this.clock.now(),
        behind ?? null,
        BATCH_MAX,
      ]);
      if (due.length === 0) return undefined;
      const merchantIds = due.map(({ merchantId }) => merchantId);
      await this.outbox.put(tx, MERCHANT_CHANGED, { merchantIds } satisfies MerchantChanged);
      return due.length === BATCH_MAX ? merchantIds.at(-1) : undefined;
    });
  }
}
