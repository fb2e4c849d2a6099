import type { Variables } from '../support/caller.js';

/** The ids of somebody's objects, as the API has them. */
export interface Targets {
  readonly member: string;
  readonly sharingGroup: string;
  readonly user: string;
  readonly client: string;
  readonly report: string;
  readonly otherReport: string;
  readonly possibleMatch: string;
  readonly decision: string;
  readonly indicator: string;
  readonly merchant: string;
  readonly otherMerchant: string;
  readonly screening: string;
}

const PURPOSE = 'ONBOARDING';
const REASON = 'As the test says.';

const A_REPORT = {
  reason: 'CSAM_SALE',
  basis: 'TEST_TRANSACTION',
  paymentMethods: ['CARD'],
  legalName: 'Another Parcels Ltd',
};

/**
 * Every operation of the schema, aimed at somebody's objects. Written by hand; a test holds it against the schema, so an
 * operation without a row fails. An operation that takes no id is aimed by what it lists or names.
 */
export const OPERATIONS: Readonly<Record<string, (targets: Targets) => Variables>> = {
  auditEntries: ({ member }) => ({ filter: { memberId: member } }),
  clients: () => ({}),
  decisions: ({ report }) => ({ filter: { reportId: report } }),
  indicator: ({ indicator }) => ({ id: indicator, purpose: PURPOSE }),
  indicatorChanges: () => ({ purpose: PURPOSE }),
  indicators: ({ merchant }) => ({ purpose: PURPOSE, filter: { merchantId: merchant } }),
  // The directory names every active member to every member: the row asks for one by a status that only admins see.
  member: ({ member }) => ({ id: member }),
  members: () => ({ status: 'SUSPENDED' }),
  merchant: ({ merchant }) => ({ id: merchant, purpose: PURPOSE }),
  possibleMatch: ({ possibleMatch }) => ({ id: possibleMatch }),
  possibleMatches: ({ merchant }) => ({ orderBy: 'OLDEST', filter: { merchantId: merchant } }),
  report: ({ report }) => ({ id: report }),
  reports: ({ member }) => ({ filter: { memberId: member } }),
  reviewFigures: () => ({}),
  screening: ({ screening }) => ({ id: screening }),
  screenings: () => ({}),
  sharingGroups: () => ({}),
  users: () => ({}),
  viewer: () => ({}),

  acceptReport: ({ report }) => ({ input: { reportId: report } }),
  addSharingGroupMembers: ({ sharingGroup, member }) => ({
    input: { sharingGroupId: sharingGroup, memberIds: [member] },
  }),
  applyMember: () => ({ input: { name: 'Newcomer', kind: 'ACQUIRER', country: 'EE' } }),
  approveMember: ({ member }) => ({ input: { memberId: member } }),
  changeUserRoles: ({ user }) => ({ input: { userId: user, roles: ['SCREENER'] } }),
  correctReport: ({ report }) => ({
    input: { reportId: report, report: { ...A_REPORT, handling: { tlp: 'GREEN' } } },
  }),
  createClient: () => ({ input: { name: 'Mine', scopes: ['screening:run'] } }),
  createSharingGroup: ({ member }) => ({ input: { name: 'Mine', description: 'Mine', memberIds: [member] } }),
  createUser: ({ member }) => ({
    input: { memberId: member, email: 'intruder@outside.example', name: 'Intruder', roles: ['MEMBER_ADMIN'] },
  }),
  deactivateClient: ({ client }) => ({ input: { clientId: client } }),
  deactivateUser: ({ user }) => ({ input: { userId: user } }),
  decideMatch: ({ possibleMatch }) => ({
    input: { possibleMatchId: possibleMatch, verdict: 'DIFFERENT', reason: REASON },
  }),
  endMembership: ({ member }) => ({ input: { memberId: member, reason: REASON } }),
  mergeMerchants: ({ merchant, otherMerchant }) => ({
    input: { merchantIds: [merchant, otherMerchant], reason: REASON },
  }),
  rejectMember: ({ member }) => ({ input: { memberId: member, reason: REASON } }),
  rejectReport: ({ report }) => ({ input: { reportId: report, reason: REASON } }),
  removeSharingGroupMembers: ({ sharingGroup, member }) => ({
    input: { sharingGroupId: sharingGroup, memberIds: [member] },
  }),
  requestReportInformation: ({ report }) => ({ input: { reportId: report, question: REASON } }),
  resumeMember: ({ member }) => ({ input: { memberId: member, reason: REASON } }),
  rotateClientSecret: ({ client }) => ({ input: { clientId: client } }),
  screenMerchants: () => ({
    input: {
      purpose: PURPOSE,
      merchants: [{ ref: 'r', identifiers: [{ type: 'IBAN', value: 'GB82WEST12345698765432' }] }],
    },
  }),
  signAgreement: ({ member }) => ({ input: { memberId: member, version: '2026-1', signedBy: 'Somebody' } }),
  splitMerchant: ({ merchant, otherReport }) => ({
    input: { merchantId: merchant, reportIds: [otherReport], reason: REASON },
  }),
  // A report that shares with a group one is not in.
  submitReport: ({ sharingGroup }) => ({
    input: {
      clientReference: 'R-intruder',
      report: { ...A_REPORT, handling: { tlp: 'AMBER', sharingGroupId: sharingGroup } },
    },
  }),
  suspendMember: ({ member }) => ({ input: { memberId: member, reason: REASON } }),
  undoDecision: ({ decision }) => ({ input: { decisionId: decision, reason: REASON } }),
  withdrawReport: ({ report }) => ({ input: { reportId: report, reason: REASON } }),
};
