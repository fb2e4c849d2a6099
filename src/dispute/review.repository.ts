import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../common/actor.js';
import type { DisputeId, DisputeRulingId, IndicatorId, MemberId } from '../common/id.js';
import type { Tx } from '../database/index.js';
import type { DisputeRuling, ReviewedAnswer } from './dispute.js';
import { readerOf } from './dispute.repository.js';
import {
  ANSWER_IN_CARE,
  INSERT_RULING,
  PUT_IN_FORCE,
  SELECT_ANSWERS,
  SELECT_APPEAL,
  SELECT_RULING,
  SELECT_RULINGS,
  SELECT_VALUES,
} from './review.statements.js';

/** A ruling with what its approvals are given to. */
export interface StoredRuling extends DisputeRuling {
  readonly digest: Buffer;
  /** How many people have to approve it. */
  readonly approvals: 1 | 2;
  /** Who has no part in deciding: people and members. */
  readonly excluded: readonly string[];
}

/** The SQL of reviewing. Every method takes the actor, and gives nothing to who is no reviewer of the dispute. */
@Injectable()
export class ReviewRepository {
  answers(tx: Tx, actor: Actor, id: DisputeId): Promise<ReviewedAnswer[]> {
    return tx.statement<ReviewedAnswer>(SELECT_ANSWERS, [...readerOf(actor), id]);
  }

  /** Stands by what members that have left had reported; gives them. */
  async answerInCare(
    tx: Tx,
    actor: Actor,
    id: DisputeId,
    { statement, at }: { readonly statement: string; readonly at: Date },
  ): Promise<MemberId[]> {
    const values = [...readerOf(actor), id, statement, at];
    const rows = await tx.statement<{ memberId: MemberId }>(ANSWER_IN_CARE, values);
    return rows.map(({ memberId }) => memberId);
  }

  rulings(tx: Tx, actor: Actor, id: DisputeId): Promise<StoredRuling[]> {
    return tx.statement<StoredRuling>(SELECT_RULINGS, [...readerOf(actor), id]);
  }

  async ruling(tx: Tx, actor: Actor, id: DisputeRulingId): Promise<StoredRuling | undefined> {
    return (await tx.statement<StoredRuling>(SELECT_RULING, [...readerOf(actor), id]))[0];
  }

  async appealStatement(tx: Tx, actor: Actor, id: DisputeId): Promise<string | undefined> {
    const rows = await tx.statement<{ statement: string }>(SELECT_APPEAL, [...readerOf(actor), id]);
    return rows[0]?.statement;
  }

  /** The value hashes (hex) of those of these indicators that are listed of the disputed merchant. */
  async values(tx: Tx, actor: Actor, id: DisputeId, indicatorIds: readonly IndicatorId[]): Promise<string[]> {
    if (indicatorIds.length === 0) return [];
    const rows = await tx.statement<{ hash: string }>(SELECT_VALUES, [...readerOf(actor), id, indicatorIds]);
    return rows.map(({ hash }) => hash);
  }

  /** Stores a ruling as proposed by the actor. */
  async insert(tx: Tx, actor: Actor, ruling: Omit<DisputeRuling, 'proposedBy'>): Promise<void> {
    await tx.statement(INSERT_RULING, [
      ruling.id,
      ruling.disputeId,
      ruling.stage,
      ruling.outcome,
      ruling.valueHashes?.map((hash) => Buffer.from(hash, 'hex')) ?? null,
      ruling.reason,
      principalId(actor),
      actor.memberId,
      ruling.proposedAt,
    ]);
  }

  async putInForce(tx: Tx, { id, disputeId, outcome }: DisputeRuling, at: Date): Promise<void> {
    await tx.statement(PUT_IN_FORCE, [disputeId, outcome, id, at]);
  }
}
