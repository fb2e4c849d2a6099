import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { Actor } from '../../common/actor.js';
import { principalId } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { accepted, refused, type Result } from '../../common/refusal.js';
import type { NamedStatement, Tx } from '../../database/index.js';
import { type Approvable, APPROVALS_NEEDED, refuseApprover } from './approval.js';

/** Two people who approve at the same moment do so one after the other: the second counts the first. */
const LOCK: NamedStatement = {
  name: 'access.lockApproval',
  text: `select pg_advisory_xact_lock(hashtextextended('cordon.approval:' || $1 || ':' || $2, 0))`,
};

/** Member, roles and epoch are filled in by the table's trigger, from who the transaction was entered as. */
const INSERT: NamedStatement = {
  name: 'access.insertApproval',
  text: `insert into approval (id, kind, object_id, content_digest, principal_id, member_id, acting_roles, principal_epoch,
      reason, at)
    values ($1, $2, $3, $4, $5, $6, '{}', 0, $7, $8)
    on conflict (kind, object_id, content_digest, principal_id, principal_epoch) do nothing returning id`,
};

const COUNT: NamedStatement = {
  name: 'access.countApprovals',
  text: `select count(distinct s.principal_id)::int as count from standing_approvals($1, $2, $3, $4) s`,
};

export type ApprovalRefusalCode = 'SAME_PERSON' | 'OWN_MEMBER';

/**
 * Keeps approvals. That a change needs two of them is not decided here but by a trigger of the table that it changes, which
 * asks `approved_by_two` and refuses with CD403: whoever forgets to ask here is stopped there.
 */
@Injectable()
export class Approvals {
  constructor(private readonly clock: Clock) {}

  /**
   * Gives the actor's approval, and how many are still needed: 0 when this one was enough. The caller has decided that the
   * actor's role approves this kind, has locked the object, and audits. `field` is where a refusal is told.
   *
   * Refused with SAME_PERSON when the actor has approved this content before or is excluded, with OWN_MEMBER when the
   * actor's member is.
   */
  async approve(
    tx: Tx,
    actor: Actor,
    approval: Approvable & { readonly reason?: string | undefined },
    field: readonly string[] = [],
  ): Promise<Result<number, ApprovalRefusalCode>> {
    const { kind, objectId, digest, excluded = [], reason } = approval;
    const refusal = refuseApprover(actor, excluded, field);
    if (refusal !== undefined) return refused(refusal);

    await tx.statement(LOCK, [kind, objectId]);
    const at = this.clock.now();
    const row = [
      randomUUID(),
      kind,
      objectId,
      digest,
      principalId(actor),
      actor.memberId,
      reason ?? null,
      at,
    ];
    const inserted = await tx.statement(INSERT, row);
    if (inserted.length === 0) {
      const message = 'You have approved this already: another person has to be the second.';
      return refused({ code: 'SAME_PERSON', field, message });
    }
    return accepted(await this.needed(tx, approval));
  }

  /** How many approvals are still needed, 0 to APPROVALS_NEEDED. Those of people who lost power since do not count. */
  async needed(tx: Tx, { kind, objectId, digest, excluded = [] }: Approvable): Promise<number> {
    const [row] = await tx.statement<{ count: number }>(COUNT, [kind, objectId, digest, excluded]);
    return Math.max(0, APPROVALS_NEEDED - (row?.count ?? 0));
  }
}
