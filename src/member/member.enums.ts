import type { Role } from '../common/actor.js';
import { describedEnum } from '../graphql/index.js';
import { MEMBER_KINDS } from './member-kind.js';
import { MEMBER_STATUSES } from './member-status.js';

const ROLE_DESCRIPTIONS: Record<Role, string> = {
  SUBMITTER: 'Submits reports, corrects and withdraws those of the own member.',
  SCREENER: 'Screens merchants and follows what becomes of them.',
  MEMBER_ADMIN: "Manages the own member's users and clients, and reads its audit log.",
  COALITION_ANALYST: 'Triages reports and decides possible matches.',
  COALITION_ADMIN: 'Takes members in, suspends and removes them, and keeps the sharing groups.',
  LIAISON: 'Places holds for law enforcement.',
  AUDITOR: 'Reads the whole audit log.',
};

export const MemberKindEnum = describedEnum(
  'MemberKind',
  'What kind of organisation a member is.',
  MEMBER_KINDS,
);
export const MemberStatusEnum = describedEnum('MemberStatus', 'Where a member stands.', MEMBER_STATUSES);
export const RoleEnum = describedEnum(
  'Role',
  'What a person may do. A person may have several.',
  ROLE_DESCRIPTIONS,
);
