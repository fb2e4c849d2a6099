import { Injectable } from '@nestjs/common';
import type { HandlingScopeId, MerchantId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import { retrievalKeys } from '../matching/index.js';
import type { StoredMembership, ViewMembership } from './follow-views.js';
import {
  DELETE_OTHER_VIEWS,
  REPLACE_KEYS,
  SAVE_MEMBERSHIPS,
  SAVE_VIEWS,
  SELECT_MEMBERSHIPS,
} from './sql/write-views.js';
import type { ViewContent } from './view-content.js';

/** A view as it is to be stored. */
export interface StoredView {
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
  readonly merchantId: MerchantId;
  readonly validUntil: Date;
  /** When a later end is to be told; null where none is. */
  readonly renewsAt: Date | null;
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
    const [viewIds, scopeIds] = [
      views.map(({ merchantViewId }) => merchantViewId),
      views.map(({ handlingScopeId }) => handlingScopeId),
    ];
    await tx.statement(DELETE_OTHER_VIEWS, [merchantIds, handles, viewIds, scopeIds]);
    if (views.length === 0) return;
    await tx.statement(SAVE_VIEWS, [
      viewIds,
      scopeIds,
      views.map(({ merchantId }) => merchantId),
      views.map(({ validUntil }) => validUntil),
      views.map(({ renewsAt }) => renewsAt),
      views.map(({ content }) => JSON.stringify(content)),
    ]);
    await this.replaceKeys(tx, views);
  }

  private async replaceKeys(tx: Tx, views: readonly StoredView[]): Promise<void> {
    const keys = views.flatMap(({ merchantViewId, handlingScopeId, content }) =>
      retrievalKeysOf(content).map((hash) => ({ merchantViewId, handlingScopeId, hash })),
    );
    await tx.statement(REPLACE_KEYS, [
      views.map(({ merchantViewId }) => merchantViewId),
      views.map(({ handlingScopeId }) => handlingScopeId),
      keys.map(({ hash }) => hash),
      keys.map(({ handlingScopeId }) => handlingScopeId),
      keys.map(({ merchantViewId }) => merchantViewId),
    ]);
  }

  /** The memberships of everything that stood in a view with one of these merchants. */
  memberships(tx: Tx, ids: readonly MerchantId[]): Promise<StoredMembership[]> {
    return tx.statement<StoredMembership>(SELECT_MEMBERSHIPS, [ids]);
  }

  async saveMemberships(tx: Tx, memberships: readonly ViewMembership[]): Promise<void> {
    if (memberships.length === 0) return;
    await tx.statement(SAVE_MEMBERSHIPS, [
      memberships.map(({ ownMerchantId }) => ownMerchantId),
      memberships.map(({ handlingScopeId }) => handlingScopeId),
      memberships.map(({ merchantViewId }) => merchantViewId),
    ]);
  }
}

/** The hashes by which screening finds a view by its names, places, persons and contacts. */
function retrievalKeysOf({ indicators }: ViewContent): string[] {
  const compared = indicators.flatMap(({ type, value, parts }) =>
    value === undefined ? [] : [{ type, scope: null, value, ...(parts !== undefined && { parts }) }],
  );
  return retrievalKeys(compared).map(({ hash }) => hash);
}
