import { Injectable } from '@nestjs/common';
import type { IndicatorId, MerchantId, SharingGroupId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import type { IndicatorEnd } from './diff-indicators.js';
import type { Indicator, KeyedIndicator } from './indicator.js';
import {
  INSERT_INDICATOR_KEYS,
  INSERT_INDICATORS,
  indicatorValues,
  UPDATE_INDICATORS,
} from './sql/write-indicators.js';

/** Writes indicators, for the projector alone. Every write is one statement, in the order of ids and hashes. */
@Injectable()
export class IndicatorStore {
  /**
   * The given merchants, and those that still hold an indicator under a handle which is now one of theirs: where a
   * report moved, both merchants are projected together.
   */
  async withFormerMerchants(tx: Tx, merchantIds: readonly MerchantId[]): Promise<MerchantId[]> {
    const rows = await tx.statement<{ merchantId: MerchantId }>(WITH_FORMER_MERCHANTS, [merchantIds]);
    return rows.map(({ merchantId }) => merchantId);
  }

  /**
   * Every indicator, ended ones too, of these merchants or under these handles, locked until the transaction ends: the
   * projection of a sharing group's change locks them as well and must not hand out what is being replaced.
   */
  lockAll(tx: Tx, merchantIds: readonly MerchantId[], handles: readonly MerchantId[]): Promise<Indicator[]> {
    return tx.statement<Indicator>(LOCK_INDICATORS, [merchantIds, handles]);
  }

  /** Keeps the indicators of a sharing group's scopes from changing until the transaction ends. */
  async lockGroup(tx: Tx, groupId: SharingGroupId): Promise<void> {
    await tx.query(
      `select count(*) from (
         select from indicator
         where handling_scope_id in (select id from handling_scope where sharing_group_id = $1 and tlp <> 'RED')
         order by id for share) locked`,
      [groupId],
    );
  }

  async insert(tx: Tx, made: readonly KeyedIndicator[]): Promise<void> {
    if (made.length === 0) return;
    await tx.statement(INSERT_INDICATORS, indicatorValues(made.map(({ indicator }) => indicator)));
    await this.insertKeys(tx, made);
  }

  /** A new version, or the same one where only what no reader sees has changed. One that was ended gets its keys back. */
  async update(tx: Tx, changed: readonly KeyedIndicator[]): Promise<void> {
    if (changed.length === 0) return;
    await tx.statement(UPDATE_INDICATORS, indicatorValues(changed.map(({ indicator }) => indicator)));
    await this.insertKeys(tx, changed);
  }

  /** Ended indicators keep their row as history, and are found no more. */
  async end(tx: Tx, ended: readonly IndicatorEnd[], now: Date): Promise<void> {
    if (ended.length === 0) return;
    const ids = ended.map(({ stored }) => stored.id);
    await tx.query(
      `update indicator i set status = row.status, version = i.version + 1, changed_at = $3
       from unnest($1::uuid[], $2::text[]) as row (id, status) where i.id = row.id`,
      [ids, ended.map(({ status }) => status), now],
    );
    await tx.query('delete from indicator_key where indicator_id = any($1::uuid[])', [ids]);
  }

  private async insertKeys(tx: Tx, keyed: readonly KeyedIndicator[]): Promise<void> {
    const rows = keyed
      .flatMap(({ indicator: { id, handlingScopeId }, keys }) =>
        keys.map((key) => ({ ...key, indicatorId: id, handlingScopeId })),
      )
      .sort((one, other) => order(one.hash, other.hash) || order(one.indicatorId, other.indicatorId));
    if (rows.length === 0) return;
    await tx.statement(INSERT_INDICATOR_KEYS, [
      rows.map(({ hash }) => Buffer.from(hash, 'hex')),
      rows.map(({ indicatorId }): IndicatorId => indicatorId),
      rows.map(({ handlingScopeId }) => handlingScopeId),
      rows.map(({ kind }) => kind),
      rows.map(({ strength }) => strength),
    ]);
  }
}

/** The columns of `indicator` as the fields of an Indicator. */
export const INDICATOR_FIELDS = `id, merchant_id as "merchantId", merchant_view_id as "merchantViewId",
  handling_scope_id as "handlingScopeId", encode(value_hash, 'hex') as "valueHash", type, scope, display, country,
  strength, shared, exclusive_within as "exclusiveWithin", status, version, reason, confidence,
  source_count as "sourceCount", valid_from as "validFrom", valid_until as "validUntil", changed_at as "changedAt"`;

/** Stands on description_merchant and indicator_identity_key. */
const WITH_FORMER_MERCHANTS: NamedStatement = {
  name: 'indicator.withFormerMerchants',
  text: `
    select unnest($1::uuid[]) as "merchantId"
    union
    select i.merchant_id from description d join indicator i on i.merchant_view_id = d.own_merchant_id
    where d.merchant_id = any($1::uuid[])`,
};

/** Stands on indicator_merchant and indicator_identity_key. */
const LOCK_INDICATORS: NamedStatement = {
  name: 'indicator.lockAll',
  text: `select ${INDICATOR_FIELDS} from indicator
    where merchant_id = any($1::uuid[]) or merchant_view_id = any($2::uuid[])
    order by id for update`,
};

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
