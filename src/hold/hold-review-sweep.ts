import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import { BackgroundWork, Database } from '../database/index.js';
import { HoldRepository } from './hold.repository.js';

const POLL_MS = 60_000;
/** Holds that one round takes: as many as an audit entry names. */
const BATCH_MAX = 100;

/**
 * Puts holds whose term is over into review (product.md, rule 5: never silently). They go on hiding there. Any number of
 * instances share the work; what one has in hand the others leave.
 */
@Injectable()
export class HoldReviewSweep {
  constructor(
    private readonly database: Database,
    private readonly holds: HoldRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    work: BackgroundWork,
  ) {
    work.add('HoldReviewSweep', () => this.round(), POLL_MS);
  }

  /** Puts what is due into review, BATCH_MAX at most; gives how many. */
  async sweep(): Promise<number> {
    return this.database.asSystem('resolver', async (tx) => {
      const ids = await this.holds.endTerms(tx, this.clock.now(), BATCH_MAX);
      if (ids.length > 0)
        await this.audit.append(tx, null, { action: 'hold.end-term', objectKind: 'hold', objectIds: ids });
      return ids.length;
    });
  }

  private async round(): Promise<boolean> {
    return (await this.sweep()) === BATCH_MAX;
  }
}
