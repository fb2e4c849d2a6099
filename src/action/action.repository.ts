import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../common/actor.js';
import type { ActionId, DispositionId, IndicatorId } from '../common/id.js';
import { type Page, pageOf, type PageRequest } from '../common/page.js';
import type { Tx } from '../database/index.js';
import { exactTimeCursor, exactTimePlace } from '../graphql/index.js';
import { isAnalyst } from '../indicator/index.js';
import type { Action, ActionContent, ActionFilter } from './action.js';
import {
  CHANGE_ACTION,
  INSERT_ACTION,
  INSERT_VERSION,
  LOCK_ACTION,
  SELECT_ACTION,
  SELECT_ACTION_PAGE,
  SELECT_BY_REFERENCE,
  SELECT_DERIVED,
} from './action.statements.js';
import type { ActionStatus } from './action-status.js';
import type { Lead } from './lead/lead.js';

/** An action of the own member that no other transaction changes until this one ends. */
export interface LockedAction extends Action {
  readonly indicatorIds: readonly IndicatorId[];
}

/** A version that is to be stored. */
export interface NewVersion {
  readonly version: number;
  readonly content: ActionContent;
  /** The assessment on which it stands. */
  readonly dispositionId: DispositionId | null;
  readonly at: Date;
}

/** The SQL of actions. Every method takes the actor. */
@Injectable()
export class ActionRepository {
  async find(tx: Tx, actor: Actor, id: ActionId): Promise<Action | undefined> {
    return (await tx.statement<Action>(SELECT_ACTION, [actor.memberId, isAnalyst(actor), id]))[0];
  }

  /** Newest first. */
  async page(
    tx: Tx,
    actor: Actor,
    filter: ActionFilter,
    { first, after }: PageRequest,
  ): Promise<Page<Action>> {
    const place = after === undefined ? undefined : exactTimePlace(after);
    const rows = await tx.statement<Action>(SELECT_ACTION_PAGE, [
      actor.memberId,
      isAnalyst(actor),
      filter.noticeId ?? null,
      filter.screeningId ?? null,
      filter.merchantId ?? null,
      filter.memberId ?? null,
      filter.statuses ?? null,
      filter.kinds ?? null,
      place?.at ?? null,
      place?.id ?? null,
      first + 1,
    ]);
    return pageOf(rows, first, ({ recordedAtExact, id }) => exactTimeCursor({ at: recordedAtExact, id }));
  }

  async lock(tx: Tx, actor: Actor, id: ActionId): Promise<LockedAction | undefined> {
    return (await tx.statement<LockedAction>(LOCK_ACTION, [actor.memberId, id]))[0];
  }

  async findByReference(tx: Tx, actor: Actor, clientReference: string): Promise<Action | undefined> {
    return (await tx.statement<Action>(SELECT_BY_REFERENCE, [actor.memberId, clientReference]))[0];
  }

  /** Those of the own member that stand and rest on one of these indicators, newest first. */
  derived(tx: Tx, actor: Actor, indicatorIds: readonly IndicatorId[], limit: number): Promise<Action[]> {
    return tx.statement<Action>(SELECT_DERIVED, [actor.memberId, indicatorIds, limit]);
  }

  /** Stores an action with its first version. */
  async insert(
    tx: Tx,
    actor: Actor,
    action: { readonly id: ActionId; readonly clientReference: string; readonly lead: Lead },
    first: NewVersion,
  ): Promise<void> {
    const { id, clientReference, lead } = action;
    const { noticeId, screeningId, merchantId, indicatorIds } = lead;
    await tx.statement(INSERT_ACTION, [
      id,
      actor.memberId,
      clientReference,
      noticeId,
      screeningId,
      merchantId,
      indicatorIds,
      first.at,
    ]);
    await this.insertVersion(tx, actor, id, first);
  }

  /** Says an action, which the caller has locked, anew. */
  async correct(tx: Tx, actor: Actor, id: ActionId, next: NewVersion): Promise<void> {
    await this.insertVersion(tx, actor, id, next);
    await this.change(tx, actor, id, {
      status: 'RECORDED',
      version: next.version,
      reason: null,
      at: next.at,
    });
  }

  /** Changes where an action stands, which the caller has locked. */
  async change(
    tx: Tx,
    actor: Actor,
    id: ActionId,
    {
      status,
      version,
      reason,
      at,
    }: {
      readonly status: ActionStatus;
      readonly version: number;
      readonly reason: string | null;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.statement(CHANGE_ACTION, [actor.memberId, id, status, version, reason, at]);
  }

  private async insertVersion(
    tx: Tx,
    actor: Actor,
    id: ActionId,
    { version, content, dispositionId, at }: NewVersion,
  ): Promise<void> {
    const { kind, effectiveOn, accountsClosed, networkListing, forwardedTo, note } = content;
    await tx.statement(INSERT_VERSION, [
      id,
      version,
      kind,
      effectiveOn,
      accountsClosed,
      networkListing?.list ?? null,
      networkListing?.code ?? null,
      networkListing?.listedOn ?? null,
      forwardedTo,
      note,
      dispositionId,
      principalId(actor),
      at,
    ]);
  }
}
