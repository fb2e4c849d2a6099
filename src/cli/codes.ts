/**
 * The codes that rows and flags may name (the coalition's own list stands in the service's schema, and a test holds the
 * two together). The command line keeps its own copy because it checks files without a service at hand.
 */
export const REASONS = [
  'CSAM_SALE',
  'CSAM_LIVESTREAM',
  'CSAM_PAYMENT_FRONT',
  'CSAM_LINK_REWARD',
  'CSAM_ADVERTISING',
  'AI_GENERATED_CSAM_SALE',
  'CHILD_TRAFFICKING_PAYMENT',
  'SEXTORTION_COLLECTION',
  'FACILITATOR_COLLUSION',
  'MERCHANT_IDENTITY_MISUSED',
] as const;

export const BASES = [
  'CYBERTIPLINE_REFERRAL',
  'HOTLINE_REFERRAL',
  'LAW_ENFORCEMENT_REFERRAL',
  'CARD_NETWORK_NOTICE',
  'TEST_TRANSACTION',
  'INTERNAL_MONITORING',
  'MEMBER_TIP',
] as const;

export const PAYMENT_METHODS = [
  'CARD',
  'ACH',
  'SEPA',
  'WIRE',
  'INSTANT',
  'DIGITAL_WALLET',
  'P2P_APP',
  'MONEY_TRANSFER',
  'PREPAID_CARD',
  'GIFT_CARD',
  'CRYPTO',
  'CARRIER_BILLING',
  'CASH_VOUCHER',
  'OTHER',
] as const;

export const MERCHANT_ACTIONS = [
  'TERMINATED',
  'SUSPENDED',
  'RESTRICTED',
  'DECLINED',
  'MONITORING_AT_LAW_ENFORCEMENT_REQUEST',
  'ALREADY_CLOSED',
  'NOT_OUR_MERCHANT',
  'FORWARDED',
  'UNABLE_TO_TRACE',
  'TEST_TRANSACTION_BLOCKED',
  'NO_ACTION_FALSE_POSITIVE',
] as const;

export const EVENT_KINDS = [
  'ALERT_RAISED',
  'ALERT_HEIGHTENED',
  'ALERT_ACKNOWLEDGED',
  'ALERT_CLOSED',
  'ALERT_ESCALATED',
  'NOTICE_RAISED',
  'NOTICE_WIDENED',
  'NOTICE_ANSWERED',
  'NOTICE_FORWARDED',
  'NOTICE_ENDED',
  'DISPOSITION_RECORDED',
  'ACTION_RECORDED',
  'ACTION_CORRECTED',
  'ACTION_WITHDRAWN',
  'OPINION_GIVEN',
  'OPINION_WITHDRAWN',
  'DISPUTE_FILED',
  'DISPUTE_ANSWER_ASKED',
  'DISPUTE_ANSWERED',
  'DISPUTE_ANSWER_LAPSED',
  'DISPUTE_IN_REVIEW',
  'DISPUTE_RULED',
  'DISPUTE_APPEALED',
  'DISPUTE_ENDED',
  'RECALL_RAISED',
  'RECALL_WIDENED',
  'RECALL_CLOSED',
  'REPORT_ACCEPTED',
  'REPORT_NEEDS_INFO',
  'REPORT_REJECTED',
  'REPORT_WITHDRAWN',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

export const TLP_LEVELS = ['GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const;

export const PURPOSES = [
  'ONBOARDING',
  'PERIODIC_REVIEW',
  'TRANSACTION',
  'RETROSPECTIVE',
  'INVESTIGATION',
  'PRINCIPAL_CHANGE',
] as const;

/** For what the coalition's analysts and auditors read members' reports. */
export const COALITION_PURPOSES = [
  'TRIAGE',
  'RESOLUTION',
  'DISPUTE',
  'LAW_ENFORCEMENT',
  'INCIDENT',
  'AUDIT',
] as const;

export const REPORT_STATUSES = ['SUBMITTED', 'ACCEPTED', 'NEEDS_INFO', 'REJECTED', 'WITHDRAWN'] as const;

export const HOLD_STATUSES = ['REQUESTED', 'ACTIVE', 'REVIEW', 'RELEASED'] as const;

export const DISPUTE_GROUNDS = [
  'MISTAKEN_IDENTITY',
  'IDENTITY_THEFT',
  'FACTUAL_ERROR',
  'INSUFFICIENT_EVIDENCE',
  'OUTDATED',
  'WRONG_REASON',
  'OWNERSHIP_CHANGED',
] as const;

export const DISPUTE_ANSWERS = ['STAND_BY', 'WITHDRAW', 'CORRECT'] as const;

export const DISPUTE_OUTCOMES = ['UPHELD', 'PARTLY_UPHELD', 'REJECTED'] as const;

export const DISPUTE_STATUSES = ['FILED', 'REVIEW', ...DISPUTE_OUTCOMES, 'APPEAL'] as const;

export const DISPUTE_PARTS = ['FILER', 'REPORTER', 'REVIEWER'] as const;

export const MEMBER_STATUSES = ['APPLIED', 'ACTIVE', 'SUSPENDED', 'REJECTED', 'LEFT'] as const;

export type MemberStatus = (typeof MEMBER_STATUSES)[number];

export const VERDICTS = ['SAME', 'DIFFERENT', 'UNSURE'] as const;

export type Verdict = (typeof VERDICTS)[number];

export const POSSIBLE_MATCH_ORDERS = ['OLDEST', 'STRONGEST', 'LARGEST'] as const;

export type PossibleMatchOrder = (typeof POSSIBLE_MATCH_ORDERS)[number];

export const ALERT_KINDS = ['NOTICE', 'CHILD_AT_RISK', 'RECALL', 'DISPUTE', 'RETROACTIVE_MATCH'] as const;

export const ALERT_STATUSES = ['RAISED', 'DELIVERED', 'ACKNOWLEDGED', 'CLOSED'] as const;

export const NOTICE_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'ANSWERED', 'FORWARDED'] as const;

export const WORK_KINDS = [
  'COMPLETE_REPORT',
  'ANSWER_DISPUTE',
  'ACKNOWLEDGE_ALERT',
  'ACT_ON_NOTICE',
  'CLOSE_RECALL',
  'TRIAGE_REPORT',
  'DECIDE_MATCH',
  'ANSWER_IN_CARE',
  'RULE_DISPUTE',
  'APPROVE_RULING',
  'ACTIVATE_HOLD',
  'REVIEW_HOLD',
  'RELEASE_HOLD',
  'RENEW_HOLD',
  'SEE_TO_OVERDUE',
  'LOOK_INTO_FISHING',
  'APPROVE_BREAK_GLASS',
  'APPROVE_MEMBER',
  'APPROVE_ROLE_GRANT',
] as const;

export type AlertKind = (typeof ALERT_KINDS)[number];
export type AlertStatus = (typeof ALERT_STATUSES)[number];
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];
export type WorkKind = (typeof WORK_KINDS)[number];
export type DisputeGrounds = (typeof DISPUTE_GROUNDS)[number];
export type DisputeAnswer = (typeof DISPUTE_ANSWERS)[number];
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];
export type DisputePart = (typeof DISPUTE_PARTS)[number];
export const ACTION_STATUSES = ['RECORDED', 'WITHDRAWN'] as const;

export const ASSESSMENTS = ['SAME_MERCHANT', 'NOT_SAME_MERCHANT', 'UNSURE'] as const;

/** The card networks' own lists of terminated merchants. */
export const NETWORK_LISTS = ['MATCH', 'VMSS'] as const;

export const OPINION_KINDS = ['CONFIRMED', 'SEEN_TOO', 'OUTDATED', 'FALSE_POSITIVE'] as const;

export type ActionStatus = (typeof ACTION_STATUSES)[number];
export type Assessment = (typeof ASSESSMENTS)[number];
export type NetworkList = (typeof NETWORK_LISTS)[number];
export type OpinionKind = (typeof OPINION_KINDS)[number];
export type HoldStatus = (typeof HOLD_STATUSES)[number];
export type Reason = (typeof REASONS)[number];
export type Basis = (typeof BASES)[number];
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export type MerchantAction = (typeof MERCHANT_ACTIONS)[number];
export type ReportStatus = (typeof REPORT_STATUSES)[number];
export type Tlp = (typeof TLP_LEVELS)[number];
export type CoalitionPurpose = (typeof COALITION_PURPOSES)[number];
export type Purpose = (typeof PURPOSES)[number];

/** The code that a text means, whatever its case and however its words are joined, e.g. `csam sale`, `Amber+Strict`. */
export function parseCode<Code extends string>(codes: readonly Code[], text: string): Code | undefined {
  const wanted = bare(text);
  return codes.find((code) => bare(code) === wanted);
}

function bare(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
