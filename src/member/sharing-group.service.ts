import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { newId, type MemberId, type SharingGroupId } from '../common/id.js';
import { pageOf, type Page, type PageRequest } from '../common/page.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database, Outbox, type Tx } from '../database/index.js';
import { checkGroupRule, type GroupRule } from './group-rule.js';
import { refuseName, refuseReason, tidyName, type TextRefusalCode } from './member-text.js';
import { isCoalitionAdmin, MemberService, type SeenMember } from './member.service.js';
import { nameCursor, namePlace } from './name-cursor.js';
import { groupNotFound } from './not-found.js';
import {
  activeMemberIds,
  addGroupMembers,
  groupMemberPage,
  groupPage,
  insertGroup,
  lockGroup,
  removeGroupMembers,
  type GroupReader,
  type SharingGroupRow,
} from './sharing-group.statements.js';

/** The event that a group's membership changed: what its new members may see, and its former ones not any more. */
export const SHARING_GROUP_CHANGED = 'sharing-group.changed';

/** The payload of SHARING_GROUP_CHANGED. */
export interface SharingGroupChanged {
  readonly sharingGroupId: SharingGroupId;
  readonly memberIds: readonly MemberId[];
  readonly change: 'ADDED' | 'REMOVED';
}

/** Members that one operation adds or removes. */
export const GROUP_MEMBERS_MAX = 100;

export type GroupRefusalCode =
  | TextRefusalCode
  | 'NOT_FOUND'
  | 'NAME_TAKEN'
  | 'UNKNOWN_MEMBER'
  | 'TOO_MANY'
  | 'DUPLICATE'
  | 'NOT_ALLOWED_IN_STATE';
type GroupResult = Result<SharingGroupRow, GroupRefusalCode>;

/** A rule as it is asked for; an empty list does not matter. */
export type NewGroupRule = Parameters<typeof checkGroupRule>[0];

/** A group to be made: of members, or by a rule. */
export interface NewSharingGroup {
  readonly name: string;
  readonly description: string;
  readonly memberIds?: readonly MemberId[] | undefined;
  readonly rule?: NewGroupRule | undefined;
}

/** Sharing groups: read by those that are in them, changed by the coalition's admins. */
@Injectable()
export class SharingGroupService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly members: MemberService,
    private readonly clock: Clock,
  ) {}

  async groups(actor: Actor, { first, after }: PageRequest): Promise<Page<SharingGroupRow>> {
    return this.database.asActor(actor, async (tx) => {
      return pageOf(await groupPage(tx, readerOf(actor), namePlace(after), first + 1), first, nameCursor);
    });
  }

  /** Who is in a group: for those that are in it themselves. */
  async membersOf(
    actor: Actor,
    id: SharingGroupId,
    { first, after }: PageRequest,
  ): Promise<Page<SeenMember>> {
    return this.database.asActor(actor, async (tx) => {
      const rows = await groupMemberPage(tx, id, readerOf(actor), namePlace(after), first + 1);
      const page = pageOf(rows, first, nameCursor);
      return { ...page, rows: await this.members.seenBy(tx, actor, page.rows) };
    });
  }

  async create(actor: Actor, group: NewSharingGroup): Promise<GroupResult> {
    const memberIds = group.memberIds ?? [];
    const faults = [
      ...refuseName(group.name, 'name'),
      ...refuseReason(group.description, 'description'),
      ...refuseTooMany(memberIds),
    ];
    if ((group.memberIds === undefined) === (group.rule === undefined)) faults.push(eitherListOrRule());
    const rule = group.rule === undefined ? accepted<GroupRule | null>(null) : checkGroupRule(group.rule);
    if (faults.length > 0 || !rule.ok) return refused(...faults, ...(rule.ok ? [] : rule.refusals));
    return this.database.asActor(actor, async (tx): Promise<GroupResult> => {
      const unknown = await this.unknownMembers(tx, memberIds);
      if (unknown.length > 0) return refused(...unknown);
      const row = await insertGroup(tx, {
        id: newId('sharingGroup'),
        name: tidyName(group.name),
        description: group.description.trim(),
        createdAt: this.clock.now(),
        rule: rule.value,
      });
      if (row === undefined) return refused(nameTaken());
      await this.append(tx, actor, 'sharing-group.create', row.id, []);
      await this.add(tx, actor, row.id, memberIds);
      return accepted(row);
    });
  }

  /** Adds members. Those that are in the group already stay in it, and nothing is said of them. */
  async addMembers(actor: Actor, id: SharingGroupId, memberIds: readonly MemberId[]): Promise<GroupResult> {
    return this.change(actor, id, memberIds, async (tx) => {
      const unknown = await this.unknownMembers(tx, memberIds);
      if (unknown.length > 0) return unknown;
      await this.add(tx, actor, id, memberIds);
      return [];
    });
  }

  /** Removes members. Those that are not in the group are passed over. */
  async removeMembers(
    actor: Actor,
    id: SharingGroupId,
    memberIds: readonly MemberId[],
  ): Promise<GroupResult> {
    return this.change(actor, id, memberIds, async (tx) => {
      const removed = await removeGroupMembers(tx, id, memberIds);
      await this.tell(tx, actor, id, removed, 'REMOVED');
      return [];
    });
  }

  private async change(
    actor: Actor,
    id: SharingGroupId,
    memberIds: readonly MemberId[],
    work: (tx: Tx) => Promise<readonly Refusal<GroupRefusalCode>[]>,
  ): Promise<GroupResult> {
    const faults = refuseTooMany(memberIds);
    if (faults.length > 0) return refused(...faults);
    return this.database.asActor(actor, async (tx): Promise<GroupResult> => {
      const group = await lockGroup(tx, id);
      if (group === undefined) return refused(groupNotFound());
      if (group.rule !== null) return refused(followsRule());
      const refusals = await work(tx);
      return refusals.length > 0 ? refused(...refusals) : accepted(group);
    });
  }

  private async unknownMembers(tx: Tx, ids: readonly MemberId[]): Promise<Refusal<'UNKNOWN_MEMBER'>[]> {
    const known = await activeMemberIds(tx, ids);
    return ids.flatMap((id, index) => (known.has(id) ? [] : [unknownMember(index)]));
  }

  private async add(tx: Tx, actor: Actor, id: SharingGroupId, memberIds: readonly MemberId[]): Promise<void> {
    if (memberIds.length === 0) return;
    const added = await addGroupMembers(tx, id, memberIds, this.clock.now());
    await this.tell(tx, actor, id, added, 'ADDED');
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    sharingGroupId: SharingGroupId,
    memberIds: readonly MemberId[],
    change: SharingGroupChanged['change'],
  ): Promise<void> {
    if (memberIds.length === 0) return;
    const event: SharingGroupChanged = { sharingGroupId, memberIds, change };
    await this.outbox.put(tx, SHARING_GROUP_CHANGED, event);
    const action = change === 'ADDED' ? 'sharing-group.add-members' : 'sharing-group.remove-members';
    await this.append(tx, actor, action, sharingGroupId, memberIds);
  }

  private append(
    tx: Tx,
    actor: Actor,
    action: string,
    id: SharingGroupId,
    memberIds: readonly MemberId[],
  ): Promise<void> {
    const detail = { memberIds };
    return this.audit.append(tx, actor, { action, objectKind: 'sharingGroup', objectIds: [id], detail });
  }
}

function readerOf(actor: Actor): GroupReader {
  return { memberId: actor.memberId, maySeeAll: isCoalitionAdmin(actor) };
}

function refuseTooMany(memberIds: readonly MemberId[]): Refusal<'TOO_MANY'>[] {
  if (memberIds.length <= GROUP_MEMBERS_MAX) return [];
  return [
    { code: 'TOO_MANY', field: ['memberIds'], message: `At most ${GROUP_MEMBERS_MAX} members at once.` },
  ];
}

function unknownMember(index: number): Refusal<'UNKNOWN_MEMBER'> {
  return {
    code: 'UNKNOWN_MEMBER',
    field: ['memberIds', String(index)],
    message: 'There is no such active member.',
  };
}

function nameTaken(): Refusal<'NAME_TAKEN'> {
  return { code: 'NAME_TAKEN', field: ['name'], message: 'A sharing group with this name exists already.' };
}

function eitherListOrRule(): Refusal<'REQUIRED'> {
  const message = 'Give either the members or a rule that says who they are.';
  return { code: 'REQUIRED', field: ['memberIds'], message };
}

/** Its members come and go by what they are. */
function followsRule(): Refusal<'NOT_ALLOWED_IN_STATE'> {
  const message = 'A rule says who is in this group: it follows what kind members are, and where.';
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['sharingGroupId'], message };
}
