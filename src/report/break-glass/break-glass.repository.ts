import { Injectable } from '@nestjs/common';
import type { CoalitionPurpose } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import type { BreakGlassId, MemberId, ReportId, UserId } from '../../common/id.js';
import { accessRule, type Tx } from '../../database/index.js';
import type { BreakGlass, BreakGlassApproval } from './break-glass.js';

/** A request locked for a step, with what an approval of it is given to. */
export interface LockedBreakGlass {
  readonly id: BreakGlassId;
  readonly askedBy: UserId;
  readonly status: BreakGlass['status'];
  /** SHA-256 by the function that the database checks approvals with. */
  readonly digest: Buffer;
  /** The actor's own member is the reporter's. */
  readonly concernsOwnMember: boolean;
}

/** One that is over and that its reporter has not been told of. */
export interface EndedBreakGlass {
  readonly id: BreakGlassId;
  readonly askedBy: UserId;
  readonly purpose: CoalitionPurpose;
  readonly reads: number;
  /** The reporter's; null where there was no such report. */
  readonly memberId: MemberId | null;
}

/** By the database's clock, as everything about it: the same for all instances. */
const STATUS = `case
  when g.closed_at is not null then 'CLOSED'
  when g.ends_at <= now() then 'ENDED'
  when g.opened_at is not null then 'OPEN'
  when g.asked_at + interval '1 day' <= now() then 'LAPSED'
  else 'ASKED' end`;

const COLUMNS = `g.id, g.report_id as "reportId", g.asked_by as "askedBy", g.purpose, g.reason, g.asked_at as "askedAt",
  g.opened_at as "openedAt", g.ends_at as "endsAt", g.closed_at as "closedAt", g.reads, ${STATUS} as status`;

/**
 * Who reads a request g: $1, the coalition's readers, each; of a member, whom the permission makes one of its admins, those
 * that the member $2 was told of. The row policies of the table say the same.
 */
const MAY_READ = `($1 or exists (
  select from break_glass_notice n where n.break_glass_id = g.id and n.member_id = $2))`;

const FIND = accessRule('break-glass.find', MAY_READ);
const LIST = accessRule('break-glass.list', MAY_READ);

/** Requests to read what is closed, and what their steps write. Steps are taken by the coalition's people alone, on all. */
@Injectable()
export class BreakGlassRepository {
  /** Who asks, and when, is filled in by the table's trigger. */
  async insert(
    tx: Tx,
    asked: Pick<BreakGlass, 'id' | 'reportId' | 'askedBy' | 'purpose' | 'reason' | 'askedAt'> & {
      readonly memberId: MemberId;
    },
  ): Promise<void> {
    const { id, reportId, askedBy, memberId, purpose, reason, askedAt } = asked;
    await tx.query(
      `insert into break_glass (id, report_id, asked_by, asked_member, purpose, reason, asked_at, reads)
       values ($1, $2, $3, $4, $5, $6, $7, 0)`,
      [id, reportId, askedBy, memberId, purpose, reason, askedAt],
    );
  }

  async lock(tx: Tx, id: BreakGlassId, memberId: MemberId): Promise<LockedBreakGlass | undefined> {
    const [row] = await tx.query<LockedBreakGlass>(
      `select g.id, g.asked_by as "askedBy", ${STATUS} as status, break_glass_digest(g) as digest,
         exists (select from report r where r.id = g.report_id and r.member_id = $2) as "concernsOwnMember"
       from break_glass g where g.id = $1 for no key update of g`,
      [id, memberId],
    );
    return row;
  }

  /** Opens it if it is approved, and tells whether it did. That it may is decided again by the table's trigger. */
  async open(tx: Tx, id: BreakGlassId): Promise<boolean> {
    const rows = await tx.query(
      `update break_glass g set opened_at = now(), ends_at = now() + interval '1 hour'
       where g.id = $1 and break_glass_approved(g) returning g.id`,
      [id],
    );
    return rows.length > 0;
  }

  async close(tx: Tx, id: BreakGlassId): Promise<void> {
    await tx.query('update break_glass set closed_at = now() where id = $1', [id]);
  }

  async find(tx: Tx, actor: Actor, id: BreakGlassId): Promise<BreakGlass | undefined> {
    const rows = await tx.query<BreakGlass>(
      `select ${COLUMNS} from break_glass g where ${FIND} and g.id = $3`,
      [...readerOfGlasses(actor), id],
    );
    return (await this.withApprovals(tx, rows))[0];
  }

  /** Newest first. Times are compared in milliseconds, as cursors have them. */
  async page(
    tx: Tx,
    actor: Actor,
    after: readonly [at: string, id: string] | undefined,
    limit: number,
  ): Promise<readonly BreakGlass[]> {
    const rows = await tx.query<BreakGlass>(
      `select ${COLUMNS} from break_glass g
       where ${LIST}
         and ($3::timestamptz is null or (date_trunc('milliseconds', g.asked_at), g.id) < ($3, $4::uuid))
       order by date_trunc('milliseconds', g.asked_at) desc, g.id desc limit $5`,
      [...readerOfGlasses(actor), after?.[0] ?? null, after?.[1] ?? null, limit],
    );
    return this.withApprovals(tx, rows);
  }

  /** The open glass by which the actor reads each of these reports, counted as a read of it. */
  async read(tx: Tx, reportIds: readonly ReportId[]): Promise<readonly BreakGlassId[]> {
    if (reportIds.length === 0) return [];
    const rows = await tx.query<{ id: BreakGlassId }>(
      `update break_glass set reads = reads + 1 where id in (
         select distinct on (g.report_id) g.id from break_glass g
         where g.report_id = any ($1::uuid[]) and g.opened_at is not null and g.asked_by = current_principal()
           and g.ends_at > now() and g.closed_at is null
         order by g.report_id, g.ends_at desc)
       returning id`,
      [reportIds],
    );
    return rows.map(({ id }) => id);
  }

  /** What is over and untold, oldest first; for background work. */
  ended(tx: Tx, limit: number): Promise<EndedBreakGlass[]> {
    return tx.query<EndedBreakGlass>(
      `select g.id, g.asked_by as "askedBy", g.purpose, g.reads, r.member_id as "memberId"
       from break_glass g left join report r on r.id = g.report_id
       where g.opened_at is not null and least(g.ends_at, g.closed_at) <= now()
         and not exists (select from break_glass_notice n where n.break_glass_id = g.id)
       order by g.ends_at limit $1`,
      [limit],
    );
  }

  /** Notes that the reporter is told; false where another instance was first. */
  async told(tx: Tx, id: BreakGlassId, memberId: MemberId | null, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `insert into break_glass_notice (break_glass_id, member_id, told_at) values ($1, $2, $3)
       on conflict (break_glass_id) do nothing returning break_glass_id`,
      [id, memberId, at],
    );
    return rows.length > 0;
  }

  private async withApprovals(tx: Tx, rows: readonly BreakGlass[]): Promise<BreakGlass[]> {
    if (rows.length === 0) return [];
    const approvals = await tx.query<BreakGlassApproval & { readonly objectId: string }>(
      `select a.object_id as "objectId", a.principal_id as by, a.acting_roles as roles, a.at from approval a
       where a.kind = 'BREAK_GLASS' and a.object_id = any ($1::uuid[]) order by a.at, a.id`,
      [rows.map(({ id }) => id)],
    );
    return rows.map((row) => ({
      ...row,
      approvals: approvals.filter(({ objectId }) => objectId === row.id),
    }));
  }
}

function readerOfGlasses(actor: Actor): readonly [coalition: boolean, memberId: MemberId] {
  const coalition =
    actor.kind === 'user' &&
    actor.roles.some(
      (role) => role === 'COALITION_ANALYST' || role === 'COALITION_ADMIN' || role === 'AUDITOR',
    );
  return [coalition, actor.memberId];
}
