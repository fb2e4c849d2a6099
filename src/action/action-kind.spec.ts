import type { MerchantAction } from '../report/index.js';
import { ACTION_RULES, type AssessmentRefusalCode, whyNotOn } from './action-kind.js';
import type { Assessment } from './disposition/assessment.js';

type Answer = AssessmentRefusalCode | undefined;

/** By the present assessment: none, the same merchant, not the same, unsure. Written by hand from product.md. */
const FREE: readonly Answer[] = [undefined, undefined, undefined, undefined];
const ADVERSE: readonly Answer[] = ['DISPOSITION_REQUIRED', undefined, 'DISPOSITION_CONFLICT', undefined];
const EXPECTED: Readonly<Record<MerchantAction, readonly Answer[]>> = {
  TERMINATED: ADVERSE,
  SUSPENDED: ADVERSE,
  RESTRICTED: ADVERSE,
  DECLINED: ADVERSE,
  MONITORING_AT_LAW_ENFORCEMENT_REQUEST: FREE,
  ALREADY_CLOSED: FREE,
  NOT_OUR_MERCHANT: FREE,
  FORWARDED: FREE,
  UNABLE_TO_TRACE: FREE,
  TEST_TRANSACTION_BLOCKED: FREE,
  NO_ACTION_FALSE_POSITIVE: [
    'DISPOSITION_REQUIRED',
    'DISPOSITION_CONFLICT',
    undefined,
    'DISPOSITION_CONFLICT',
  ],
};

const ASSESSMENTS: readonly (Assessment | undefined)[] = [
  undefined,
  'SAME_MERCHANT',
  'NOT_SAME_MERCHANT',
  'UNSURE',
];

const KINDS = Object.keys(ACTION_RULES) as MerchantAction[];

describe('the assessment on which an action stands', () => {
  it.each(KINDS)('%s', (kind) => {
    expect(ASSESSMENTS.map((assessment) => whyNotOn(kind, assessment))).toEqual(EXPECTED[kind]);
  });
});
