import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { MerchantId, ReportId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import { type MerchantStanding, type MerchantState, merchantSteps, stateAfter } from './merchant-steps.js';

/** A merchant that no other transaction changes until this one ends. */
export interface LockedMerchant extends MerchantState {
  readonly id: MerchantId;
}

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
  lock(tx: Tx, merchantIds: readonly MerchantId[]): Promise<LockedMerchant[]> {
    return tx.statement<LockedMerchant>(LOCK_STATUSES, [merchantIds]);
  }

  /** Has locked merchants stand as they should. Each step is kept in the merchant's history. */
  async follow(
    tx: Tx,
    merchants: readonly LockedMerchant[],
    standingOf: (merchantId: MerchantId) => MerchantStanding,
  ): Promise<void> {
    const moved = merchants
      .map((merchant) => ({ merchant, steps: merchantSteps(merchant, standingOf(merchant.id)) }))
      .filter(({ steps }) => steps.length > 0)
      .map((each) => ({ ...each, after: stateAfter(each.merchant, each.steps) }));
    if (moved.length === 0) return;
    const taken = moved.flatMap(({ merchant, steps }) => steps.map((step) => ({ ...step, id: merchant.id })));
    await tx.statement(SET_STATUSES, [
      moved.map(({ merchant }) => merchant.id),
      moved.map(({ after }) => after.status),
      moved.map(({ after }) => after.held),
      taken.map(({ id }) => id),
      taken.map(({ verb }) => verb),
      taken.map(({ from }) => from),
      taken.map(({ to }) => to),
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
  text: 'select id, status, held from merchant where id = any($1::uuid[]) order by id for no key update',
};

/**
 * Gives the merchants $1 the statuses $2, held or not by $3; and the merchants $4, once for each step in order, the verbs $5 with
 * what they led from ($6) and to ($7). All at the moment $8.
 */
const SET_STATUSES: NamedStatement = {
  name: 'merchant.setStatuses',
  text: `
    with changed as (
      update merchant m set status = now.status, held = now.held, status_at = $8
      from unnest($1::uuid[], $2::text[], $3::boolean[]) as now (id, status, held) where m.id = now.id
    )
    insert into merchant_status_change (merchant_id, verb, from_status, to_status, at)
    select id, verb, from_status, to_status, $8
    from unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) with ordinality as step (id, verb, from_status, to_status, place)
    order by place`,
};
