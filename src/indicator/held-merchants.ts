import { Injectable } from '@nestjs/common';
import type { HoldId, MemberId, MerchantId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { isLinkKey } from '../matching/index.js';
import type { ListedReport } from '../report/index.js';
import { KEEP_HOLDS, KEEP_PROJECTIONS, SELECT_CONCERNED, SELECT_HELD } from './sql/select-held.js';

/** Held merchants, each with the members that see it though it is held, in order. The analysts see it besides. */
export type HeldFor = ReadonlyMap<MerchantId, readonly MemberId[]>;

/**
 * Which merchants law enforcement asked nobody to act on (product.md, rule 5). The holds themselves are kept by the part
 * `hold`; here is what the projection must know of them.
 */
@Injectable()
export class HeldMerchants {
  /**
   * To be called before anything is read or locked for a projection. A listing is then either committed before a hold on it
   * is placed, and withdrawn like anything shared before, or it sees the hold: it never shows for a moment after.
   */
  async keepHolds(tx: Tx): Promise<void> {
    await tx.statement(KEEP_HOLDS, []);
  }

  /** The other side: to be called before a hold is written. */
  async keepProjections(tx: Tx): Promise<void> {
    await tx.statement(KEEP_PROJECTIONS, []);
  }

  /** The held ones of these merchants. `reports` are those that are to be listed, as they were read. */
  async among(
    tx: Tx,
    merchantIds: readonly MerchantId[],
    reports: readonly ListedReport[],
  ): Promise<HeldFor> {
    const stated = reports.flatMap(({ merchantId, reportId, identifiers }) =>
      identifiers
        .flatMap(({ keys }) => keys.filter(isLinkKey))
        .map(({ hash }) => ({ merchantId, reportId, hash })),
    );
    const rows = await tx.statement<{ merchantId: MerchantId; heldFor: MemberId[] }>(SELECT_HELD, [
      merchantIds,
      stated.map(({ merchantId }) => merchantId),
      stated.map(({ reportId }) => reportId),
      stated.map(({ hash }) => Buffer.from(hash, 'hex')),
    ]);
    return new Map(rows.map(({ merchantId, heldFor }) => [merchantId, heldFor]));
  }

  /** The merchants that a hold may hide or have hidden: those to project when it changes. */
  async concernedBy(tx: Tx, holdId: HoldId): Promise<MerchantId[]> {
    const rows = await tx.statement<{ merchantId: MerchantId }>(SELECT_CONCERNED, [holdId]);
    return rows.map(({ merchantId }) => merchantId);
  }
}
