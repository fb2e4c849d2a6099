import type { UserError } from '../api-types.js';
import type { MemberStatus } from '../codes.js';
import { mutation, operation } from '../connect/graphql-client.js';
import type { ShownGrant, ShownMember } from './describe-member.js';

/** Of ShownMember. */
const MEMBER_FIELDS = 'id name kind country status appliedAt agreementVersion approvals { by at }';

/** Of ShownGrant. */
const GRANT_FIELDS = 'id userId fromRoles toRoles status askedBy askedAt';

export const MEMBERS = operation<
  { first: number; status: MemberStatus | null },
  { members: { nodes: readonly ShownMember[] } }
>(`
  query Members($first: Int!, $status: MemberStatus) {
    members(first: $first, status: $status) { nodes { ${MEMBER_FIELDS} } }
  }
`);

export const MEMBER = operation<{ id: string }, { member: ShownMember | null }>(`
  query Member($id: ID!) {
    member(id: $id) { ${MEMBER_FIELDS} }
  }
`);

/** The answer to every step of a member's life. */
export interface MemberAnswer {
  readonly member: ShownMember | null;
  readonly userErrors: readonly UserError[];
}

/** What a step takes; approving takes no reason. */
export interface MemberStepInput {
  readonly memberId: string;
  readonly reason?: string;
}

export const APPROVE_MEMBER = mutation<MemberStepInput, MemberAnswer>(
  'approveMember',
  `member { ${MEMBER_FIELDS} }`,
);

export const REJECT_MEMBER = mutation<MemberStepInput, MemberAnswer>(
  'rejectMember',
  `member { ${MEMBER_FIELDS} }`,
);

export const SUSPEND_MEMBER = mutation<MemberStepInput, MemberAnswer>(
  'suspendMember',
  `member { ${MEMBER_FIELDS} }`,
);

export const RESUME_MEMBER = mutation<MemberStepInput, MemberAnswer>(
  'resumeMember',
  `member { ${MEMBER_FIELDS} }`,
);

export const END_MEMBERSHIP = mutation<MemberStepInput, MemberAnswer>(
  'endMembership',
  `member { ${MEMBER_FIELDS} }`,
);

export const GRANTS = operation<{ first: number }, { roleGrants: { nodes: readonly ShownGrant[] } }>(`
  query RoleGrants($first: Int!) {
    roleGrants(first: $first) { nodes { ${GRANT_FIELDS} } }
  }
`);

export interface GrantAnswer {
  readonly roleGrant: ShownGrant | null;
  readonly userErrors: readonly UserError[];
}

export const APPROVE_GRANT = mutation<{ roleGrantId: string }, GrantAnswer>(
  'approveRoleGrant',
  `roleGrant { ${GRANT_FIELDS} }`,
);

export const WITHDRAW_GRANT = mutation<{ roleGrantId: string }, GrantAnswer>(
  'withdrawRoleGrant',
  `roleGrant { ${GRANT_FIELDS} }`,
);
