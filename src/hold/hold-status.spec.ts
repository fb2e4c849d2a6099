import { itHasTheSteps, type WrittenStep } from '../../test/support/life-cycle.js';
import { HOLD_STATUSES, HOLD_VERBS, type HoldStatus, type HoldVerb, takeHoldStep } from './hold-status.js';

/** Written by hand from product.md, Life cycles, Hold. */
const ALLOWED: readonly WrittenStep<HoldStatus, HoldVerb>[] = [
  ['REQUESTED', 'ACTIVATE', 'ACTIVE'],
  ['ACTIVE', 'END_TERM', 'REVIEW'],
  ['REVIEW', 'EXTEND', 'ACTIVE'],
  ['REVIEW', 'RELEASE', 'RELEASED'],
];

describe('the life of a hold', () => {
  itHasTheSteps({
    statuses: HOLD_STATUSES,
    verbs: HOLD_VERBS,
    allowed: ALLOWED,
    take: takeHoldStep,
    field: 'holdId',
  });
});
