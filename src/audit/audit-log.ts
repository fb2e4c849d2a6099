import { Injectable } from '@nestjs/common';

import { principalId, type Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import type { IdKind, MemberId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';

/** What an entry's `detail` may hold: few, flat facts. Never identifier values, names, texts of people or secrets. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What an entry may be about: whatever has a global id, and what only Cordon itself sees. */
export type AuditedKind = IdKind | 'signingKey';

/** One thing that was done or read. */
export interface AuditedAct {
  /** A dotted verb: the kind of object and what was done to it, e.g. `member.approve`, `indicator.read`. */
  readonly action: string;
  /** The purpose that the actor declared, where the operation asks for one. */
  readonly purpose?: string | undefined;
  readonly objectKind: AuditedKind;
  /** The objects, 0 to AUDIT_OBJECTS_MAX. None where a read found none. */
  readonly objectIds: readonly string[];
  readonly detail?: AuditDetail | undefined;
  /**
   * Whose entry it is and who did it, where Cordon by itself tells a member of what others did: then `actor` is null. Left
   * out: the actor's.
   */
  readonly told?: { readonly memberId: MemberId; readonly principalId: string } | undefined;
}

/** Most objects that one entry names: a page of a connection. More objects are several entries. */
export const AUDIT_OBJECTS_MAX = 100;

/** What stands in the log as the request of background work, which has none. */
export const NO_REQUEST = 'background';

/** Appends one entry. Takes no lock. */
const APPEND: NamedStatement = {
  name: 'audit.append',
  text: `insert into audit_entry (at, member_id, principal_id, action, purpose, object_kind, object_ids, request_id, detail)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

const ACTION = /^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+$/;

/** The log of who did or read what, with which purpose. Append-only by grants. */
@Injectable()
export class AuditLog {
  constructor(private readonly clock: Clock) {}

  /**
   * Appends an entry in the transaction of what it tells of: both are kept or neither. `actor` is null for what Cordon
   * does by itself (key rotation, background work, a sign-in that is still to succeed).
   */
  async append(tx: Tx, actor: Actor | null, act: AuditedAct): Promise<void> {
    assert(ACTION.test(act.action), 'an audited action is a dotted verb in lower case');
    assert(
      act.objectIds.length <= AUDIT_OBJECTS_MAX,
      'callers split an entry of more than AUDIT_OBJECTS_MAX objects',
    );
    assert(act.told === undefined || actor === null, 'an actor writes in its own name');
    await tx.statement(APPEND, [
      this.clock.now(),
      actor?.memberId ?? act.told?.memberId ?? null,
      actor === null ? (act.told?.principalId ?? null) : principalId(actor),
      act.action,
      act.purpose ?? null,
      act.objectKind,
      act.objectIds,
      actor?.requestId ?? NO_REQUEST,
      act.detail === undefined ? null : JSON.stringify(act.detail),
    ]);
  }
}
