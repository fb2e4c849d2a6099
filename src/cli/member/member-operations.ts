import type { UserError } from '../api-types.js';
import type { MemberStatus } from '../codes.js';
import { operation } from '../connect/graphql-client.js';
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

export const APPROVE_MEMBER = operation<{ input: MemberStepInput }, { answer: MemberAnswer }>(`
  mutation ApproveMember($input: ApproveMemberInput!) {
    answer: approveMember(input: $input) {
      member { ${MEMBER_FIELDS} }
      userErrors { code field message suggestion }
    }
  }
`);

export const REJECT_MEMBER = operation<{ input: MemberStepInput }, { answer: MemberAnswer }>(`
  mutation RejectMember($input: RejectMemberInput!) {
    answer: rejectMember(input: $input) {
      member { ${MEMBER_FIELDS} }
      userErrors { code field message suggestion }
    }
  }
`);

export const SUSPEND_MEMBER = operation<{ input: MemberStepInput }, { answer: MemberAnswer }>(`
  mutation SuspendMember($input: SuspendMemberInput!) {
    answer: suspendMember(input: $input) {
      member { ${MEMBER_FIELDS} }
      userErrors { code field message suggestion }
    }
  }
`);

export const RESUME_MEMBER = operation<{ input: MemberStepInput }, { answer: MemberAnswer }>(`
  mutation ResumeMember($input: ResumeMemberInput!) {
    answer: resumeMember(input: $input) {
      member { ${MEMBER_FIELDS} }
      userErrors { code field message suggestion }
    }
  }
`);

export const END_MEMBERSHIP = operation<{ input: MemberStepInput }, { answer: MemberAnswer }>(`
  mutation EndMembership($input: EndMembershipInput!) {
    answer: endMembership(input: $input) {
      member { ${MEMBER_FIELDS} }
      userErrors { code field message suggestion }
    }
  }
`);

export const GRANTS = operation<{ first: number }, { roleGrants: { nodes: readonly ShownGrant[] } }>(`
  query RoleGrants($first: Int!) {
    roleGrants(first: $first) { nodes { ${GRANT_FIELDS} } }
  }
`);

export interface GrantAnswer {
  readonly roleGrant: ShownGrant | null;
  readonly userErrors: readonly UserError[];
}

export const APPROVE_GRANT = operation<{ input: { roleGrantId: string } }, { answer: GrantAnswer }>(`
  mutation ApproveRoleGrant($input: ApproveRoleGrantInput!) {
    answer: approveRoleGrant(input: $input) {
      roleGrant { ${GRANT_FIELDS} }
      userErrors { code field message suggestion }
    }
  }
`);

export const WITHDRAW_GRANT = operation<{ input: { roleGrantId: string } }, { answer: GrantAnswer }>(`
  mutation WithdrawRoleGrant($input: WithdrawRoleGrantInput!) {
    answer: withdrawRoleGrant(input: $input) {
      roleGrant { ${GRANT_FIELDS} }
      userErrors { code field message suggestion }
    }
  }
`);
