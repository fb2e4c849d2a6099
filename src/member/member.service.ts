import { Injectable } from '@nestjs/common';

import type { Actor } from '../common/actor.js';
import type { MemberId } from '../common/id.js';
import { pageOf, type Page, type PageRequest } from '../common/page.js';
import { Database, type Tx } from '../database/index.js';
import type { ApprovalRow, MemberRow } from './member-row.js';
import { MEMBER_STATUSES, type MemberStatus } from './member-status.js';
import { approvalsOf, memberPage, visibleMember } from './member.statements.js';
import { nameCursor, namePlace } from './name-cursor.js';

/** A member as one reader may see it: `isWhole` says whether more than the directory's entry is shown. */
export interface SeenMember {
  readonly member: MemberRow;
  readonly approvals: readonly ApprovalRow[];
  readonly isWhole: boolean;
}

const ALL_STATUSES = Object.keys(MEMBER_STATUSES) as MemberStatus[];

/** The directory of members: active ones for everybody, all of them for the coalition's admins. */
@Injectable()
export class MemberService {
  constructor(private readonly database: Database) {}

  async member(actor: Actor, id: MemberId): Promise<SeenMember | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const member = await visibleMember(tx, id, isCoalitionAdmin(actor));
      if (member === undefined) return undefined;
      return (await this.seenBy(tx, actor, [member]))[0];
    });
  }

  async members(
    actor: Actor,
    status: MemberStatus | undefined,
    { first, after }: PageRequest,
  ): Promise<Page<SeenMember>> {
    return this.database.asActor(actor, async (tx) => {
      const wanted = status === undefined ? ALL_STATUSES : [status];
      const readable = isCoalitionAdmin(actor) ? wanted : wanted.filter((each) => each === 'ACTIVE');
      const rows = await memberPage(tx, readable, namePlace(after), first + 1);
      const page = pageOf(rows, first, nameCursor);
      return { ...page, rows: await this.seenBy(tx, actor, page.rows) };
    });
  }

  /** Joins members with their approvals, for those that the actor sees the whole of. */
  async seenBy(tx: Tx, actor: Actor, members: readonly MemberRow[]): Promise<SeenMember[]> {
    const isWhole = (member: MemberRow): boolean => isCoalitionAdmin(actor) || member.id === actor.memberId;
    const wholeIds = members.filter(isWhole).map((member) => member.id);
    const approvals = wholeIds.length === 0 ? [] : await approvalsOf(tx, wholeIds);
    return members.map((member) => ({
      member,
      approvals: approvals.filter((approval) => approval.memberId === member.id),
      isWhole: isWhole(member),
    }));
  }

  /** A member as it stands after the actor changed it. */
  async changed(actor: Actor, member: MemberRow): Promise<SeenMember> {
    return this.database.asActor(actor, async (tx) => {
      const [seen] = await this.seenBy(tx, actor, [member]);
      return seen ?? { member, approvals: [], isWhole: false };
    });
  }
}

export function isCoalitionAdmin(actor: Actor): boolean {
  return actor.kind === 'user' && actor.roles.includes('COALITION_ADMIN');
}
