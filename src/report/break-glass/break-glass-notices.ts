import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { BackgroundWork, Database } from '../../database/index.js';
import { BreakGlassRepository } from './break-glass.repository.js';

const POLL_MS = 60_000;
/** Requests that one round tells of. */
const BATCH_MAX = 100;

/**
 * Tells reporters' members, when a broken glass is over, that their report was read: by an entry in their audit log, which
 * leads to the request with its reason and its approvers. Not before: what it was broken for may still be under way.
 */
@Injectable()
export class BreakGlassNotices {
  constructor(
    private readonly database: Database,
    private readonly glasses: BreakGlassRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    work: BackgroundWork,
  ) {
    work.add('BreakGlassNotices', () => this.round(), POLL_MS);
  }

  /** Tells of what is over; any number of instances may. Gives how many it looked at. */
  async tell(): Promise<number> {
    return this.database.asSystem('resolver', async (tx) => {
      const ended = await this.glasses.ended(tx, BATCH_MAX);
      for (const { id, askedBy, purpose, reads, memberId } of ended) {
        if (!(await this.glasses.told(tx, id, memberId, this.clock.now())) || memberId === null) continue;
        await this.audit.append(tx, null, {
          action: 'report.break-glass',
          purpose,
          objectKind: 'breakGlass',
          objectIds: [id],
          detail: { reads },
          told: { memberId, principalId: askedBy },
        });
      }
      return ended.length;
    });
  }

  private async round(): Promise<boolean> {
    return (await this.tell()) === BATCH_MAX;
  }
}
