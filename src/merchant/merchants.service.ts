import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { MerchantId, ReportId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import { merchantStatusAfter, type MerchantStatus } from './merchant-status.js';

/** What higher parts may ask and tell of merchants, inside their own transactions. */
@Injectable()
export class Merchants {
  constructor(private readonly clock: Clock) {}

  /** The hashes among the given ones (lower-case hex) whose values unrelated merchants share. */
  async sharedHashes(tx: Tx, hashes: readonly string[]): Promise<Set<string>> {
    const rows = await tx.statement<{ hash: string }>(SHARED_HASHES, [
      hashes.map((hash) => Buffer.from(hash, 'hex')),
    ]);
    return new Set(rows.map(({ hash }) => hash));
  }

  /** Pairs of descriptions of these merchants that an analyst judged the same. */
  judgedSame(tx: Tx, merchantIds: readonly MerchantId[]): Promise<{ a: string; b: string }[]> {
    return tx.statement(JUDGED_SAME, [merchantIds]);
  }

  /** Locks the merchants in the order of their ids, so that two projections never wait for each other in a ring. */
  async lock(tx: Tx, merchantIds: readonly MerchantId[]): Promise<void> {
    await tx.statement(LOCK_STATUSES, [merchantIds]);
  }

  /**
   * Lists merchants or takes them off the list, each where its life cycle has the step; otherwise it stays as it is. A step
   * stands in the merchant's history.
   */
  async setListed(tx: Tx, merchantIds: readonly MerchantId[], listed: boolean): Promise<void> {
    if (merchantIds.length === 0) return;
    const merchants = await tx.statement<{ id: MerchantId; status: MerchantStatus }>(LOCK_STATUSES, [
      merchantIds,
    ]);
    const steps = merchants.flatMap(({ id, status }) => {
      const next = merchantStatusAfter(status, listed ? 'LIST' : 'UNLIST');
      return next === undefined ? [] : [{ id, next }];
    });
    if (steps.length === 0) return;
    await tx.statement(SET_STATUSES, [
      steps.map(({ id }) => id),
      steps.map(({ next }) => next),
      listed ? 'LISTED' : 'UNLISTED',
      this.clock.now(),
    ]);
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

const SHARED_HASHES: NamedStatement = {
  name: 'merchant.sharedHashes',
  text: `select encode(hash, 'hex') as hash from shared_key where hash = any($1::bytea[])`,
};

/** Stands on description_merchant and judgement_open_key. */
const JUDGED_SAME: NamedStatement = {
  name: 'merchant.judgedSame',
  text: `select j.description_a as a, j.description_b as b from judgement j
    join description d on d.id = j.description_a
    where d.merchant_id = any($1::uuid[]) and j.origin = 'ANALYST' and j.verdict = 'SAME' and j.withdrawn_at is null`,
};

const LOCK_STATUSES: NamedStatement = {
  name: 'merchant.lockStatuses',
  text: 'select id, status from merchant where id = any($1::uuid[]) order by id for no key update',
};

/** Gives the merchants $1 the statuses $2 at the moment $4, with an entry of the kind $3 in the history of each. */
const SET_STATUSES: NamedStatement = {
  name: 'merchant.setStatuses',
  text: `
    with step as (select * from unnest($1::uuid[], $2::text[]) as step (id, status)),
    changed as (
      update merchant m set status = step.status, status_at = $4 from step where m.id = step.id
    )
    insert into merchant_event (merchant_id, kind, description_ids, at) select id, $3, '{}', $4 from step`,
};
