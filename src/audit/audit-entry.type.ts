import { Field, ID, ObjectType } from '@nestjs/graphql';

import { type ClientId, type IdByKind, type MemberId, toGlobalId, type UserId } from '../common/id.js';
import { connectionOf, DateTimeScalar } from '../graphql/index.js';
import type { AuditedKind } from './audit-log.js';
import type { AuditEntryRow } from './select-audit-entries.js';

@ObjectType({ description: 'One thing that somebody did or read. Never changed and never removed.' })
export class AuditEntry {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The member it was done for; null for what Cordon did by itself.',
  })
  memberId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The user or client that did it; null for Cordon itself.' })
  principalId!: string | null;

  @Field({ description: 'What was done, e.g. `member.approve`, `indicator.read`.' })
  action!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The purpose that was declared, where one is asked for.',
  })
  purpose!: string | null;

  @Field({ description: 'The kind of the objects, e.g. `report`.' })
  objectKind!: string;

  @Field(() => [ID], { description: 'The objects, at most 100. Empty for a read that found nothing.' })
  objectIds!: readonly string[];

  @Field({ description: 'The request, as its answer named it in `x-request-id`.' })
  requestId!: string;
}

@ObjectType({ description: 'Entries of the audit log, newest first.' })
export class AuditEntryConnection extends connectionOf(AuditEntry, 'AuditEntry') {}

/** A stored entry as the schema has it. */
export function toAuditEntry(row: AuditEntryRow): Readonly<AuditEntry> {
  return {
    id: toGlobalId('auditEntry', row.id as IdByKind['auditEntry']),
    at: row.at,
    memberId: row.memberId === null ? null : toGlobalId('member', row.memberId as MemberId),
    principalId: principalIdOf(row),
    action: row.action,
    purpose: row.purpose,
    objectKind: row.objectKind,
    objectIds: row.objectIds.map((id) => objectIdOf(row.objectKind, id)),
    requestId: row.requestId,
  };
}

function principalIdOf({ principalId, principalKind }: AuditEntryRow): string | null {
  if (principalId === null) return null;
  return principalKind === 'CLIENT'
    ? toGlobalId('client', principalId as ClientId)
    : toGlobalId('user', principalId as UserId);
}

/** Signing keys are seen by Cordon alone and have no global id. */
function objectIdOf(kind: AuditedKind, id: string): string {
  return kind === 'signingKey' ? id : toGlobalId(kind, id as never);
}
