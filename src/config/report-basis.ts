/** On what a report rests (product.md, Codes). */
export const REPORT_BASES = [
  'CYBERTIPLINE_REFERRAL',
  'HOTLINE_REFERRAL',
  'LAW_ENFORCEMENT_REFERRAL',
  'CARD_NETWORK_NOTICE',
  'TEST_TRANSACTION',
  'INTERNAL_MONITORING',
  'MEMBER_TIP',
] as const;

export type ReportBasis = (typeof REPORT_BASES)[number];

/** Accepted without triage unless the coalition sets otherwise (product.md, Life cycles, Report). */
export const ACCEPTED_BASES_DEFAULT: readonly ReportBasis[] = [
  'CYBERTIPLINE_REFERRAL',
  'HOTLINE_REFERRAL',
  'LAW_ENFORCEMENT_REFERRAL',
  'TEST_TRANSACTION',
];
