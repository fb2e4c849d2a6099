import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { MerchantId, ReportId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { merchantStatusAfter, type MerchantStatus } from './merchant-status.js';

/** What higher parts may ask and tell of merchants, inside their own transactions. */
@Injectable()
export class Merchants {
  constructor(private readonly clock: Clock) {}

  /** The hashes among the given ones (lower-case hex) whose values unrelated merchants share. */
  async sharedHashes(tx: Tx, hashes: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from shared_key where hash = any($1::bytea[])`,
      [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    );
    return new Set(rows.map(({ hash }) => hash));
  }

  /** Pairs of descriptions of these merchants that an analyst judged the same. */
  judgedSame(tx: Tx, merchantIds: readonly MerchantId[]): Promise<{ a: string; b: string }[]> {
    return tx.query(
      `select j.description_a as a, j.description_b as b from judgement j
       join description d on d.id = j.description_a
       where d.merchant_id = any($1::uuid[]) and j.origin = 'ANALYST' and j.verdict = 'SAME' and j.withdrawn_at is null`,
      [merchantIds],
    );
  }

  /** Locks the merchants in the order of their ids, so that two projections never wait for each other in a ring. */
  async lock(tx: Tx, merchantIds: readonly MerchantId[]): Promise<void> {
    await tx.query('select id from merchant where id = any($1::uuid[]) order by id for no key update', [
      merchantIds,
    ]);
  }

  /**
   * Lists a merchant or takes it off the list, where its life cycle has the step; otherwise it stays as it is. A step
   * stands in the merchant's history.
   */
  async setListed(tx: Tx, merchantId: MerchantId, listed: boolean): Promise<void> {
    const [merchant] = await tx.query<{ status: MerchantStatus }>(
      'select status from merchant where id = $1 for no key update',
      [merchantId],
    );
    const next = merchant && merchantStatusAfter(merchant.status, listed ? 'LIST' : 'UNLIST');
    if (next === undefined) return;
    const now = this.clock.now();
    await tx.query('update merchant set status = $2, status_at = $3 where id = $1', [merchantId, next, now]);
    await tx.query(
      `insert into merchant_event (merchant_id, kind, description_ids, at) values ($1, $2, '{}', $3)`,
      [merchantId, listed ? 'LISTED' : 'UNLISTED', now],
    );
  }

  /** The merchant that an id answers to now: the id of any merchant that was merged leads to the one it is part of. */
  async currentId(tx: Tx, merchantId: MerchantId): Promise<MerchantId | undefined> {
    const [row] = await tx.query<{ merchantId: MerchantId }>(
      'select merchant_id as "merchantId" from description where own_merchant_id = $1',
      [merchantId],
    );
    return row?.merchantId;
  }

  /** The merchants that these descriptions stand in now. */
  async ofDescriptions(tx: Tx, descriptionIds: readonly ReportId[]): Promise<MerchantId[]> {
    const rows = await tx.query<{ merchantId: MerchantId }>(
      'select distinct merchant_id as "merchantId" from description where id = any($1::uuid[])',
      [descriptionIds],
    );
    return rows.map(({ merchantId }) => merchantId);
  }

  /** Every report's merchant, in the order of member and reference: for the coalition's own export. */
  clusters(tx: Tx): Promise<{ reportId: ReportId; merchantId: MerchantId }[]> {
    return tx.query(
      'select id as "reportId", merchant_id as "merchantId" from description where active order by id',
    );
  }
}
