import type { MemberStatus } from '../codes.js';
import { minute } from '../shown-text.js';
import { detailLines, tableLines } from '../table.js';

/** A member; of all but its name, kind and country only admins of the coalition are told. */
export interface ShownMember {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly status: MemberStatus | null;
  readonly appliedAt: string | null;
  readonly agreementVersion: string | null;
  readonly approvals: readonly { readonly by: string; readonly at: string }[];
}

/** Roles of the coalition that one admin asked for, and another has to approve. */
export interface ShownGrant {
  readonly id: string;
  readonly userId: string;
  readonly fromRoles: readonly string[];
  readonly toRoles: readonly string[];
  readonly status: string;
  readonly askedBy: string;
  readonly askedAt: string;
}

/** Members as a table. */
export function memberTable(members: readonly ShownMember[]): readonly string[] {
  return tableLines(
    ['MEMBER', 'STATUS', 'KIND', 'COUNTRY', 'NAME'],
    members.map(({ id, status, kind, country, name }) => [id, status ?? '', kind, country, name]),
  );
}

/** One member, and what an admin of the coalition may type next. */
export function memberLines(member: ShownMember): readonly string[] {
  const { id, status, approvals } = member;
  return [
    ...detailLines([
      ['Member', id],
      ['Name', member.name],
      ['Kind', member.kind],
      ['Country', member.country],
      ['Status', status],
      ['Applied', member.appliedAt && minute(member.appliedAt)],
      ['Agreement', member.agreementVersion],
      ...approvals.map(({ by, at }) => ['Approved', `${minute(at)} by ${by}`] as const),
    ]),
    ...(status === null ? [] : NEXT[status].map((step) => `Next: cordon member ${step.replace('ID', id)}`)),
  ];
}

/** Grants as a table. */
export function grantTable(grants: readonly ShownGrant[]): readonly string[] {
  return tableLines(
    ['GRANT', 'STATUS', 'USER', 'ASKED', 'BY', 'ROLES'],
    grants.map(({ id, status, userId, askedAt, askedBy, fromRoles, toRoles }) => [
      id,
      status,
      userId,
      minute(askedAt),
      askedBy,
      `${rolesCell(fromRoles)} -> ${rolesCell(toRoles)}`,
    ]),
  );
}

/** One grant in one line. */
export function grantLines({ id, status, userId, toRoles }: ShownGrant): readonly string[] {
  return [`${id}  ${status}  ${userId}: ${rolesCell(toRoles)}`];
}

const NEXT: Readonly<Record<MemberStatus, readonly string[]>> = {
  APPLIED: ['approve ID', 'reject ID --reason ...'],
  ACTIVE: ['suspend ID --reason ...'],
  SUSPENDED: ['resume ID --reason ...', 'end ID --reason ...'],
  REJECTED: [],
  LEFT: [],
};

function rolesCell(roles: readonly string[]): string {
  return roles.length === 0 ? 'none' : roles.join(' ');
}
