import { itHasTheSteps, type WrittenStep } from '../../test/support/life-cycle.js';
import {
  ACTION_STATUSES,
  ACTION_VERBS,
  type ActionStatus,
  type ActionVerb,
  takeActionStep,
} from './action-status.js';

/** Written by hand: an action is corrected by a new version or withdrawn, never edited, and withdrawn for good. */
const ALLOWED: readonly WrittenStep<ActionStatus, ActionVerb>[] = [
  ['RECORDED', 'CORRECT', 'RECORDED'],
  ['RECORDED', 'WITHDRAW', 'WITHDRAWN'],
];

describe('the life of an action', () => {
  itHasTheSteps({
    statuses: ACTION_STATUSES,
    verbs: ACTION_VERBS,
    allowed: ALLOWED,
    take: takeActionStep,
    field: 'actionId',
  });
});
