import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { AuditedKind } from './audit-log.js';

/** An entry as it is stored. */
export interface AuditEntryRow {
  readonly id: string;
  /** Order of appending. A bigint, so a string. */
  readonly entryNo: string;
  readonly at: Date;
  readonly memberId: string | null;
  readonly principalId: string | null;
  readonly principalKind: 'USER' | 'CLIENT' | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly objectKind: AuditedKind;
  readonly objectIds: readonly string[];
  readonly requestId: string;
}

/** What to select. `memberId` undefined: every member's entries, and those of no member. */
export interface AuditSelection {
  readonly memberId: string | undefined;
  readonly principalId: string | undefined;
  readonly action: string | undefined;
  readonly requestId: string | undefined;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  /** Entries older than this one. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** Newest first, on audit_entry_member (member_id, entry_no). */
const SELECT_OF_MEMBER = select(
  'audit.selectEntriesOfMember',
  accessRule('audit.list-own', 'e.member_id = $1'),
);
/** Newest first, on audit_entry_pkey. A statement of its own, for one plan cannot be right for both. */
const SELECT_ALL = select(
  'audit.selectEntries',
  accessRule('audit.list-all', `$1::uuid is null and acts_as('AUDITOR')`),
);

function select(name: string, ofMember: string): NamedStatement {
  return {
    name,
    text: `select e.id, e.entry_no as "entryNo", e.at, e.member_id as "memberId", e.principal_id as "principalId",
        (select p.kind from principal p where p.id = e.principal_id) as "principalKind", e.action, e.purpose,
        e.object_kind as "objectKind", e.object_ids as "objectIds", e.request_id as "requestId"
      from audit_entry e
      where ${ofMember} and ($2::uuid is null or e.principal_id = $2) and ($3::text is null or e.action = $3)
        and ($4::text is null or e.request_id = $4) and ($5::timestamptz is null or e.at >= $5)
        and ($6::timestamptz is null or e.at < $6) and ($7::bigint is null or e.entry_no < $7)
      order by e.entry_no desc limit $8`,
  };
}

export function selectAuditEntries(tx: Tx, selection: AuditSelection): Promise<AuditEntryRow[]> {
  const { memberId, principalId, action, requestId, from, to, before, limit } = selection;
  return tx.statement<AuditEntryRow>(memberId === undefined ? SELECT_ALL : SELECT_OF_MEMBER, [
    memberId ?? null,
    principalId ?? null,
    action ?? null,
    requestId ?? null,
    from ?? null,
    to ?? null,
    before ?? null,
    limit,
  ]);
}
