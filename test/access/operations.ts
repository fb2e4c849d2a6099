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
  readonly hold: string;
  readonly indicator: string;
  readonly merchant: string;
  readonly otherMerchant: string;
  readonly screening: string;
}

const PURPOSE = 'ONBOARDING';
const REASON = 'As the test says.';
/** The public key of RFC 8037, appendix A. */
const ED25519_X = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

const A_REPORT = {
  reason: 'CSAM_SALE',
  basis: 'TEST_TRANSACTION',
  paymentMethods: ['CARD'],
  legalName: 'Another Parcels Ltd',
};

const AN_ACTION = { kind: 'UNABLE_TO_TRACE', effectiveOn: '2026-05-01' };

/**
 * Every operation of the schema, aimed at somebody's objects. Written by hand; a test holds it against the schema, so an
 * operation without a row fails. An operation that takes no id is aimed by what it lists or names.
 */
export const OPERATIONS: Readonly<Record<string, (targets: Targets) => Variables>> = {
  alert: ({ report }) => ({ id: report.replace(/^rpt/, 'alr') }),
  alerts: () => ({}),
  action: ({ report }) => ({ id: report.replace(/^rpt/, 'act'), purpose: 'TRIAGE' }),
  actions: ({ member }) => ({ purpose: 'TRIAGE', filter: { memberId: member } }),
  auditEntries: ({ member }) => ({ filter: { memberId: member } }),
  breakGlass: ({ report }) => ({ id: report.replace(/^rpt/, 'brk') }),
  breakGlasses: () => ({}),
  clients: () => ({}),
  decisions: ({ report }) => ({ purpose: 'RESOLUTION', filter: { reportId: report } }),
  hold: ({ hold }) => ({ id: hold, purpose: 'LAW_ENFORCEMENT' }),
  holdCoverage: ({ hold }) => ({ holdId: hold, purpose: 'LAW_ENFORCEMENT' }),
  holds: () => ({ purpose: 'LAW_ENFORCEMENT' }),
  identityProvider: () => ({}),
  openRecalls: () => ({}),
  recall: ({ report }) => ({ id: report.replace(/^rpt/, 'rcl') }),
  recallProgress: ({ report }) => ({ id: report.replace(/^rpt/, 'rcl') }),
  recalls: () => ({}),
  escalatedAlerts: () => ({}),
  events: () => ({}),
  dispositions: ({ screening }) => ({ filter: { screeningId: screening } }),
  closeFishingAlarm: ({ report }) => ({
    input: { fishingAlarmId: report.replace(/^rpt/, 'fsh'), note: REASON },
  }),
  fishingAlarms: () => ({}),
  indicator: ({ indicator }) => ({ id: indicator, purpose: PURPOSE }),
  indicatorChanges: () => ({ purpose: PURPOSE }),
  indicators: ({ merchant }) => ({ purpose: PURPOSE, filter: { merchantId: merchant } }),
  // The directory names every active member to every member: the row asks for one by a status that only admins see.
  member: ({ member }) => ({ id: member }),
  memberLimits: ({ member }) => ({ memberId: member }),
  members: () => ({ status: 'SUSPENDED' }),
  myWork: () => ({}),
  myWorkCounts: () => ({}),
  notice: ({ report }) => ({ id: report.replace(/^rpt/, 'ntc'), purpose: PURPOSE }),
  notices: () => ({ purpose: PURPOSE }),
  merchant: ({ merchant }) => ({ id: merchant, purpose: PURPOSE }),
  newAuthenticator: () => ({}),
  passkeys: () => ({}),
  possibleMatch: ({ possibleMatch }) => ({ id: possibleMatch, purpose: 'RESOLUTION' }),
  possibleMatches: ({ merchant }) => ({
    purpose: 'RESOLUTION',
    orderBy: 'OLDEST',
    filter: { merchantId: merchant },
  }),
  dispute: ({ report }) => ({ id: report.replace(/^rpt/, 'dsp') }),
  disputeReview: ({ report }) => ({ disputeId: report.replace(/^rpt/, 'dsp'), purpose: 'DISPUTE' }),
  disputes: () => ({}),
  report: ({ report }) => ({ id: report, purpose: 'TRIAGE' }),
  reports: ({ member }) => ({ purpose: 'TRIAGE', filter: { memberId: member } }),
  reviewFigures: () => ({}),
  roleGrants: () => ({}),
  screening: ({ screening }) => ({ id: screening }),
  screenings: () => ({}),
  serviceRanges: ({ member }) => ({ memberId: member }),
  sessions: () => ({}),
  sharingGroups: () => ({}),
  users: () => ({}),
  viewer: () => ({}),

  acknowledgeAlert: ({ report }) => ({ input: { alertId: report.replace(/^rpt/, 'alr') } }),
  closeRecall: ({ report }) => ({ input: { recallId: report.replace(/^rpt/, 'rcl') } }),
  activateHold: ({ hold }) => ({ input: { holdId: hold, reason: REASON } }),
  acceptReport: ({ report }) => ({ input: { reportId: report } }),
  addSharingGroupMembers: ({ sharingGroup, member }) => ({
    input: { sharingGroupId: sharingGroup, memberIds: [member] },
  }),
  applyMember: () => ({ input: { name: 'Newcomer', kind: 'ACQUIRER', country: 'EE' } }),
  approveHoldRelease: ({ hold }) => ({ input: { holdId: hold, reason: REASON } }),
  approveBreakGlass: ({ report }) => ({ input: { breakGlassId: report.replace(/^rpt/, 'brk') } }),
  answerDispute: ({ report }) => ({
    input: { disputeId: report.replace(/^rpt/, 'dsp'), answer: 'STAND_BY', statement: REASON },
  }),
  answerDisputeInCare: ({ report }) => ({
    input: { disputeId: report.replace(/^rpt/, 'dsp'), statement: REASON },
  }),
  appealDispute: ({ report }) => ({ input: { disputeId: report.replace(/^rpt/, 'dsp'), statement: REASON } }),
  approveDisputeRuling: ({ report }) => ({ input: { rulingId: report.replace(/^rpt/, 'drl') } }),
  attachUserIdentity: ({ user }) => ({ input: { userId: user, subject: 'intruder' } }),
  approveMember: ({ member }) => ({ input: { memberId: member } }),
  approveRoleGrant: ({ user }) => ({ input: { roleGrantId: user.replace(/^usr/, 'rgr') } }),
  changeMemberAttributes: ({ member }) => ({ input: { memberId: member, country: 'EE', reason: REASON } }),
  changeAuthenticator: () => ({ input: { ticket: 'none', code: '000000' } }),
  changePassword: () => ({ input: { password: 'short' } }),
  changeUserRoles: ({ user }) => ({ input: { userId: user, roles: ['SCREENER'] } }),
  closeBreakGlass: ({ report }) => ({ input: { breakGlassId: report.replace(/^rpt/, 'brk') } }),
  correctAction: ({ report }) => ({ input: { actionId: report.replace(/^rpt/, 'act'), action: AN_ACTION } }),
  correctReport: ({ report }) => ({
    input: { reportId: report, report: { ...A_REPORT, handling: { tlp: 'GREEN' } } },
  }),
  createClient: () => ({ input: { name: 'Mine', scopes: ['screening:run'] } }),
  createSharingGroup: ({ member }) => ({ input: { name: 'Mine', description: 'Mine', memberIds: [member] } }),
  createUserInvitation: ({ user }) => ({ input: { userId: user } }),
  createUser: ({ member }) => ({
    input: { memberId: member, email: 'intruder@outside.example', name: 'Intruder', roles: ['MEMBER_ADMIN'] },
  }),
  deactivateClient: ({ client }) => ({ input: { clientId: client } }),
  deactivateUser: ({ user }) => ({ input: { userId: user } }),
  decideMatch: ({ possibleMatch }) => ({
    input: { possibleMatchId: possibleMatch, verdict: 'DIFFERENT', reason: REASON },
  }),
  detachUserIdentity: ({ user }) => ({ input: { userId: user } }),
  endMembership: ({ member }) => ({ input: { memberId: member, reason: REASON } }),
  extendHold: ({ hold }) => ({ input: { holdId: hold, days: 5, reason: REASON } }),
  fileDispute: ({ merchant }) => ({
    input: { clientReference: 'mine', merchantId: merchant, grounds: 'OUTDATED', statement: REASON },
  }),
  giveOpinion: ({ indicator }) => ({ input: { indicatorId: indicator, opinion: 'CONFIRMED' } }),
  mergeMerchants: ({ merchant, otherMerchant }) => ({
    input: { merchantIds: [merchant, otherMerchant], reason: REASON },
  }),
  placeHold: ({ merchant }) => ({ input: { merchantId: merchant, reason: REASON } }),
  recordAction: ({ screening, merchant }) => ({
    input: { clientReference: 'mine', screeningId: screening, merchantId: merchant, action: AN_ACTION },
  }),
  recordDisposition: ({ screening, merchant }) => ({
    input: { screeningId: screening, merchantId: merchant, assessment: 'UNSURE', rationale: REASON },
  }),
  // The owner serves it: that somebody does is told, and not who.
  registerServiceRange: () => ({ input: { kind: 'WALLET_PROVIDER', value: 'PAYPAL' } }),
  rejectMember: ({ member }) => ({ input: { memberId: member, reason: REASON } }),
  endSession: ({ user }) => ({ input: { sessionId: user.replace(/^usr/, 'ses') } }),
  rejectReport: ({ report }) => ({ input: { reportId: report, reason: REASON } }),
  removeIdentityProvider: ({ user }) => ({
    input: { identityProviderId: user.replace(/^usr/, 'idp') },
  }),
  removeServiceRange: ({ report }) => ({ input: { serviceRangeId: report.replace(/^rpt/, 'srv') } }),
  removePasskey: ({ user }) => ({ input: { passkeyId: user.replace(/^usr/, 'pky') } }),
  removeSharingGroupMembers: ({ sharingGroup, member }) => ({
    input: { sharingGroupId: sharingGroup, memberIds: [member] },
  }),
  requestBreakGlass: ({ report }) => ({ input: { reportId: report, purpose: 'TRIAGE', reason: REASON } }),
  requestReportInformation: ({ report }) => ({ input: { reportId: report, question: REASON } }),
  resetUserSignIn: ({ user }) => ({ input: { userId: user } }),
  resumeMember: ({ member }) => ({ input: { memberId: member, reason: REASON } }),
  reviewHold: ({ hold }) => ({ input: { holdId: hold, reason: REASON } }),
  rotateClientSecret: ({ client }) => ({ input: { clientId: client } }),
  ruleDispute: ({ report }) => ({
    input: { disputeId: report.replace(/^rpt/, 'dsp'), outcome: 'REJECTED', reason: REASON },
  }),
  screenMerchants: () => ({
    input: {
      purpose: PURPOSE,
      merchants: [{ ref: 'r', identifiers: [{ type: 'IBAN', value: 'GB82WEST12345698765432' }] }],
    },
  }),
  setClientDpop: ({ client }) => ({ input: { clientId: client, required: true } }),
  setClientKeys: ({ client }) => ({
    input: { clientId: client, jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: ED25519_X }] } },
  }),
  setMemberLimits: ({ member }) => ({ input: { memberId: member, ratePointsMax: 1_000, reason: REASON } }),
  setHotlineTelephone: () => ({ input: { telephone: '+31201234567' } }),
  setIdentityProvider: () => ({ input: { issuer: 'https://127.0.0.1', clientId: 'intruder' } }),
  setIdentityProviderRequired: () => ({ input: { required: true } }),
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
  withdrawRoleGrant: ({ user }) => ({ input: { roleGrantId: user.replace(/^usr/, 'rgr') } }),
  withdrawAction: ({ report }) => ({ input: { actionId: report.replace(/^rpt/, 'act'), reason: REASON } }),
  withdrawOpinion: ({ indicator }) => ({ input: { indicatorId: indicator } }),
  withdrawReport: ({ report }) => ({ input: { reportId: report, reason: REASON } }),
};
