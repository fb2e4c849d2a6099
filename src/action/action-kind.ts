import type { MerchantAction } from '../report/index.js';
import type { Assessment } from './disposition/assessment.js';

/** What an action says besides its kind, its day and a note, each where its kind has it. */
export const ACTION_PARTS = ['accountsClosed', 'networkListing', 'forwardedTo'] as const;

export type ActionPart = (typeof ACTION_PARTS)[number];

/** What the member's own present assessment of the lead has to be. */
export type AssessmentRule = 'NONE_NEEDED' | 'NOT_RULED_OUT' | 'RULED_OUT';

export interface ActionRule {
  readonly assessment: AssessmentRule;
  /** What it may say besides. What no rule takes is refused with ACTION_CONFLICT. */
  readonly takes: readonly ActionPart[];
  /** What it must say besides: refused with REQUIRED where it is missing. */
  readonly needs: readonly ActionPart[];
}

const PLAIN: ActionRule = { assessment: 'NONE_NEEDED', takes: [], needs: [] };

/** It takes something from the merchant: not on somebody else's word alone (product.md, "disposition"). */
const ADVERSE: ActionRule = { ...PLAIN, assessment: 'NOT_RULED_OUT' };

/** Accounts are counted, and card networks list a merchant, where a relation has ended. */
const ENDED: readonly ActionPart[] = ['accountsClosed', 'networkListing'];

/**
 * What each kind of action takes and asks for. MONITORING_AT_LAW_ENFORCEMENT_REQUEST, as every action, is shown to the own
 * member and to the coalition's analysts alone, and is told to nobody else in any form: an investigation hangs on it.
 */
export const ACTION_RULES: Readonly<Record<MerchantAction, ActionRule>> = {
  TERMINATED: { ...ADVERSE, takes: ENDED },
  SUSPENDED: ADVERSE,
  RESTRICTED: ADVERSE,
  DECLINED: ADVERSE,
  MONITORING_AT_LAW_ENFORCEMENT_REQUEST: PLAIN,
  ALREADY_CLOSED: { ...PLAIN, takes: ENDED },
  NOT_OUR_MERCHANT: PLAIN,
  FORWARDED: { ...PLAIN, takes: ['forwardedTo'], needs: ['forwardedTo'] },
  UNABLE_TO_TRACE: PLAIN,
  TEST_TRANSACTION_BLOCKED: PLAIN,
  NO_ACTION_FALSE_POSITIVE: { ...PLAIN, assessment: 'RULED_OUT' },
};

/** Why an assessment does not carry an action. */
export type AssessmentRefusalCode = 'DISPOSITION_REQUIRED' | 'DISPOSITION_CONFLICT';

/**
 * Decides whether an action may stand on the member's own present assessment of the lead: undefined where it may.
 * DISPOSITION_REQUIRED where it needs one and there is none; DISPOSITION_CONFLICT where there is one that says otherwise.
 * UNSURE carries what is adverse: a member may suspend first and find out then; it does not carry a false positive.
 */
export function whyNotOn(
  kind: MerchantAction,
  assessment: Assessment | undefined,
): AssessmentRefusalCode | undefined {
  const rule = ACTION_RULES[kind].assessment;
  if (rule === 'NONE_NEEDED') return undefined;
  if (assessment === undefined) return 'DISPOSITION_REQUIRED';
  const ruledOut = assessment === 'NOT_SAME_MERCHANT';
  return ruledOut === (rule === 'RULED_OUT') ? undefined : 'DISPOSITION_CONFLICT';
}
