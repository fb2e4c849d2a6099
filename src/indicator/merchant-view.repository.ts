import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { MerchantId } from '../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { MerchantState } from '../merchant/index.js';
import type { IndicatorStatus } from './indicator-status.js';
import { isAnalyst, readerValues } from './reader.js';
import type { ViewContent } from './view-content.js';
import type { SeenView } from './visible-merchant.js';

interface ViewRow {
  readonly merchantId: MerchantId;
  readonly merchantViewId: MerchantId;
  readonly content: ViewContent;
  readonly held: boolean;
}

/** Whether the reader $1 (an analyst: $2) is in the audience of scope s. */
const IN_AUDIENCE = 'may_see_scope(s, $1, $2)';

/** The handles that an id leads to in the scopes that the reader may see. Stands on merchant_view_member_pkey. */
const SELECT_HANDLES: NamedStatement = {
  name: 'indicator.selectHandles',
  text: `select distinct m.merchant_view_id as "merchantViewId"
    from merchant_view_member m join handling_scope s on s.id = m.handling_scope_id
    where ${accessRule('merchant.handles', IN_AUDIENCE)} and m.own_merchant_id = $3`,
};

/** Every visible view of the merchants that have a view under one of the handles $4. Stands on merchant_view_merchant. */
const SELECT_VIEWS: NamedStatement = {
  name: 'indicator.selectViews',
  text: `select v.merchant_id as "merchantId", v.merchant_view_id as "merchantViewId", v.content,
      s.held_for is not null as held
    from merchant_view v join handling_scope s on s.id = v.handling_scope_id
    where ${accessRule('merchant.views', IN_AUDIENCE)} and v.valid_until > $3
      and v.merchant_id in (select merchant_id from merchant_view where merchant_view_id = any($4::uuid[]))
    order by v.merchant_view_id, v.handling_scope_id`,
};

/** How the indicators under these handles stand, ended ones too. Stands on indicator_identity_key. */
const SELECT_STATUSES: NamedStatement = {
  name: 'indicator.selectStatuses',
  text: `select distinct i.status
    from indicator i join handling_scope s on s.id = i.handling_scope_id
    where ${accessRule('merchant.statuses', IN_AUDIENCE)} and i.merchant_view_id = any($3::uuid[])`,
};

/** How merchants that go by these handles are kept, for analysts ($1). Stands on description_own_merchant_key. */
const SELECT_KEPT: NamedStatement = {
  name: 'indicator.selectKept',
  text: `select m.status, m.held
    from merchant m join description d on d.merchant_id = m.id
    where ${accessRule('merchant.kept', '$1::boolean')} and d.own_merchant_id = any($2::uuid[])
    order by m.held desc, m.status = 'DELISTED' desc limit 1`,
};

/** Reads merchants as the actor's member may see them. */
@Injectable()
export class MerchantViewRepository {
  async handles(tx: Tx, actor: Actor, id: MerchantId): Promise<MerchantId[]> {
    const rows = await tx.statement<{ merchantViewId: MerchantId }>(SELECT_HANDLES, [
      ...readerValues(actor),
      id,
    ]);
    return rows.map(({ merchantViewId }) => merchantViewId);
  }

  async views(tx: Tx, actor: Actor, handles: readonly MerchantId[], now: Date): Promise<SeenView[]> {
    const rows = await tx.statement<ViewRow>(SELECT_VIEWS, [...readerValues(actor), now, handles]);
    return rows.map(({ content, ...ids }) => ({ ...content, ...ids }));
  }

  async statuses(tx: Tx, actor: Actor, handles: readonly MerchantId[]): Promise<IndicatorStatus[]> {
    const rows = await tx.statement<{ status: IndicatorStatus }>(SELECT_STATUSES, [
      ...readerValues(actor),
      handles,
    ]);
    return rows.map(({ status }) => status);
  }

  /** How a merchant that goes by one of these handles is kept; undefined for whoever is no analyst. */
  async kept(tx: Tx, actor: Actor, handles: readonly MerchantId[]): Promise<MerchantState | undefined> {
    return (await tx.statement<MerchantState>(SELECT_KEPT, [isAnalyst(actor), handles]))[0];
  }
}
