import { Injectable } from '@nestjs/common';

import type { Actor } from '../common/actor.js';
import { fromGlobalId } from '../common/id.js';
import { NIL_ID } from '../common/id-in.js';
import { decodeCursor, encodeCursor, pageOf, type Page, type PageRequest } from '../common/page.js';
import { Database } from '../database/index.js';
import { notACursor } from '../graphql/index.js';
import { AuditLog } from './audit-log.js';
import { selectAuditEntries, type AuditEntryRow } from './select-audit-entries.js';

/** Narrows the entries. What is left out does not narrow. */
export interface AuditFilter {
  readonly action?: string | undefined;
  /** Global ids. One that is none of ours matches nothing. */
  readonly memberId?: string | undefined;
  readonly principalId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Lets members' admins read their own member's entries, and auditors all. Reading the log is itself logged. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** A page of entries, newest first. */
  async entries(actor: Actor, filter: AuditFilter, page: PageRequest): Promise<Page<AuditEntryRow>> {
    return this.database.asActor(actor, async (tx) => {
      const rows = await selectAuditEntries(tx, {
        memberId: readableMember(
          actor,
          uuidOf(filter.memberId, (id) => fromGlobalId('member', id)),
        ),
        principalId: uuidOf(
          filter.principalId,
          (id) => fromGlobalId('user', id) ?? fromGlobalId('client', id),
        ),
        action: filter.action,
        requestId: filter.requestId,
        from: filter.from,
        to: filter.to,
        before: page.after === undefined ? undefined : entryNoOf(page.after),
        limit: page.first + 1,
      });
      const entries = pageOf(rows, page.first, (row) => encodeCursor([row.entryNo]));
      await this.audit.append(tx, actor, {
        action: 'audit.read',
        objectKind: 'auditEntry',
        objectIds: entries.rows.map((row) => row.id),
      });
      return entries;
    });
  }
}

/**
 * The member whose entries are given, undefined for every member's: an auditor sees all, a member admin those of the
 * own member (product.md, Roles).
 */
function readableMember(actor: Actor, wanted: string | undefined): string | undefined {
  if (actor.kind === 'user' && actor.roles.includes('AUDITOR')) return wanted;
  return wanted === undefined || wanted === actor.memberId ? actor.memberId : NIL_ID;
}

function entryNoOf(cursor: string): string {
  const [entryNo] = decodeCursor(cursor, 1) ?? [];
  if (typeof entryNo === 'string' && /^\d{1,18}$/.test(entryNo)) return entryNo;
  throw notACursor();
}

function uuidOf(
  globalId: string | undefined,
  read: (globalId: string) => string | undefined,
): string | undefined {
  return globalId === undefined ? undefined : (read(globalId) ?? NIL_ID);
}
