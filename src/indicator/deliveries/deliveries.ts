import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { HandlingScopeId, IndicatorId, MemberId, MerchantId } from '../../common/id.js';
import type { Tx } from '../../database/index.js';
import { BEGIN_NOTING, NOTE_FED, NOTE_RECEIVED, NOTE_RECEIVED_UNDER } from './deliveries.statements.js';

/** What one page of the feed handed out. */
export interface FedPage {
  /** The handling scopes of which it told what is listed. */
  readonly scopeIds: readonly HandlingScopeId[];
  /** Its first and its last place. */
  readonly from: bigint;
  readonly to: bigint;
  /** The highest place given when it was read, `to` or higher: what was replaced up to there was not handed out. */
  readonly mark: bigint;
}

/**
 * Notes what members receive, in the transaction that hands it to them; a recall finds by it everyone who did. To a member
 * counts what it sees in its own right: what an analyst sees besides is not for the member's other people, nor is its recall.
 *
 * Nobody is missed who reads while something is withdrawn: see the function tell_late_deliveries (migration 0093).
 */
@Injectable()
export class Deliveries {
  constructor(private readonly clock: Clock) {}

  /** Notes that a member receives these indicators. In the member's own transaction, or in one of the role `resolver`. */
  async record(tx: Tx, memberId: MemberId, indicatorIds: readonly IndicatorId[]): Promise<void> {
    if (indicatorIds.length === 0) return;
    await tx.statement(NOTE_RECEIVED, [memberId, indicatorIds, this.clock.now()]);
  }

  /** The same of all that is listed under these handles. */
  async recordUnder(tx: Tx, memberId: MemberId, handles: readonly MerchantId[]): Promise<void> {
    await tx.statement(NOTE_RECEIVED_UNDER, [memberId, handles, this.clock.now()]);
  }

  /**
   * To be called before a page of the feed is read. The transaction then counts as one under way for whoever waits until
   * all that began before are over.
   */
  async beginPage(tx: Tx): Promise<void> {
    await tx.statement(BEGIN_NOTING, []);
  }

  /** Notes what a page of the feed hands to a member. */
  async recordPage(tx: Tx, memberId: MemberId, { scopeIds, from, to, mark }: FedPage): Promise<void> {
    if (scopeIds.length === 0) return;
    await tx.statement(NOTE_FED, [memberId, [...new Set(scopeIds)], String(from), String(to), String(mark)]);
  }
}
