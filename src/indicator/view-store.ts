import { Injectable } from '@nestjs/common';
import type { HandlingScopeId, MerchantId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { retrievalKeys } from '../matching/index.js';
import type { ViewMembership } from './follow-views.js';
import type { ViewContent } from './view-content.js';

/** A view as it is to be stored. */
export interface StoredView {
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
  readonly merchantId: MerchantId;
  readonly validUntil: Date;
  readonly content: ViewContent;
}

/** Writes the views of merchants and who stands in them, for the projector alone. */
@Injectable()
export class ViewStore {
  /** Makes the stored views of these merchants, and under these handles, exactly `views`, each found by what it says. */
  async replace(
    tx: Tx,
    merchantIds: readonly MerchantId[],
    handles: readonly MerchantId[],
    views: readonly StoredView[],
  ): Promise<void> {
    const rows = JSON.stringify(views);
    await tx.query(
      `with gone as (
       delete from merchant_view v
       where (v.merchant_id = any($1::uuid[]) or v.merchant_view_id = any($2::uuid[]))
         and not exists (
           select from jsonb_to_recordset($3::jsonb) as row ("merchantViewId" uuid, "handlingScopeId" uuid)
           where row."merchantViewId" = v.merchant_view_id and row."handlingScopeId" = v.handling_scope_id)
       returning v.merchant_view_id, v.handling_scope_id)
       delete from view_retrieval_key k using gone
       where k.merchant_view_id = gone.merchant_view_id and k.handling_scope_id = gone.handling_scope_id`,
      [merchantIds, handles, rows],
    );
    if (views.length === 0) return;
    await tx.query(
      `insert into merchant_view (merchant_view_id, handling_scope_id, merchant_id, valid_until, content)
       select "merchantViewId", "handlingScopeId", "merchantId", "validUntil", content
       from json_to_recordset($1::json) as row ("merchantViewId" uuid, "handlingScopeId" uuid, "merchantId" uuid,
         "validUntil" timestamptz, content json)
       on conflict (merchant_view_id, handling_scope_id) do update
         set merchant_id = excluded.merchant_id, valid_until = excluded.valid_until, content = excluded.content`,
      [rows],
    );
    await this.replaceKeys(tx, views);
  }

  private async replaceKeys(tx: Tx, views: readonly StoredView[]): Promise<void> {
    const keys = views.flatMap(({ merchantViewId, handlingScopeId, content }) =>
      retrievalKeysOf(content).map((hash) => ({ merchantViewId, handlingScopeId, hash })),
    );
    await tx.query(
      `with view as (select * from unnest($1::uuid[], $2::uuid[]) as view (merchant_view_id, handling_scope_id)),
         wanted as (
           select * from unnest($3::bigint[], $4::uuid[], $5::uuid[]) as wanted (hash, handling_scope_id, merchant_view_id)),
         gone as (
           delete from view_retrieval_key k using view
           where k.merchant_view_id = view.merchant_view_id and k.handling_scope_id = view.handling_scope_id
             and not exists (select from wanted w where w.hash = k.hash and w.handling_scope_id = k.handling_scope_id
               and w.merchant_view_id = k.merchant_view_id))
       insert into view_retrieval_key (hash, handling_scope_id, merchant_view_id)
       select hash, handling_scope_id, merchant_view_id from wanted order by hash, handling_scope_id, merchant_view_id
       on conflict do nothing`,
      [
        views.map(({ merchantViewId }) => merchantViewId),
        views.map(({ handlingScopeId }) => handlingScopeId),
        keys.map(({ hash }) => hash),
        keys.map(({ handlingScopeId }) => handlingScopeId),
        keys.map(({ merchantViewId }) => merchantViewId),
      ],
    );
  }

  /** The memberships of everything that stood in a view with one of these merchants. */
  memberships(tx: Tx, ids: readonly MerchantId[]): Promise<ViewMembership[]> {
    return tx.query<ViewMembership>(
      `select m.own_merchant_id as "ownMerchantId", m.handling_scope_id as "handlingScopeId",
         m.merchant_view_id as "merchantViewId"
       from merchant_view_member m
       where (m.merchant_view_id, m.handling_scope_id) in (
         select merchant_view_id, handling_scope_id from merchant_view_member where own_merchant_id = any($1::uuid[])
         union select merchant_view_id, handling_scope_id from merchant_view_member
           where merchant_view_id = any($1::uuid[]))`,
      [ids],
    );
  }

  async saveMemberships(tx: Tx, memberships: readonly ViewMembership[]): Promise<void> {
    if (memberships.length === 0) return;
    await tx.query(
      `insert into merchant_view_member (own_merchant_id, handling_scope_id, merchant_view_id)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[])
       on conflict (own_merchant_id, handling_scope_id) do update set merchant_view_id = excluded.merchant_view_id`,
      [
        memberships.map(({ ownMerchantId }) => ownMerchantId),
        memberships.map(({ handlingScopeId }) => handlingScopeId),
        memberships.map(({ merchantViewId }) => merchantViewId),
      ],
    );
  }
}

/** The hashes by which screening finds a view by its names, places, persons and contacts. */
function retrievalKeysOf({ indicators }: ViewContent): string[] {
  const compared = indicators.flatMap(({ type, value, parts }) =>
    value === undefined ? [] : [{ type, scope: null, value, ...(parts !== undefined && { parts }) }],
  );
  return retrievalKeys(compared).map(({ hash }) => hash);
}
