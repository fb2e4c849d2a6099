import { Injectable } from '@nestjs/common';
import type { HandlingScopeId, MerchantId } from '../common/id.js';
import type { Tx } from '../database/index.js';
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
  /** Makes the stored views of these merchants, and under these handles, exactly `views`. */
  async replace(
    tx: Tx,
    merchantIds: readonly MerchantId[],
    handles: readonly MerchantId[],
    views: readonly StoredView[],
  ): Promise<void> {
    const rows = JSON.stringify(views);
    await tx.query(
      `delete from merchant_view v
       where (v.merchant_id = any($1::uuid[]) or v.merchant_view_id = any($2::uuid[]))
         and not exists (
           select from jsonb_to_recordset($3::jsonb) as row ("merchantViewId" uuid, "handlingScopeId" uuid)
           where row."merchantViewId" = v.merchant_view_id and row."handlingScopeId" = v.handling_scope_id)`,
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
